// SPDX-License-Identifier: MIT
#pragma once

enum { UUID_TEXT_MAX = 37 };

// A random UUID (RFC 9562 version 4) in lower case, from the system's random source.
void uuid_make(char to[UUID_TEXT_MAX]);
