// SPDX-License-Identifier: MIT

// libFuzzer target for what strangers write: bytes -> lexer -> tree -> routine -> timeline ->
// frames.
//
// Not built by make. With clang, from the root of the repository:
//
//   clang -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined
//       -fno-sanitize-recover=undefined -Isrc -o build/fuzz_routine tests/fuzz/fuzz_routine.c
//       src/files/*.c src/core/*.c src/base/*.c $(pkg-config --cflags --libs libconfig jansson) -lm
//   mkdir -p build/corpus && cp routines/*.cfg tests/bad/*.cfg tests/traces/*.cfg build/corpus
//   build/fuzz_routine -dict=tests/fuzz/routine.dict -max_len=8192 -timeout=2 build/corpus
//
// Beyond not crashing: a file without an error compiles, and every message is one line of valid
// UTF-8 without control characters, whatever stood in the file.

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/timeline.h"
#include "files/routine_file.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void check_text(const char *text) {
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t bytes = text_character(text + at, length - at, &code);
        assert(bytes > 0 && !text_is_control(code));
        at += bytes;
    }
}

static void check_faults(struct faults *faults) {
    faults_sort(faults);
    for (int index = 0; index < faults->count; index++) {
        assert(faults->items[index].line > 0 && faults->items[index].why[0]);
        // The lexer names the cause of everything that libconfig would stop at.
        assert(strcmp(faults->items[index].why, "this line is not understood") != 0);
        char *text = fault_text(&faults->items[index], "x.cfg");
        check_text(text);
        memory_free(text);
    }
    assert(faults->errors <= FAULTS_MAX || faults->count == FAULTS_MAX + 1);
}

static void check_timeline(const struct routine *routine) {
    struct timeline_options options = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    struct error err = {0};
    struct timeline *timeline = timeline_compile(routine, &options, &err);
    assert(timeline);
    const int64_t places[] = {0, timeline->total_ms / 2, timeline->total_ms};
    for (int index = 0; index < 3; index++) {
        struct frame frame = timeline_frame_at(timeline, places[index]);
        assert(frame.level >= 0.0 && frame.level <= 1.0);
    }
    timeline_free(timeline);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
    struct shared shared = {0};
    struct faults faults = {0};
    struct routine routine;
    struct bytes bytes = {.data = memory_new(size + 1, 1), .length = size};
    if (size) {
        memcpy(bytes.data, data, size);
    }
    const struct pose pose = {.id = "smile_closed", .title = "Smile", .moves = MOVES_FACE};
    shared_add_pose(&shared, &pose);
    shared_add_caution(&shared, &(struct caution){"C1", "Stop."});
    shared_add_source(&shared, &(struct source){.id = "IFP-RELAX", .title = "One"});
    struct routine_reading reading = {.shared = &shared, .language = "de", .strict = size % 2};
    bool good = routine_file_parse("x.cfg", &bytes, &reading, &routine, &faults);
    assert(good == (faults.errors == 0));
    if (good) {
        check_timeline(&routine);
    }
    check_faults(&faults);
    routine_free(&routine);
    faults_free(&faults);
    shared_free(&shared);
    memory_free(bytes.data);
    return 0;
}
