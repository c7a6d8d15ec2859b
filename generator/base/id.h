// Typed indices and the vectors they index: records name each other by number, never by pointer.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace muster {

/// The position of a row of T in its Table. Default-constructed, it names no row.
template <class T>
struct Id {
  std::uint32_t n = UINT32_MAX;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t position) : n(static_cast<std::uint32_t>(position)) {}
  explicit operator bool() const { return n != UINT32_MAX; }
  auto operator<=>(const Id&) const = default;
};

/// Rows of T, indexed by Id<T>. Rows are only ever added, so an id stays good.
template <class T>
class Table {
 public:
  Id<T> add(T row) {
    rows_.push_back(std::move(row));
    return Id<T>(rows_.size() - 1);
  }
  T& operator[](Id<T> id) { return rows_[id.n]; }
  const T& operator[](Id<T> id) const { return rows_[id.n]; }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  /// The id of a row that stands in this table.
  Id<T> id_of(const T& row) const { return Id<T>(static_cast<std::size_t>(&row - rows_.data())); }

 private:
  std::vector<T> rows_;
};

}  // namespace muster
