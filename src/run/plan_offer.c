// SPDX-License-Identifier: MIT
#include "run/plan_offer.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "files/tree.h"
#include "run/day_words.h"
#include "run/plan_words.h"
#include "run/profile_read.h"

// Whether the person has told what decides; then *own is that.
static bool read_own(const struct house *house, struct profile *own) {
    struct error err = {0};
    if (!house->store || !profile_read(house->store, clock_wall_now(&house->clock), own, &err)) {
        return false;
    }
    return own->conditions || own->floppy == REPLY_YES;
}

static bool parse(const struct house *house, const char *path, struct bytes *bytes,
                  struct plan_offer *offer) {
    struct profile own = {0};
    struct plan_reading reading = {
        .catalog = &house->catalog,
        .language = text_language(),
        .images = house->paths.images,
        .own = read_own(house, &own) ? &own : NULL,
        .now_s = clock_wall_now(&house->clock).utc_s,
        .begins = house_today(house),
    };
    return plan_file_parse(path, bytes, &reading, &offer->file, &offer->faults);
}

// The nearest of the shipped starters, as a fault of the whole file.
static void fault_starter(const struct house *house, const char *what, struct faults *faults) {
    struct file_names names = {0};
    struct error ignored = {0};
    struct text_builder all = {0};
    char *folder = file_join(house->paths.routines, "starters");
    if (file_list(folder, ".cfg", &names, &ignored)) {
        for (int i = 0; i < names.count; i++) {
            int stem = (int)(strlen(names.names[i]) - strlen(".cfg"));
            text_add_format(&all, " starter-%.*s", stem, names.names[i]);
        }
        file_names_free(&names);
    }
    faults_add(faults, FAULT_ERROR, 0, NULL, "there is no %s; there are:%s", what,
               all.text ? all.text : " -");
    text_builder_free(&all);
    memory_free(folder);
}

static bool read_bytes(const struct house *house, const char *what, struct plan_offer *offer,
                       struct bytes *bytes) {
    bool starter = strcmp(offer->path, what) != 0;
    if (starter && !file_exists(offer->path)) {
        memory_free(offer->path);
        offer->path = memory_text(what);
        fault_starter(house, what, &offer->faults);
        return false;
    }
    return tree_read_bytes(offer->path, bytes, &offer->faults);
}

// The text as it was read; a fortnight without dates begins today.
static void take_text(const struct house *house, const struct bytes *bytes,
                      struct plan_offer *offer) {
    bool begins = offer->file.undated && offer->file.plan.by == BY_STARTER;
    offer->text =
        begins ? plan_file_begun(bytes->data, house_today(house)) : memory_text(bytes->data);
}

bool plan_offer_read(struct house *house, const char *what, struct plan_offer *offer) {
    struct bytes bytes = {0};
    *offer = (struct plan_offer){.path = plan_file_path(house->paths.routines, what)};
    house_read_catalog(house);
    bool right = read_bytes(house, what, offer, &bytes) && parse(house, offer->path, &bytes, offer);
    if (right) {
        take_text(house, &bytes, offer);
    }
    bytes_free(&bytes);
    return right;
}

void plan_offer_free(struct plan_offer *offer) {
    plan_file_free(&offer->file);
    faults_free(&offer->faults);
    memory_free(offer->path);
    memory_free(offer->text);
    *offer = (struct plan_offer){0};
}

static const struct plan *newest_of(const struct plan_shelf *shelf, const char *id, int *versions) {
    const struct plan *newest = NULL;
    *versions = 0;
    for (const struct plan *plan; (plan = plan_version(shelf, id, *versions + 1));) {
        newest = plan;
        ++*versions;
    }
    return newest;
}

// What its dates mean beside those of the version that is in force.
static void weigh_dates(const struct plan_shelf *shelf, const struct plan *plan, int64_t today,
                        struct plan_news *news) {
    const struct plan *serving = plan_in_force(&shelf->book, plan->id, today);
    news->ended = plan->to < today;
    news->later = serving && plan->from > today;
    news->earlier = serving && plan->from < serving->from;
    news->before_begins = serving ? serving->from : 0;
}

void plan_offer_weigh(const struct house *house, const struct plan_shelf *shelf,
                      const struct plan_offer *offer, struct plan_news *news) {
    const struct plan *plan = &offer->file.plan;
    int versions = 0;
    const struct plan *newest = newest_of(shelf, plan->id, &versions);
    *news = (struct plan_news){.kind = NEWS_FIRST, .version = versions + 1};
    weigh_dates(shelf, plan, house_today(house), news);
    if (!newest) {
        return;
    }
    const struct stored_plan *stored = plan_shelf_stored(shelf, newest);
    bool removed = stored->removed != INT64_MAX;
    bool same = !removed && strcmp(stored->text, offer->text) == 0;
    news->kind = same ? NEWS_SAME : removed ? NEWS_AGAIN : NEWS_VERSION;
    news->version = same ? versions : versions + 1;
    news->before = plan_shelf_file(shelf, newest);
    news->change_count = plan_diff(newest, plan, news->changes);
}

static void tell_kind(struct text_builder *text, const struct plan *plan,
                      const struct plan_news *news) {
    switch (news->kind) {
    case NEWS_FIRST:
        text_add_format(text, _("Added: %s (%s), "), plan->title, plan->id);
        plan_span_tell(text, plan->from, plan->to);
        text_add(text, ".");
        break;
    case NEWS_SAME:
        text_add_format(text, _("Nothing has changed: version %d of %s has this very text."),
                        news->version, plan->id);
        break;
    case NEWS_VERSION:
        text_add_format(text, _("Added: version %d of %s."), news->version, plan->id);
        break;
    case NEWS_AGAIN:
        text_add_format(text, _("%s was removed; with version %d it begins anew."), plan->id,
                        news->version);
        break;
    }
}

static void tell_changes(struct text_builder *text, const struct house *house,
                         const struct plan_offer *offer, const struct plan_news *news) {
    struct plan_versions versions = {
        .before = news->before, .after = &offer->file, .catalog = &house->catalog};
    if (!news->before || news->kind == NEWS_SAME) {
        return;
    }
    if (news->change_count == 0) {
        text_add_format(text, "\n%s", _("What it asks for is the same as before."));
    }
    for (int i = 0; i < news->change_count; i++) {
        text_add(text, "\n  ");
        plan_words_change(text, &versions, &news->changes[i]);
    }
}

static void tell_dates(struct text_builder *text, const struct plan *plan,
                       const struct plan_news *news) {
    char day[DAY_WORDS_DATE_MAX], other[DAY_WORDS_DATE_MAX];
    if (news->ended) {
        text_add_format(text, _("\nIts last day, %s, has passed: it asks for nothing any more."),
                        day_words_day(plan->to, day));
    }
    if (news->kind == NEWS_SAME) {
        return;
    }
    if (news->later) {
        text_add_format(text, _("\nIt counts from %s on; until then the version before does."),
                        day_words_day(plan->from, day));
    }
    if (news->earlier) {
        text_add_format(text,
                        _("\nIt begins on %s, before the version that was in force (%s). Is it an "
                          "older file?"),
                        day_words_day(plan->from, day), day_words_day(news->before_begins, other));
    }
}

void plan_news_words(struct text_builder *text, const struct house *house,
                     const struct plan_offer *offer, const struct plan_news *news) {
    tell_kind(text, &offer->file.plan, news);
    tell_changes(text, house, offer, news);
    tell_dates(text, &offer->file.plan, news);
}

// Those that are in force or will be, without one of this id.
static int others(const struct house *house, const struct plan_shelf *shelf, const char *id) {
    struct plan_standing *standings;
    int count = plan_standings(shelf, house_today(house), &standings), others = 0;
    for (int i = 0; i < count; i++) {
        bool serves = standings[i].state != PLAN_ENDED && standings[i].state != PLAN_REMOVED;
        others += serves && strcmp(standings[i].id, id) != 0;
    }
    memory_free(standings);
    return others;
}

bool plan_offer_add(struct house *house, const struct plan_shelf *shelf,
                    const struct plan_offer *offer, bool *added, char row[UUID_TEXT_MAX],
                    struct error *err) {
    const char *id = offer->file.plan.id;
    *added = false;
    row[0] = '\0';
    if (others(house, shelf, id) >= PLANS_MAX) {
        return error_set(err, ERROR_INPUT,
                         _("there are %d plans already; repose plan remove ID ends one"),
                         (int)PLANS_MAX);
    }
    char whole[PATH_MAX];
    struct stored_plan plan = {.added = clock_wall_now(&house->clock),
                               .text = offer->text,
                               .name = realpath(offer->path, whole)};
    text_copy(plan.id, sizeof plan.id, id);
    bool done = plans_add(house->store, &plan, added, err);
    text_copy(row, UUID_TEXT_MAX, plan.row);
    return done;
}
