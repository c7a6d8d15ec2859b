/* muster: theme and table filters. Everything here is an extra:
   each page is complete without it. Runs in <head> so the stored theme applies before paint. */
(function () {
  'use strict';
  var root = document.documentElement;
  var store = {
    get: function () { try { return localStorage.getItem('muster-theme'); } catch (e) { return null; } },
    set: function (v) { try { if (v) localStorage.setItem('muster-theme', v); else localStorage.removeItem('muster-theme'); } catch (e) { /* private mode */ } }
  };
  var saved = store.get();
  if (saved === 'light' || saved === 'dark') root.setAttribute('data-theme', saved);

  function all(sel, ctx) { return Array.prototype.slice.call((ctx || document).querySelectorAll(sel)); }

  /* Theme: follow the system -> light -> dark -> follow the system. */
  function theme(btn) {
    var label = btn.querySelector('span');
    function say() {
      var t = root.getAttribute('data-theme');
      label.textContent = t === 'dark' ? 'Dark' : t === 'light' ? 'Light' : 'Auto';
      btn.setAttribute('aria-label', 'Colour theme: ' + label.textContent + '. Change');
    }
    btn.hidden = false;
    say();
    btn.addEventListener('click', function () {
      var t = root.getAttribute('data-theme');
      var next = t === 'light' ? 'dark' : t === 'dark' ? '' : 'light';
      if (next) root.setAttribute('data-theme', next); else root.removeAttribute('data-theme');
      store.set(next);
      say();
    });
  }

  /* Filters: <form data-filter="id"> narrows [data-row] inside #id. The state lives in the URL,
     so a filtered view can be sent to somebody. Fields match data-<name>; q matches the text. */
  function filter(form) {
    var box = document.getElementById(form.getAttribute('data-filter'));
    var rows = all('[data-row]', box);
    var out = form.querySelector('output');
    var noun = form.getAttribute('data-noun') || 'rows';
    var none = document.getElementById(box.id + '-none');
    var params = new URLSearchParams(location.search);
    form.hidden = false;
    all('[name]', form).forEach(function (f) {
      var v = params.get(f.name);
      if (v === null) return;
      if (f.type === 'checkbox') f.checked = v === f.value; else f.value = v;
    });
    function run(write) {
      var want = [];
      all('[name]', form).forEach(function (f) {
        if (f.type === 'checkbox' ? f.checked : f.value.trim()) want.push([f.name, f.value.trim().toLowerCase()]);
      });
      var n = 0;
      rows.forEach(function (r) {
        var show = want.every(function (w) {
          if (w[0] === 'q') return w[1].split(/\s+/).every(function (t) { return r.textContent.toLowerCase().indexOf(t) >= 0; });
          return (' ' + (r.getAttribute('data-' + w[0]) || '').toLowerCase() + ' ').indexOf(' ' + w[1] + ' ') >= 0;
        });
        r.hidden = !show;
        if (show) n += 1;
      });
      all('[data-group]', box).forEach(function (g) { g.hidden = want.length > 0 && !g.querySelector('[data-row]:not([hidden])'); });
      all('.pr', box).forEach(function (p) { p.hidden = want.length > 0; });
      out.textContent = 'Showing ' + n + ' of ' + rows.length + ' ' + noun;
      if (none) none.hidden = n > 0;
      if (write && history.replaceState) {
        var p = new URLSearchParams(want);
        history.replaceState(null, '', location.pathname + (want.length ? '?' + p : '') + location.hash);
      }
    }
    form.addEventListener('input', function () { run(true); });
    form.addEventListener('submit', function (e) { e.preventDefault(); run(true); });
    form.addEventListener('reset', function () { setTimeout(function () { run(true); }, 0); });
    run(false);
  }

  document.addEventListener('DOMContentLoaded', function () {
    all('button.theme').forEach(theme);
    all('form[data-filter]').forEach(filter);
    /* On a narrow screen the current tab may lie outside the scrolled row. */
    all('.tabs [aria-current]').forEach(function (a) {
      var row = a.closest('.tabs');
      row.scrollLeft = a.offsetLeft - row.clientWidth / 2 + a.offsetWidth / 2;
    });
    /* In print every folded block is shown. */
    window.addEventListener('beforeprint', function () { all('details.fold').forEach(function (d) { d.open = true; }); });
  });
}());
