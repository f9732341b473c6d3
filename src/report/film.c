// SPDX-License-Identifier: MIT
#include "report/film.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/process.h"
#include "base/text.h"

enum {
    FILE_MODE = 0644,
    WORDS_MAX = 64, // of a command line
    LISTING_MOST = 1 << 20,
    LISTING_MS = 20000,
};

static const char program[] = "ffmpeg";

// An encoder and how it is used here. Builds of ffmpeg differ in what they hold: of each list the
// first that is there is taken, and the last is part of all.
struct encoder {
    const char *name;
    const char *const options[7]; // up to a NULL
};

enum { ENCODERS_MAX = 3 };
static const struct encoder sound_encoders[FILM_KINDS][ENCODERS_MAX] = {
    [FILM_FLAC] = {{"flac", {NULL}}},
    [FILM_OGG] = {{"libvorbis", {"-q:a", "5"}}, {"libopus", {"-b:a", "128k"}}, {"flac", {NULL}}},
    [FILM_MP4] = {{"aac", {"-b:a", "160k"}}},
};
static const struct encoder picture_encoders[ENCODERS_MAX] = {
    {"libx264", {"-preset", "veryfast", "-crf", "16", "-aq-mode", "3"}},
    {"libopenh264", {"-b:v", "2500k"}},
    {"mpeg4", {"-q:v", "3"}},
};

static const char *const formats[FILM_KINDS] = {
    [FILM_FLAC] = "flac", [FILM_OGG] = "ogg", [FILM_MP4] = "mp4"};

struct film {
    struct process *process; // NULL once it has ended
    struct file_output *output;
};

// A command line in the making; what is owned in it goes with the arena.
struct line {
    const char *words[WORDS_MAX + 1];
    int count;
    struct arena arena;
};

static void add(struct line *line, const char *word) {
    assert(line->count < WORDS_MAX);
    line->words[line->count++] = word;
}

static void add_all(struct line *line, const char *const *words) {
    for (; *words; words++) {
        add(line, *words);
    }
}

// A word made of two.
static void add_joined(struct line *line, const char *first, const char *second) {
    struct text_builder text = {0};
    text_add_format(&text, "%s%s", first, second);
    add(line, arena_text(&line->arena, text.text, text.length));
    text_builder_free(&text);
}

bool film_is_possible(struct error *err) {
    return process_find(program) ||
           error_set(
               err, ERROR_MISSING,
               "this needs the program ffmpeg, which is not installed here; a .wav and a .png "
               "need no other program");
}

// Whether the listing has a line "FLAGS NAME what it is".
static bool is_listed(const char *listing, const char *name) {
    size_t length = strlen(name);
    for (const char *at = strstr(listing, name); at; at = strstr(at + length, name)) {
        if (at > listing && at[-1] == ' ' && at[length] == ' ') {
            return true;
        }
    }
    return false;
}

static const struct encoder *first_listed(const struct encoder encoders[ENCODERS_MAX],
                                          const char *listing) {
    const struct encoder *encoder = encoders;
    for (int i = 1; i < ENCODERS_MAX && encoders[i].name; i++) {
        if (is_listed(listing, encoder->name)) {
            return encoder;
        }
        encoder = &encoders[i];
    }
    return encoder;
}

static bool list_encoders(struct bytes *listing, struct error *err) {
    static const char *const words[] = {program, "-hide_banner", "-encoders", NULL};
    const struct process_options options = {
        .words = words, .output_most = LISTING_MOST, .time_most_ms = LISTING_MS};
    return process_run(&options, listing, err);
}

// Samples through the pipe, or pictures through it and the sound from a file.
static void add_inputs(struct line *line, const struct film_options *options) {
    static const char *const samples[] = {"-f", "s16le", "-ar",    "48000", "-ac",
                                          "2",  "-i",    "pipe:0", NULL};
    static const char *const pictures[] = {"-f", "rawvideo", "-pix_fmt", "yuv420p", NULL};
    char number[TEXT_NUMBER_MAX];
    if (options->kind != FILM_MP4) {
        add_all(line, samples);
        return;
    }
    add_all(line, pictures);
    add(line, "-video_size");
    text_format(number, sizeof number, "%dx%d", options->width, options->height);
    add_joined(line, number, "");
    add(line, "-framerate");
    text_format(number, sizeof number, "%d", FILM_RATE);
    add_joined(line, number, "");
    add(line, "-i");
    add(line, "pipe:0");
    if (options->sound) {
        add(line, "-i");
        add_joined(line, "file:", options->sound);
    }
}

static void add_encoder(struct line *line, const char *option, const struct encoder *encoder) {
    add(line, option);
    add(line, encoder->name);
    add_all(line, encoder->options);
}

static void add_output(struct line *line, const struct film_options *options, const char *listing,
                       const char *path) {
    // What the pictures are (report/planes.h); a phone begins to play before it has all of the
    // file.
    static const char *const pictures[] = {"-color_range",
                                           "tv",
                                           "-colorspace",
                                           "bt709",
                                           "-color_primaries",
                                           "bt709",
                                           "-color_trc",
                                           "bt709",
                                           "-chroma_sample_location",
                                           "center",
                                           "-movflags",
                                           "+faststart",
                                           NULL};
    // No date and no version, so that the same command gives the same bytes.
    static const char *const same[] = {"-map_metadata", "-1",        "-fflags", "+bitexact",
                                       "-flags",        "+bitexact", NULL};
    if (options->kind == FILM_MP4) {
        add_encoder(line, "-c:v", first_listed(picture_encoders, listing));
        add_all(line, pictures);
    }
    if (options->kind != FILM_MP4 || options->sound) {
        add_encoder(line, "-c:a", first_listed(sound_encoders[options->kind], listing));
    }
    add_all(line, same);
    add(line, "-metadata");
    add_joined(line, "title=", options->title);
    add(line, "-f");
    add(line, formats[options->kind]);
    add_joined(line, "file:", path);
}

static struct process *start(const struct film_options *options, const char *path,
                             struct error *err) {
    static const char *const quiet[] = {program,        "-hide_banner", "-xerror", "-v",
                                        "repeat+error", "-nostdin",     "-y",      NULL};
    struct bytes listing = {0};
    if (!list_encoders(&listing, err)) {
        return NULL;
    }
    struct line line = {0};
    add_all(&line, quiet);
    add_inputs(&line, options);
    add_output(&line, options, listing.data, path);
    struct process *process = process_open(line.words, err);
    arena_free(&line.arena);
    bytes_free(&listing);
    if (process) {
        // A disk that is full at the very end of a file changes nothing in its status.
        process_be_strict(process);
    }
    return process;
}

struct film *film_begin(const char *path, const struct film_options *options, struct error *err) {
    assert(options->kind > FILM_NONE && options->kind < FILM_KINDS);
    struct file_output *output = file_output_begin(path, FILE_MODE, err);
    if (!output) {
        return NULL;
    }
    struct process *process = start(options, file_output_temporary(output), err);
    if (!process) {
        file_output_abandon(output);
        return NULL;
    }
    struct film *film = memory_new(1, sizeof *film);
    film->process = process;
    film->output = output;
    return film;
}

// One that has ended too soon says why when it is closed.
bool film_append(struct film *film, const void *bytes, size_t size, struct error *err) {
    if (process_write(film->process, bytes, size, err)) {
        return true;
    }
    struct error reason = {0};
    if (err->code == ERROR_PROGRAM) {
        if (!process_close(film->process, &reason)) {
            *err = reason;
        }
        film->process = NULL;
    }
    return false;
}

bool film_finish(struct film *film, struct error *err) {
    struct file_output *output = film->output;
    bool done = process_close(film->process, err);
    memory_free(film);
    if (!done) {
        file_output_abandon(output);
        return false;
    }
    return file_output_commit(output, err);
}

void film_abandon(struct film *film) {
    if (film) {
        process_kill(film->process);
        file_output_abandon(film->output);
        memory_free(film);
    }
}
