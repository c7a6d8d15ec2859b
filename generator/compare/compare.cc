// Steps from version to version, and the life of items along them.
#include "compare/compare.h"

#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "compare/events.h"
#include "compare/identity.h"

namespace muster {
namespace {

// What a version knows of its items' past.
struct Life {
  std::vector<std::string> keys;  // by ItemId: the key that an item got when it appeared
  std::vector<bool> ticked;       // by ItemId: here or in any version before
  std::set<std::string> ever;     // keys that were ticked and are not there any more
};

// The version that a version follows: the newest frozen one before it, else the one before it.
std::size_t predecessor(const std::vector<Judged>& judged, std::size_t version) {
  for (std::size_t i = version; i-- > 0;)
    if (judged[i].model.version.frozen()) return i;
  return version - 1;
}

// A key for an item that no earlier version has.
std::string new_key(const Model& model, const Item& item) {
  const Document& document = model.documents[item.document];
  const ItemIdentity identity = identity_of(model, item);
  const std::string_view repo = model.repo_name(document.repo);
  const std::string place = repo.empty() ? document.path : cat({repo, "/", document.path});
  if (!identity.key.empty()) return cat({place, "#", identity.key});
  return cat({place, "#", replace_all(identity.section, "\n", " / "), " / ", identity.text});
}

void name_items(const Model& model, const std::vector<ItemId>& matched, const Life* before,
                Life& life) {
  std::map<std::string, int> taken;  // with the last number tried
  life.keys.resize(model.items.size());
  for (std::size_t i = 0; i < model.items.size(); ++i)
    if (before != nullptr && matched[i])
      taken.emplace(life.keys[i] = before->keys[matched[i].n], 1);
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    if (!life.keys[i].empty()) continue;
    const std::string key = new_key(model, model.items[ItemId(i)]);
    life.keys[i] = key;
    while (!taken.emplace(life.keys[i], 1).second)
      life.keys[i] = cat({key, "~", number(++taken[key])});
  }
}

Life begin_life(const Model& model) {
  Life life;
  name_items(model, {}, nullptr, life);
  for (const Item& item : model.items) life.ticked.push_back(item.state == BoxState::ticked);
  return life;
}

Life live_on(const Model& model, const Life& before, const std::vector<ItemId>& matched) {
  Life life;
  name_items(model, matched, &before, life);
  life.ever = before.ever;
  std::vector<bool> kept(before.keys.size(), false);
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const bool was_ticked =
        matched[i] ? before.ticked[matched[i].n] : before.ever.contains(life.keys[i]);
    if (matched[i]) kept[matched[i].n] = true;
    life.ticked.push_back(was_ticked || model.items[ItemId(i)].state == BoxState::ticked);
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!kept[i] && before.ticked[i]) life.ever.insert(before.keys[i]);
  return life;
}

// Open now and ticked before: open again. Both count as open, so no tally changes.
void mark_open_again(Audit& audit, const Life& life) {
  for (std::size_t i = 0; i < audit.standings.size(); ++i)
    if (audit.standings[i] == Standing::open && life.ticked[i])
      audit.standings[i] = Standing::open_again;
}

}  // namespace

Timeline compare(std::vector<Judged>& judged) {
  Timeline timeline;
  std::vector<Life> lives;
  for (std::size_t to = 0; to < judged.size(); ++to) {
    const Model& newer = judged[to].model;
    if (to == 0) {
      lives.push_back(begin_life(newer));
      continue;
    }
    const std::size_t from = predecessor(judged, to);
    const Model& older = judged[from].model;
    Matches matches;
    matches.documents = match_documents(older, newer);
    matches.items = match_items(older, newer, matches.documents);
    matches.gaps = match_gaps(older, newer, matches.documents);
    lives.push_back(live_on(newer, lives[from], matches.items));
    mark_open_again(judged[to].audit, lives.back());
    matches.old_keys = lives[from].keys;
    matches.new_keys = lives.back().keys;
    timeline.steps.push_back({from, to, events_between(judged[from], judged[to], matches)});
  }
  return timeline;
}

}  // namespace muster
