// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

// Bytes of the first sentence of a text, its closing mark included: up to a full stop, a question
// or an exclamation mark (and quotes or brackets that close behind it) with a blank behind. A dot
// after a single letter ("e.g. so") or a number ("the 2. finger") ends none, nor does one before a
// small letter. The whole text where it has one sentence. Texts are valid UTF-8.
size_t sentence_first(const char *text);
