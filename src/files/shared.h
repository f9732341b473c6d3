// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/memory.h"
#include "core/pose.h"
#include "files/faults.h"

// The shared catalogues: poses, cautions and sources that routine files name by key.
//
// Ours lie in routines/shared/, a person's own in the same folder of theirs and only add: an id
// that ours has already is a fault and ours stays.

struct caution {
    const char *id, *text;
};

struct source {
    const char *id, *title, *year, *where;
};

struct shared {
    struct pose *poses;
    int pose_count;
    struct caution *cautions;
    int caution_count;
    struct source *sources;
    int source_count;
    // "de" takes title_de, text_de ... where they are; NULL: English. Set before reading, borrowed.
    const char *language;
    struct arena arena;
};

// Adds one; false, and nothing added, when its id is there already. Texts are borrowed.
bool shared_add_pose(struct shared *shared, const struct pose *pose);
bool shared_add_caution(struct shared *shared, const struct caution *caution);
bool shared_add_source(struct shared *shared, const struct source *source);

// Reads one catalogue file (whichever of the three lists it holds) and adds to `shared`. False on
// an error; what was right is added all the same.
bool shared_read(const char *path, struct shared *shared, struct faults *faults);

// The same from a file that is parsed already.
struct node;
void shared_read_tree(const struct node *root, struct shared *shared, struct faults *faults);

// Reads poses.cfg, cautions.cfg and sources.cfg of a folder where they are there. Faults of all
// three go to standard error through the log. Built-in scenes (hands arms ... skin-check) are
// always there, unless poses.cfg draws one of that name.
void shared_read_folder(const char *folder, struct shared *shared);

const struct pose *shared_pose(const struct shared *shared, const char *id);
const struct caution *shared_caution(const struct shared *shared, const char *id);
const struct source *shared_source(const struct shared *shared, const char *id);

// The known id nearest to a mistyped one, or NULL.
const char *shared_nearest_pose(const struct shared *shared, const char *id);
const char *shared_nearest_caution(const struct shared *shared, const char *id);
const char *shared_nearest_source(const struct shared *shared, const char *id);

void shared_free(struct shared *shared);
