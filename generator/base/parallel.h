// The one way to use several threads: a function over a list, results in the order of the list.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

namespace muster {

/// f(0), f(1) … f(count - 1) on at most `jobs` threads, results by index. The first exception is
/// thrown again.
template <class F>
auto parallel_map(std::size_t count, unsigned jobs, F&& f) {
  using R = std::invoke_result_t<F&, std::size_t>;
  std::vector<std::optional<R>> slots(count);
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        slots[i].emplace(f(i));
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = count;
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t extra =
        std::min<std::size_t>(jobs > 1 ? jobs - 1 : 0, count > 1 ? count - 1 : 0);
    // Where the system gives no further thread, those that there are do the work.
    try {
      for (std::size_t i = 0; i < extra; ++i) threads.emplace_back(work);
    } catch (const std::system_error&) {
    }
    work();
  }
  if (failure) std::rethrow_exception(failure);
  std::vector<R> results;
  results.reserve(count);
  for (auto& slot : slots) results.push_back(std::move(*slot));
  return results;
}

}  // namespace muster
