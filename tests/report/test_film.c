// SPDX-License-Identifier: MIT
// Files that ffmpeg makes, with a program of that name that does what a test wants: what it is
// asked for, what it gets, and what is left when it fails.
#include "report/film.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "scratch.h"

struct scene {
    char folder[SCRATCH_PATH_MAX], program[SCRATCH_PATH_MAX], out[SCRATCH_PATH_MAX];
    char words[SCRATCH_PATH_MAX]; // its command line is written there
    char *path;                   // the environment's
};

// A shell program with this behind the listing of encoders, and the last word of the command line
// without "file:" as $out.
static void write_program(const struct scene *scene, const char *encoders, const char *rest) {
    struct text_builder text = {0};
    struct error err = {0};
    text_add_format(&text,
                    "#!/bin/sh\n"
                    "case \"$*\" in *-encoders*) printf ' A....D %%s x\\n' %s; exit 0 ;; esac\n"
                    "printf '%%s\\n' \"$@\" >'%s'\n"
                    "for out; do :; done\n"
                    "out=${out#file:}\n"
                    "%s\n",
                    encoders, scene->words, rest);
    assert_true(file_write(scene->program, text.text, text.length, 0755, &err));
    text_builder_free(&text);
}

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    struct text_builder path = {0};
    scratch_make(scene->folder);
    scratch_path(scene->program, scene->folder, "ffmpeg");
    scratch_path(scene->out, scene->folder, "out.film");
    scratch_path(scene->words, scene->folder, "words");
    scene->path = memory_text(getenv("PATH"));
    text_add_format(&path, "%s:%s", scene->folder, scene->path);
    setenv("PATH", path.text, 1);
    text_builder_free(&path);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    setenv("PATH", scene->path, 1);
    scratch_remove(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static const struct film_options flac = {.kind = FILM_FLAC, .title = "A \"title\" = $HOME"};

// Hands over what is longer than any pipe holds; true when the file stands there.
static bool make(const struct scene *scene, const struct film_options *options, struct error *err) {
    enum { PIECES = 64, PIECE = 65536 };
    static const char piece[PIECE] = "samples";
    struct film *film = film_begin(scene->out, options, err);
    if (!film) {
        return false;
    }
    for (int i = 0; i < PIECES; i++) {
        if (!film_append(film, piece, sizeof piece, err)) {
            film_abandon(film);
            return false;
        }
    }
    return film_finish(film, err);
}

static bool has_word(const struct scene *scene, const char *word) {
    struct bytes bytes;
    struct error err = {0};
    struct text_builder line = {0};
    assert_true(file_read(scene->words, 1 << 16, &bytes, &err));
    text_add_format(&line, "\n%s\n", word);
    bool found = strstr(bytes.data, line.text) != NULL;
    text_builder_free(&line);
    bytes_free(&bytes);
    return found;
}

static void what_it_writes_becomes_the_file(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    struct bytes bytes;
    write_program(scene, "flac", "cat >\"$out\"");
    if (!make(scene, &flac, &err)) {
        fail_msg("%s", err.text);
    }
    assert_true(file_read(scene->out, 1 << 23, &bytes, &err));
    assert_int_equal(bytes.length, 64 * 65536);
    assert_string_equal(bytes.data, "samples");
    bytes_free(&bytes);
    // Words go through no shell.
    assert_true(has_word(scene, "title=A \"title\" = $HOME"));
    assert_int_equal(scratch_count(scene->folder), 3);
}

static void encoders_are_those_that_it_has(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    const struct film_options ogg = {.kind = FILM_OGG, .title = ""};
    const struct film_options film = {
        .kind = FILM_MP4, .title = "", .width = 64, .height = 64, .sound = "a sound.flac"};
    write_program(scene, "flac libopus libvorbis", "cat >\"$out\"");
    assert_true(make(scene, &ogg, &err));
    assert_true(has_word(scene, "libvorbis"));
    write_program(scene, "flac libopus", "cat >\"$out\"");
    assert_true(make(scene, &ogg, &err));
    assert_true(has_word(scene, "libopus"));
    assert_false(has_word(scene, "libvorbis"));
    write_program(scene, "mpeg4 xlibx264 libx264rgb", "cat >\"$out\"");
    assert_true(make(scene, &film, &err));
    assert_true(has_word(scene, "mpeg4"));
    assert_false(has_word(scene, "libx264"));
    write_program(scene, "mpeg4 libx264 aac", "cat >\"$out\"");
    assert_true(make(scene, &film, &err));
    assert_true(has_word(scene, "libx264"));
    assert_true(has_word(scene, "file:a sound.flac"));
    assert_true(has_word(scene, "64x64"));
}

// Whatever way it fails the old file stands, nothing temporary does, and its words are handed on.
static void one_that_fails_leaves_the_old_file(void **state) {
    static const struct {
        const char *rest, *why;
    } ways[] = {
        {"echo 'no room' >&2; exit 1", "no room"},
        {"cat >\"$out\"; echo 'no room' >&2; exit 1", "no room"},
        {"cat >\"$out\"; echo 'no room at the end' >&2", "no room at the end"}, // status 0
        {"head -c 70000 >\"$out\"; echo early >&2; exit 2", "early"},
        {"kill -9 $$", "signal 9"},
    };
    struct scene *scene = *state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct error err = {0};
        struct bytes bytes;
        assert_true(file_write(scene->out, "old", 3, 0644, &err));
        write_program(scene, "flac", ways[i].rest);
        assert_false(make(scene, &flac, &err));
        if (err.code != ERROR_PROGRAM || !strstr(err.text, ways[i].why)) {
            fail_msg("%s: %s", ways[i].rest, err.text);
        }
        assert_true(file_read(scene->out, 100, &bytes, &err));
        assert_string_equal(bytes.data, "old");
        bytes_free(&bytes);
        assert_int_equal(scratch_count(scene->folder), 3);
    }
}

static void one_that_is_abandoned_leaves_nothing(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    write_program(scene, "flac", "cat >\"$out\"; sleep 100");
    struct film *film = film_begin(scene->out, &flac, &err);
    assert_non_null(film);
    assert_true(film_append(film, "abcd", 4, &err));
    film_abandon(film);
    film_abandon(NULL);
    assert_false(file_exists(scene->out));
}

static void without_the_program_it_is_named(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    setenv("PATH", scene->folder, 1);
    assert_false(film_is_possible(&err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_non_null(strstr(err.text, "ffmpeg"));
    assert_false(make(scene, &flac, &err));
    assert_int_equal(scratch_count(scene->folder), 0);
    write_program(scene, "flac", "");
    assert_true(film_is_possible(&err));
}

static void a_place_that_cannot_be_written_is_told(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    write_program(scene, "flac", "cat >\"$out\"");
    text_copy(scene->out, sizeof scene->out, "/nonexistent/out.flac");
    assert_false(make(scene, &flac, &err));
    assert_int_equal(err.code, ERROR_MISSING);
}

static void the_ending_tells_the_kind(void **state) {
    (void)state;
    assert_int_equal(film_kind_of("a.flac"), FILM_FLAC);
    assert_int_equal(film_kind_of("x.y/a.ogg"), FILM_OGG);
    assert_int_equal(film_kind_of("a.mp4"), FILM_MP4);
    static const char *const none[] = {"a.wav", ".mp4", "x/.mp4", "a.mp4/b", "a.MP4", "mp4", ""};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_int_equal(film_kind_of(none[i]), FILM_NONE);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_it_writes_becomes_the_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(encoders_are_those_that_it_has, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_fails_leaves_the_old_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_is_abandoned_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_the_program_it_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_place_that_cannot_be_written_is_told, set_up, tear_down),
        cmocka_unit_test(the_ending_tells_the_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
