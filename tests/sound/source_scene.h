// SPDX-License-Identifier: MIT
#pragma once

#include "sound/sound_file.h"
#include "sound/source.h"

// One sound file in a folder of its own, for the tests of source.

static const struct source_options plain = {.bytes_most = 64 << 20, .seconds_most = 3600};
static const struct source_options round_and_round = {
    .circular = true, .bytes_most = 64 << 20, .seconds_most = 3600};

struct source_scene {
    char *folder, *path;
};

static inline int set_up(void **state) {
    struct source_scene *scene = memory_new(1, sizeof *scene);
    scene->folder = folder_make();
    scene->path = file_join(scene->folder, "sound");
    *state = scene;
    return 0;
}

static inline int tear_down(void **state) {
    struct source_scene *scene = *state;
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static inline struct source *open_it(const struct source_scene *scene,
                                     const struct source_options *options) {
    struct error err = {0};
    struct source *source = source_open(scene->path, options, &err);
    if (!source) {
        fail_msg("%s", err.text);
    }
    return source;
}

static inline struct clip read_all(const struct source_scene *scene) {
    struct clip clip = {0};
    struct error err = {0};
    if (!source_read_clip(scene->path, &plain, &clip, &err)) {
        fail_msg("%s", err.text);
    }
    return clip;
}
