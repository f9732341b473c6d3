// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

// Files as bytes. Every byte that repose itself writes to disk passes through here
// (SQLite's and SDL's own writing apart), so that a test can make the n-th write fail
// by wrapping write, fsync and rename at link time.

struct bytes {
    char *data; // with one closing zero that `length` does not count
    size_t length;
};

void bytes_free(struct bytes *bytes);

// Reads a regular file of at most `limit` bytes. FIFOs, devices and folders are refused at once,
// without waiting; so is a file that grows past the limit while it is read.
// Errors name the reason without the path: the caller knows under which name it was given.
bool file_read(const char *path, size_t limit, struct bytes *out, struct error *err);

// Opens one for reading piece by piece, with the same refusals; the caller closes it. -1: err says
// why.
int file_open(const char *path, size_t limit, struct error *err);

// Writes a file whole or not at all: into `path`.tmp beside it, flushed to disk, then renamed.
// On failure the old file stands and no temporary one is left. `mode` as in chmod.
bool file_write(const char *path, const void *data, size_t length, unsigned mode,
                struct error *err);

// An output that grows piece by piece with the same promise: begin, append ..., then commit or
// abandon.
struct file_output;
struct file_output *file_output_begin(const char *path, unsigned mode, struct error *err);
bool file_output_append(struct file_output *output, const void *data, size_t length,
                        struct error *err);
// Overwrites bytes already appended, for a header whose sizes are known last.
bool file_output_patch(struct file_output *output, size_t offset, const void *data, size_t length,
                       struct error *err);
// The file beside it that holds what was written so far, for another program to fill in our stead;
// nothing is appended then. Borrowed.
const char *file_output_temporary(const struct file_output *output);
// Both free `output`; commit makes the file appear.
bool file_output_commit(struct file_output *output, struct error *err);
void file_output_abandon(struct file_output *output);

// Creates a folder and those above it; one that exists is fine and keeps its mode.
bool file_make_folder(const char *path, unsigned mode, struct error *err);

bool file_exists(const char *path);
bool file_is_folder(const char *path);

// folder/name in memory of the caller's; free with memory_free.
char *file_join(const char *folder, const char *name);

// Names in a folder that end in `ending` (".cfg"), sorted by byte, dot files left out.
// False when the folder cannot be read; a folder that does not exist gives none and true.
struct file_names {
    char **names;
    int count;
};
bool file_list(const char *folder, const char *ending, struct file_names *out, struct error *err);
void file_names_free(struct file_names *names);
