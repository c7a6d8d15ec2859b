// Reports in XML.
#pragma once

#include "domain/xml.h"
#include "recognise/reading.h"

namespace muster::recognise {

/// `testsuites`, or one `testsuite`.
bool is_junit(const Xml& xml);
void read_junit(const Xml& xml, Reading& reading);

}  // namespace muster::recognise
