// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan_diff.h"
#include "run/plan_state.h"

// A plan on its way into the history: read, weighed against what is there, added.
//
//     if (plan_offer_read(house, "starter-quiet", &offer)) {
//         plan_offer_weigh(house, &shelf, &offer, &news);     // what adding it means
//         plan_offer_add(house, &shelf, &offer, &added, &err);
//     }
//     faults_print(&offer.faults, offer.path, stderr);        // errors, or warnings
//     plan_offer_free(&offer);

struct plan_offer {
    char *path;            // of the file
    char *text;            // as it is to be kept; a starter begins today
    struct plan_file file; // that text, held against the catalogue and the profile
    struct faults faults;
};

// Reads what a person named: a path, or "starter-quiet". A plan without `profile` is held against
// the person's own where the history is open (house->store) and she told of a condition. False:
// the faults say why, the rest is empty. The caller frees it in either case.
bool plan_offer_read(struct house *house, const char *what, struct plan_offer *offer);
void plan_offer_free(struct plan_offer *offer);

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
void plan_offer_weigh(const struct house *house, const struct plan_shelf *shelf,
                      const struct plan_offer *offer, struct plan_news *news);
// As one or several lines, the last without its end; a change is two blanks in.
void plan_news_words(struct text_builder *text, const struct house *house,
                     const struct plan_offer *offer, const struct plan_news *news);

// Into the history, which is open for writing. `*added` is false where it was kept already; `row`
// is the version for store/removal.h, where the person takes it back. ERROR_INPUT where there are
// PLANS_MAX others already.
bool plan_offer_add(struct house *house, const struct plan_shelf *shelf,
                    const struct plan_offer *offer, bool *added, char row[UUID_TEXT_MAX],
                    struct error *err);
