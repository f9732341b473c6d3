// SPDX-License-Identifier: MIT
#pragma once

// The fourth schema: a spasm as a moment (domain.md 8.1), and how well an injection worked
// (domain.md 8.2). Parts of SQL, ended by NULL.
extern const char *const migration_marks[];
