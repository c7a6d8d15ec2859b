// Coverage in Cobertura's XML.
#pragma once

#include "domain/xml.h"
#include "recognise/reading.h"

namespace muster::recognise {

/// `coverage` with rates: Clover's root has the same name and none.
bool is_cobertura(const Xml& xml);
void read_cobertura(const Xml& xml, Reading& reading);

}  // namespace muster::recognise
