#include "app/losses.h"

#include <set>

#include "base/text.h"

namespace muster {
namespace {

class Losses {
 public:
  void add(const std::vector<Diagnostic>& notices) {
    for (const Diagnostic& notice : notices)
      if (notice.rule == "source-incomplete" && notice.severity == to_string(Severity::warning))
        add(notice.message);
  }

  void add(const Snapshot& snapshot, const Blobs& documents) {
    add(snapshot.notices);
    for (const FileEntry& file : snapshot.files) {
      if (file.use != FileUse::document) continue;
      const auto blob = documents.find(file.blob);
      if (blob != documents.end() && blob->second.lost)
        add(cat({"“", file.path, "” could not be read: ", blob->second.problem}));
    }
  }

  void add(const Blobs& reports) {
    for (const auto& [id, blob] : reports)
      if (blob.lost) add(cat({"a report could not be read: ", blob.problem}));
  }

  std::vector<std::string> take() { return std::move(sentences_); }

 private:
  void add(const std::string& sentence) {
    if (said_.insert(sentence).second) sentences_.push_back(sentence);
  }

  std::vector<std::string> sentences_;
  std::set<std::string> said_;
};

}  // namespace

std::vector<std::string> find_losses(const Versions& versions,
                                     const std::vector<RepoHistory>& histories,
                                     const Blobs& documents, const Blobs& reports) {
  Losses losses;
  losses.add(versions.notices);
  for (const RepoHistory& history : histories) losses.add(history.notices);
  for (const Version& version : versions.versions)
    for (const Snapshot& snapshot : version.snapshots) losses.add(snapshot, documents);
  losses.add(reports);
  return losses.take();
}

}  // namespace muster
