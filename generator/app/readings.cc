#include "app/readings.h"

#include <map>
#include <set>
#include <utility>

#include "app/read.h"
#include "base/parallel.h"

namespace muster {
namespace {

// A blob and the number of the vocabulary that it is read by.
using Reading = std::pair<std::size_t, ObjectId>;

std::set<Reading> wanted_readings(const std::vector<Version>& versions, const Readings& readings,
                                  const Blobs& blobs) {
  std::set<Reading> wanted;
  for (std::size_t i = 0; i < versions.size(); ++i)
    for (const Snapshot& snapshot : versions[i].snapshots)
      for (const FileEntry& file : snapshot.files) {
        if (file.use != FileUse::document || file.kind != EntryKind::file) continue;
        const auto blob = blobs.find(file.blob);
        if (blob != blobs.end() && blob->second.bytes != nullptr)
          wanted.insert({readings.vocabulary_of[i], file.blob});
      }
  return wanted;
}

}  // namespace

Readings read_documents(const std::vector<Version>& versions, const Blobs& blobs,
                        const Limits& limits, unsigned jobs) {
  Readings readings;
  std::map<Vocabulary, std::size_t> numbers;
  std::vector<const Vocabulary*> vocabularies;
  for (const Version& version : versions) {
    const auto [at, added] = numbers.emplace(version.vocabulary, numbers.size());
    if (added) vocabularies.push_back(&at->first);
    readings.vocabulary_of.push_back(at->second);
  }
  const std::set<Reading> wanted = wanted_readings(versions, readings, blobs);
  const std::vector<Reading> all(wanted.begin(), wanted.end());
  auto contents = parallel_map(all.size(), jobs, [&](std::size_t i) {
    const auto& [vocabulary, id] = all[i];
    return read_document(*blobs.at(id).bytes, limits, *vocabularies[vocabulary]);
  });
  readings.by_vocabulary.resize(vocabularies.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    readings.by_vocabulary[all[i].first][all[i].second] = std::move(contents[i]);
  return readings;
}

}  // namespace muster
