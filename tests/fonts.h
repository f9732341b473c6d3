// SPDX-License-Identifier: MIT
#pragma once

// For tests that draw text: fontconfig keeps its tables until the process ends, and the sanitizer
// takes that for a leak. Ours are still found.

const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libfontconfig\n";
}
