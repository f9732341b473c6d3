// SPDX-License-Identifier: MIT
#pragma once

// What kind of sound or film a file is by the ending of its name, among those that ffmpeg makes.

enum film_kind {
    FILM_NONE,
    FILM_FLAC, // sound, every sample kept
    FILM_OGG,  // sound, small
    FILM_MP4,  // pictures with sound
    FILM_KINDS
};

// A name that is nothing but an ending is a hidden file, and no film.
enum film_kind film_kind_of(const char *path);
