// Every place of a version that names a file as proof, before anything of that file was read.
#pragma once

#include <vector>

#include "link/linker.h"
#include "link/targets.h"

namespace muster {

/// A place in a document that names a file or, in an evidence row or a run note, a URL.
struct Named {
  DocumentId document;  // by its position in document_files()
  Binding binding = Binding::mention;
  Id<record::Item> item;
  Id<record::Gate> gate;
  int line = 0;
  int column = 0;
  std::string claimed;
  bool only_reports = false;  // bound only where the file is a recognised report
  bool in_passing = false;    // the sentence is about the file
  bool by_front_matter = false;
  Id<record::Item> matched;                 // of a run note: the box that has its words
  std::vector<record::Expectation> expect;  // by front matter
  bool beside_proof = false;                // lies in a folder of cited reports
  Target target;
  bool external = false;               // `target.path` is a URL
  std::optional<RemovedFile> removed;  // the target was there once
};

/// By document, then line and column. Plain mentions are kept only where the file is, or was,
/// evidence by the workspace's globs; a path that names nothing is kept where it is cited as proof.
std::vector<Named> named_files(const Workspace& workspace, const Targets& targets,
                               const std::vector<Past>& past,
                               const std::vector<DocumentFile>& documents);

/// By RepoId of the version's snapshots.
std::vector<Past> pasts(const Version& version, const std::vector<RepoHistory>& histories);

}  // namespace muster
