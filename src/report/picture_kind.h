// SPDX-License-Identifier: MIT
#pragma once

// What kind of picture a file is by the ending of its name, and how large one may be. Knows no
// library, so that a command can refuse a name before anything is painted.

enum picture_kind {
    PICTURE_NONE, // no picture that can be written
    PICTURE_PNG,  // pixels
    PICTURE_SVG,  // shapes
};

// A name that is nothing but an ending is a hidden file, and no picture.
enum picture_kind picture_kind_of(const char *path);

// The shortest and the longest side in pixels: below it nothing can be told apart, and pixels of
// the longest take 256 MiB.
enum { PICTURE_SIDE_LEAST = 64, PICTURE_SIDE_MOST = 8192 };
