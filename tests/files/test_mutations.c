// SPDX-License-Identifier: MIT
#include "faulty.h"

#include <time.h>

#include "base/file.h"
#include "core/timeline.h"
#include "files/routine_file.h"
#include "seed.h"

// Shipped routines with random damage: whatever stands in a file, there is an answer, and it is a
// routine that can be played or a list of faults that can be printed.

enum { ROUNDS = 4000, DAMAGES_MAX = 4 };

static uint64_t next_random(uint64_t *seed) {
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(2685821657736338717) >> 16;
}

static size_t below(uint64_t *seed, size_t limit) {
    return limit ? (size_t)(next_random(seed) % limit) : 0;
}

static const char *const pieces[] = {"\"",
                                     "(",
                                     ")",
                                     "{",
                                     "}",
                                     "[",
                                     "]",
                                     ";",
                                     ",",
                                     "=",
                                     "/*",
                                     "//",
                                     "#",
                                     "@include \"x\"",
                                     "\\",
                                     "\n",
                                     "\xEF\xBB\xBF",
                                     "\xFF",
                                     "\xE2\x80\x9C",
                                     "0",
                                     "-1",
                                     "201",
                                     "4294967301",
                                     "1e400",
                                     "0.05",
                                     "true",
                                     "left",
                                     "steps = (",
                                     "repeat = 2;",
                                     "seconds = 5;",
                                     "say_xx = \"x\";",
                                     "gates = { };",
                                     "\\x00"};

// Takes a stretch out, says it twice, puts a piece in, or changes a byte.
static void damage(struct text_builder *text, uint64_t *seed) {
    struct text_builder to = {0};
    size_t at = below(seed, text->length), span = below(seed, 40);
    span = at + span > text->length ? text->length - at : span;
    text_add_bytes(&to, text->text, at);
    switch (below(seed, 4)) {
    case 0:
        at += span;
        break;
    case 1:
        text_add_bytes(&to, text->text + at, span);
        break;
    case 2:
        text_add(&to, pieces[below(seed, sizeof pieces / sizeof *pieces)]);
        break;
    default:
        text_add_bytes(&to, (char[]){(char)below(seed, 256)}, 1);
        at += at < text->length;
        break;
    }
    text_add_bytes(&to, text->text + at, text->length - at);
    text_builder_free(text);
    *text = to;
}

static bool is_printable(const char *line) {
    size_t length = strlen(line);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t bytes = text_character(line + at, length - at, &code);
        if (!bytes || text_is_control(code)) {
            return false;
        }
        at += bytes;
    }
    return true;
}

static void assert_answer(bool good, const struct routine *routine, struct faults *faults) {
    assert_int_equal(good, faults->errors == 0);
    for (int index = 0; index < faults->count; index++) {
        char *line = fault_text(&faults->items[index], "x.cfg");
        assert_true(is_printable(line));
        assert_string_not_equal(faults->items[index].why, "");
        assert_true(faults->items[index].line > 0);
        memory_free(line);
    }
    if (good) {
        assert_true(routine->step_count > 0);
        assert_non_null(routine->title);
        for (int index = 0; index < routine->step_count; index++) {
            assert_true(routine->steps[index].name[0] != '\0');
        }
    }
}

struct seeds {
    struct shared shared;
    struct file_names names;
    struct bytes *files;
};

static int set_up(void **state) {
    static struct seeds seeds;
    struct error err;
    char path[512];
    seeds = (struct seeds){0};
    shared_read_folder("routines/shared", &seeds.shared);
    assert_true(file_list("routines", ".cfg", &seeds.names, &err));
    assert_true(seeds.names.count > 0);
    seeds.files = memory_new((size_t)seeds.names.count, sizeof *seeds.files);
    for (int index = 0; index < seeds.names.count; index++) {
        text_format(path, sizeof path, "routines/%s", seeds.names.names[index]);
        assert_true(file_read(path, 262144, &seeds.files[index], &err));
    }
    *state = &seeds;
    return 0;
}

static int tear_down(void **state) {
    struct seeds *seeds = *state;
    for (int index = 0; index < seeds->names.count; index++) {
        bytes_free(&seeds->files[index]);
    }
    memory_free(seeds->files);
    file_names_free(&seeds->names);
    shared_free(&seeds->shared);
    return 0;
}

static void test_damaged_files_have_an_answer(void **state) {
    const struct seeds *seeds = *state;
    uint64_t seed = seed_new();
    int good_ones = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const struct bytes *file = &seeds->files[below(&seed, (size_t)seeds->names.count)];
        struct text_builder text = {0};
        struct faults faults = {0};
        struct routine routine;
        struct routine_reading reading = {
            .shared = &seeds->shared, .language = "de", .strict = round % 2, .images = "images"};
        text_add_bytes(&text, file->data, file->length);
        for (size_t left = 1 + below(&seed, DAMAGES_MAX); left > 0 && text.length > 0; left--) {
            damage(&text, &seed);
        }
        struct bytes bytes = {.data = memory_new(text.length + 1, 1), .length = text.length};
        memcpy(bytes.data, text.length ? text.text : "", text.length);
        bool good = routine_file_parse("x.cfg", &bytes, &reading, &routine, &faults);
        assert_answer(good, &routine, &faults);
        good_ones += good;
        routine_free(&routine);
        faults_free(&faults);
        memory_free(bytes.data);
        text_builder_free(&text);
    }
    // Damage in a comment or a text often leaves a good file; damage everywhere else must not.
    assert_in_range(good_ones, 1, ROUNDS * 3 / 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_damaged_files_have_an_answer, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
