// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "report/film_kind.h"

// Sound and moving pictures as files that a phone plays, made by the program ffmpeg, which gets
// samples or pictures through a pipe. The file appears whole or not at all, and the same samples
// and pictures give the same bytes with the same ffmpeg.

enum { FILM_RATE = 30 }; // pictures a second

// False, naming ffmpeg and what needs none, when it is not installed.
bool film_is_possible(struct error *err);

struct film_options {
    enum film_kind kind;
    const char *title;
    // Of FILM_MP4 alone: even numbers of pixels, and a file with the sound. Without: no sound.
    int width, height;
    const char *sound;
};

struct film;

// NULL when the file cannot be written there. Errors name the reason without the path.
struct film *film_begin(const char *path, const struct film_options *options, struct error *err);

// For sound interleaved samples as render_samples hands them out; for pictures one after the other
// as of planes_take.
bool film_append(struct film *film, const void *bytes, size_t size, struct error *err);

// Both free `film`, which may be NULL for abandoning; finish makes the file appear.
bool film_finish(struct film *film, struct error *err);
void film_abandon(struct film *film);
