// SPDX-License-Identifier: MIT
#pragma once

// What could not be corrected before, and for whom a plan was taken over, as parts of SQL; ends
// with NULL.
extern const char *const migration_corrections[];
