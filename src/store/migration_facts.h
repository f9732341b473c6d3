// SPDX-License-Identifier: MIT
#pragma once

// What the figures ask for as indices that answer by themselves, as parts of SQL; ends with NULL.
extern const char *const migration_facts[];
