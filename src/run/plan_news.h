// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan_diff.h"
#include "run/plan_coming.h"
#include "run/plan_state.h"

// What adding a plan means beside what is there: the first of its id, another version and what is
// different in it, nothing new; and what its dates say.

enum plan_news_kind {
    NEWS_FIRST,   // no plan of this id was there
    NEWS_SAME,    // it is kept already
    NEWS_VERSION, // another version
    NEWS_AGAIN,   // it was removed, and begins again
};

struct plan_news {
    enum plan_news_kind kind;
    int version;                    // from 1: the number it gets or has
    const struct plan_file *before; // the newest version so far, of the shelf; NULL: none
    struct plan_change changes[PLAN_CHANGES_MAX];
    int change_count;
    bool ended;   // its last day has passed
    bool later;   // it takes over from a version in force on its first day, which lies ahead
    bool earlier; // its first day is before that of the version in force: an older file?
    int64_t before_begins; // for `earlier`: the first day of that one
};
void plan_news_weigh(const struct house *house, const struct plan_shelf *shelf,
                     const struct plan_coming *coming, struct plan_news *news);
// As one or several lines, the last without its end; a change is two blanks in.
void plan_news_words(struct text_builder *text, const struct house *house,
                     const struct plan_coming *coming, const struct plan_news *news);
