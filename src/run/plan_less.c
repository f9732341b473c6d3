// SPDX-License-Identifier: MIT
#include "run/plan_less.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/adherence.h"
#include "core/week.h"
#include "files/plan_less.h"
#include "run/diary_past.h"
#include "run/plan_seen.h"
#include "run/plan_words.h"
#include "store/answers.h"
#include "store/moments.h"
#include "store/removal.h"

enum { KEY_MAX = ROUTINE_ID_MAX + 24, VALUE_MAX = 2 * UUID_TEXT_MAX, AWAY_DAYS = 5 };

#define AWAY_KEY "less-away"
#define MADE_KEY "less-made"

static bool remember(struct house *house, const char *what, const char *plan, const char *value,
                     struct error *err) {
    char key[KEY_MAX];
    text_format(key, sizeof key, "%s-%s", what, plan);
    return remembered_set(house->store, key, value, err);
}

// ---- what is too much ----

static bool was_put_away(const struct house *house, const char *plan) {
    char key[KEY_MAX];
    char *told = NULL;
    int64_t day = INT64_MIN;
    struct error ignored = {0};
    text_format(key, sizeof key, "%s-%s", AWAY_KEY, plan);
    bool away = remembered_get(house->store, key, &told, &ignored) && told &&
                text_read_whole(told, &day) && day + PLAN_LESS_AGAIN_DAYS > house_today(house);
    memory_free(told);
    return away;
}

static bool is_little(const struct plan_book *book, struct done_sessions done, int64_t first,
                      int64_t today) {
    struct adherence week = adherence_of(book, done, first, first + WEEK_DAYS - 1, today);
    return week.given && week.share < 0.5;
}

// The item of which the smallest share was done, of those that can be asked for less; -1: none.
static int least_done(const struct plan_book *book, struct done_sessions done, int64_t first,
                      int64_t today) {
    const struct plan *plan = book->versions[0].plan;
    int due[PLAN_ITEMS_MAX] = {0}, served[PLAN_ITEMS_MAX] = {0}, routines = 0, least = -1;
    for (int64_t day = first; day < today; day++) {
        struct asked asked[ASKED_MAX];
        int count = adherence_asked(book, done, day, asked);
        for (int i = 0; i < plan->item_count; i++) {
            const struct plan_item *item = &plan->items[i];
            for (int at = 0; at < count && item->routine; at++) {
                bool same = strcmp(asked[at].routine, item->routine) == 0 &&
                            asked[at].side == item->side && plan_item_due(plan, i, day) > 0;
                due[i] += same ? asked[at].due : 0;
                served[i] += same ? asked[at].done : 0;
            }
        }
    }
    for (int i = 0; i < plan->item_count; i++) {
        routines += plan->items[i].routine != NULL;
    }
    for (int i = 0; i < plan->item_count; i++) {
        bool can = due[i] > 0 && (plan->items[i].per_day > 1 || routines > 1);
        if (can && (least < 0 || served[i] * due[least] < served[least] * due[i])) {
            least = i;
        }
    }
    return least;
}

static bool look_at(struct house *house, const struct plan_shelf *shelf, int version,
                    struct done_sessions done, struct plan_less *less) {
    const struct plan_version *kept = &shelf->book.versions[version];
    const struct plan_book book = {kept, 1, shelf->book.rests, shelf->book.rest_count};
    int64_t today = house_today(house), first = today - PLAN_LESS_WEEKS * WEEK_DAYS;
    bool held = kept->added <= first && kept->plan->from <= first;
    if (!held || was_put_away(house, kept->plan->id) || !is_little(&book, done, first, today) ||
        !is_little(&book, done, first + WEEK_DAYS, today)) {
        return false;
    }
    int item = least_done(&book, done, first, today);
    if (item < 0) {
        return false;
    }
    struct text_builder name = {0};
    int before = kept->plan->items[item].per_day;
    *less =
        (struct plan_less){.version = version, .item = item, .before = before, .after = before - 1};
    plan_words_name(&name, plan_shelf_file(shelf, kept->plan), &house->catalog, item);
    text_copy(less->name, sizeof less->name, name.text);
    text_builder_free(&name);
    return true;
}

bool plan_less_find(struct house *house, const struct plan_shelf *shelf, struct plan_less *less,
                    bool *found, struct error *err) {
    int64_t today = house_today(house);
    struct session_past past = {0};
    const struct plan *plans[PLANS_MAX];
    int count = plan_shelf_in_force(shelf, today, plans);
    *found = false;
    if (count == 0) {
        return true;
    }
    if (!session_past_read(house, today - PLAN_LESS_WEEKS * WEEK_DAYS, today, &past, err)) {
        return false;
    }
    int last = past.done.count - 1;
    bool here = last >= 0 && past.done.sessions[last].day > today - AWAY_DAYS;
    for (int i = 0; i < shelf->book.version_count && here && !*found; i++) {
        for (int at = 0; at < count && !*found; at++) {
            *found = shelf->book.versions[i].plan == plans[at] &&
                     look_at(house, shelf, i, past.done, less);
        }
    }
    session_past_free(&past);
    return true;
}

// ---- what is done about it ----

static int newest_of(const struct plan_shelf *shelf, const char *id) {
    int found = -1;
    for (int i = 0; i < shelf->book.version_count; i++) {
        found = strcmp(shelf->book.versions[i].plan->id, id) == 0 ? i : found;
    }
    return found;
}

// Whoever made it has seen it; taken back, the one before.
static bool set_seen(struct house *house, const char *id, struct error *err) {
    struct plan_shelf shelf;
    if (!plan_shelf_read(house, &shelf, err)) {
        return false;
    }
    int version = newest_of(&shelf, id);
    bool right = version < 0 || plan_seen_set(house, &shelf, version, true, err);
    plan_shelf_free(&shelf);
    return right;
}

static bool note_it(struct house *house, const struct plan *plan, const struct plan_less *less,
                    struct moment *moment, struct error *err) {
    struct text_builder text = {0};
    if (less->after > 0) {
        text_add_format(&text, _("“%s” was too much: %s, %d a day in place of %d."), plan->title,
                        less->name, less->after, less->before);
    } else {
        text_add_format(&text, _("“%s” was too much: %s is left out."), plan->title, less->name);
    }
    *moment = (struct moment){.kind = MOMENT_QUESTION,
                              .at = clock_wall_now(&house->clock),
                              .per_minute = -1,
                              .strength = -1,
                              .text = text.text};
    return moments_add(house->store, moment, err);
}

// The text has to be a plan still, with as much asked for as was meant.
static bool is_meant(const struct house *house, const struct stored_plan *stored,
                     const struct plan *before, const struct plan_less *less) {
    struct plan_file file;
    struct faults faults = {0};
    bool read = plan_shelf_parse(house, stored, &file, &faults);
    faults_free(&faults);
    if (!read) {
        return false;
    }
    bool meant = less->after > 0 ? file.plan.item_count == before->item_count &&
                                       file.plan.items[less->item].per_day == less->after
                                 : file.plan.item_count == before->item_count - 1;
    plan_file_free(&file);
    return meant;
}

bool plan_less_keep(struct house *house, const struct plan_shelf *shelf,
                    const struct plan_less *less, struct error *err) {
    const struct plan *plan = shelf->book.versions[less->version].plan;
    const struct stored_plan *stored = plan_shelf_stored(shelf, plan);
    struct stored_plan smaller = {.added = clock_wall_now(&house->clock), .removed = INT64_MAX};
    struct moment moment = {.text = NULL};
    char rows[VALUE_MAX];
    bool added = false;
    smaller.text = stored ? plan_file_less(stored->text, less->item, less->after) : NULL;
    text_copy(smaller.id, sizeof smaller.id, plan->id);
    bool right = smaller.text && is_meant(house, &smaller, plan, less);
    if (!right) {
        error_set(err, ERROR_INPUT, _("%s cannot be made smaller here"), plan->title);
    }
    right = right && plans_add(house->store, &smaller, &added, err) &&
            note_it(house, plan, less, &moment, err) && set_seen(house, plan->id, err);
    text_format(rows, sizeof rows, "%s %s", smaller.row, moment.id);
    right = right && remember(house, MADE_KEY, plan->id, rows, err);
    memory_free(smaller.text);
    moment_free(&moment);
    return right;
}

bool plan_less_back(struct house *house, const char *plan, struct error *err) {
    char key[KEY_MAX];
    char *rows = NULL;
    text_format(key, sizeof key, "%s-%s", MADE_KEY, plan);
    bool right = remembered_get(house->store, key, &rows, err);
    char *note = right && rows ? strchr(rows, ' ') : NULL;
    if (right && !note) {
        memory_free(rows);
        return error_set(err, ERROR_MISSING, _("%s was not made smaller"), plan);
    }
    if (note) {
        *note++ = '\0';
    }
    right = right && removal_of(house->store, REMOVAL_PLAN, rows, err) &&
            removal_of(house->store, REMOVAL_MOMENT, note, err) && set_seen(house, plan, err) &&
            remember(house, MADE_KEY, plan, "", err);
    memory_free(rows);
    return right;
}

bool plan_less_put_away(struct house *house, const char *plan, bool away, struct error *err) {
    char day[TEXT_NUMBER_MAX] = "";
    if (away) {
        text_format(day, sizeof day, "%d", (int)house_today(house));
    }
    return remember(house, AWAY_KEY, plan, day, err);
}
