// The workshop beside the output folder: its lock, and the folder in which a new site is made
// before any of it is put in place. For an output "site" they are ".site.lock" and ".site.build-N".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "publish/folder.h"
#include "publish/manifest.h"

namespace muster::publishing {

/// Held by one build at a time. A killed build's lock is free at once.
class Lock {
 public:
  /// `locked` where another build holds it.
  static Result<Lock> take(const Folder& parent, const std::string& name, std::string_view shown);

  Lock(Lock&& other) noexcept;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  Lock(int parent, int file, std::string name)
      : parent_(parent), file_(file), name_(std::move(name)) {}

  int parent_ = -1;
  int file_ = -1;
  std::string name_;
};

/// What killed builds left, freed but for their journals: without these, the files that a build had
/// already put in place would be nobody's.
struct Leftovers {
  std::vector<std::string> names;
  Manifest claimed;
};
Result<Leftovers> clear_leftovers(const Folder& parent, const std::string& name);

/// `fresh` holds the new site, `retired` what it replaced. Removed in the end, unless `keep` was
/// called.
class Staging {
 public:
  static Result<Staging> make(const Folder& parent, const std::string& name);

  Staging(Staging&&) = default;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const Folder& fresh() const { return fresh_; }
  const Folder& retired() const { return retired_; }
  const std::string& name() const { return name_; }

  /// Writes down, for the next build should this one be killed, every path that may be in the
  /// output while it is changed.
  Result<Done> write_journal(const Manifest& claimed) const;
  /// Leaves the folder to the next build.
  void keep() { keep_ = true; }

 private:
  Staging(const Folder* parent, std::string name, Folder root, Folder fresh, Folder retired)
      : parent_(parent),
        name_(std::move(name)),
        root_(std::move(root)),
        fresh_(std::move(fresh)),
        retired_(std::move(retired)) {}

  const Folder* parent_;
  std::string name_;
  Folder root_;
  Folder fresh_;
  Folder retired_;
  bool keep_ = false;
};

}  // namespace muster::publishing
