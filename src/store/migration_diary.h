// SPDX-License-Identifier: MIT
#pragma once

// The second schema: the diary (design section 6 and 9, domain.md 6.3, 8.1, 8.2). Parts of SQL,
// ended by NULL.
extern const char *const migration_diary[];
