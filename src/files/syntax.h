// SPDX-License-Identifier: MIT
#pragma once

#include "files/token.h"

// Whether the words of a file form settings, groups and lists, and if not, what a person most
// likely forgot.
//
// libconfig stops at the first thing it does not understand and says "syntax error". This walk goes
// on, names the cause, and counts what would take libconfig minutes. Where it is silent libconfig
// parses the file.
void syntax_check(struct scanner *scanner);
