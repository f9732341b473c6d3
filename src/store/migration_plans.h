// SPDX-License-Identifier: MIT
#pragma once

// The third schema: plans, as the texts that were added (design section 5). Parts of SQL, ended by
// NULL.
extern const char *const migration_plans[];
