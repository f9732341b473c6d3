// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/plan.h"
#include "run/plan_person.h"

// Plans as JSON: days as dates, what is not given as null.

static const char *const author_words[] = {
    [BY_THERAPIST] = "therapist", [BY_SELF] = "self", [BY_STARTER] = "starter"};
static const char *const weekday_words[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
// In the order of the bits of enum plan_ask.
static const char *const ask_about[] = {"twitch", "severity", "frequency",
                                        "impact", "count",    "session"};

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

struct json *plan_json_day(int64_t day) {
    int year, month, number;
    char text[16];
    if (day == INT64_MAX || day == INT64_MIN) {
        return json_null();
    }
    date_of_day(day, &year, &month, &number);
    text_format(text, sizeof text, "%04d-%02d-%02d", year, month, number);
    return json_text(text);
}

static struct json *words_of(unsigned bits, const char *const words[], int count) {
    struct json *array = json_array();
    for (int i = 0; i < count; i++) {
        if (bits >> i & 1U) {
            json_append(array, json_text(words[i]));
        }
    }
    return array;
}

static struct json *whole_or_null(int value) {
    return value >= 0 ? json_whole(value) : json_null();
}

static struct json *seconds_or_null(int64_t ms) {
    return ms >= 0 ? json_number((double)ms / 1000.0) : json_null();
}

static struct json *json_of_times(const struct plan_item *item) {
    struct json *times = json_array();
    for (int i = 0; i < item->at_count; i++) {
        char at[8];
        text_format(at, sizeof at, "%02d:%02d", item->at[i] / 60, item->at[i] % 60);
        json_append(times, json_text(at));
    }
    return times;
}

static void set_dose(struct json *object, const struct plan_dose *dose) {
    struct json *only = json_array();
    for (int i = 0; i < dose->only_count; i++) {
        json_append(only, json_text(dose->only[i]));
    }
    json_set(object, "reps", whole_or_null(dose->reps));
    json_set(object, "move", seconds_or_null(dose->move_ms));
    json_set(object, "hold", seconds_or_null(dose->hold_ms));
    json_set(object, "rest", seconds_or_null(dose->rest_ms));
    json_set(object, "effort", whole_or_null(dose->effort));
    json_set(object, "tempo", dose->tempo > 0 ? json_number(dose->tempo) : json_null());
    json_set(object, "mirror",
             dose->mirror_given ? json_text(mirror_words[dose->mirror]) : json_null());
    json_set(object, "only", only);
}

static struct json *json_of_item(const struct plan_item *item) {
    struct json *object = json_object();
    json_set(object, "routine", json_text(item->routine));
    json_set(object, "task", json_text(item->task));
    json_set(object, "per_day", json_whole(item->per_day));
    json_set(object, "days", words_of(item->days, weekday_words, COUNT(weekday_words)));
    json_set(object, "at", json_of_times(item));
    json_set(object, "from", plan_json_day(item->from));
    json_set(object, "to", plan_json_day(item->to));
    json_set(object, "side", json_text(item->side == SIDE_NONE ? NULL : side_words[item->side]));
    set_dose(object, &item->dose);
    json_set(object, "why", json_text(item->why));
    json_set(object, "say", json_text(item->say));
    json_set(object, "note", json_text(item->note));
    json_set(object, "despite", json_text(item->despite));
    return object;
}

static struct json *json_of_pauses(const struct plan_shelf *shelf, const struct plan *plan) {
    struct json *array = json_array();
    for (int i = 0; i < plan->pause_count; i++) {
        struct json *object = json_object();
        json_set(object, "from", plan_json_day(plan->pauses[i].from));
        json_set(object, "to", plan_json_day(plan->pauses[i].to));
        json_set(object, "reason", json_text(plan->pauses[i].reason));
        json_set(object, "by", json_text("plan"));
        json_append(array, object);
    }
    for (int i = 0; i < shelf->book.rest_count; i++) {
        const struct plan_rest *rest = &shelf->rests[i];
        if (!rest->plan || strcmp(rest->plan, plan->id) == 0) {
            struct json *object = json_object();
            json_set(object, "from", plan_json_day(rest->from));
            json_set(object, "to", plan_json_day(rest->to));
            json_set(object, "reason", json_text(shelf->stored_pauses.pauses[i].reason));
            json_set(object, "by", json_text("self"));
            json_append(array, object);
        }
    }
    return array;
}

static struct json *json_of_versions(const struct plan_shelf *shelf, const char *id) {
    struct json *array = json_array();
    const struct plan *plan;
    for (int number = 1; (plan = plan_version(shelf, id, number)); number++) {
        char added[WALL_TEXT_MAX];
        struct json *object = json_object();
        json_set(object, "version", json_whole(number));
        json_set(object, "added_at",
                 json_text(wall_text(plan_shelf_stored(shelf, plan)->added, added)));
        json_set(object, "from", plan_json_day(plan->from));
        json_set(object, "to", plan_json_day(plan->to));
        json_append(array, object);
    }
    return array;
}

struct json *plan_json_head(const struct plan_shelf *shelf, const struct plan_standing *standing) {
    const struct plan *plan = standing->plan;
    struct json *object = json_object();
    json_set(object, "id", json_text(standing->id));
    json_set(object, "title", json_text(plan->title));
    json_set(object, "author", json_text(plan->author));
    json_set(object, "by", json_text(author_words[plan->by]));
    json_set(object, "for", json_text(plan_person(shelf, plan)));
    json_set(object, "from", plan_json_day(plan->from));
    json_set(object, "to", plan_json_day(plan->to));
    json_set(object, "state", json_text(plan_state_words[standing->state]));
    json_set(object, "day", plan_json_day(standing->day));
    json_set(object, "version", json_whole(standing->version));
    json_set(object, "versions", json_whole(standing->versions));
    json_set(object, "next_from", standing->next ? plan_json_day(standing->next_day) : json_null());
    return object;
}

static struct json *json_of_profile(const struct plan *plan) {
    if (!plan->has_profile) {
        return json_null();
    }
    struct json *object = json_object();
    json_set(object, "condition", words_of(plan->conditions, profile_words, PROFILE_COUNT));
    json_set(object, "affected",
             json_text(plan->affected == SIDE_NONE ? NULL : side_words[plan->affected]));
    return object;
}

struct json *plan_json(const struct plan_shelf *shelf, const struct plan_standing *standing) {
    const struct plan *plan = standing->plan;
    struct json *object = plan_json_head(shelf, standing), *items = json_array();
    for (int i = 0; i < plan->item_count; i++) {
        json_append(items, json_of_item(&plan->items[i]));
    }
    json_set(object, "contact", json_text(plan->contact));
    json_set(object, "goal", json_text(plan->goal));
    json_set(object, "review", plan_json_day(plan->review));
    json_set(object, "profile", json_of_profile(plan));
    json_set(object, "ceiling", plan->ceiling ? json_whole(plan->ceiling) : json_null());
    json_set(object, "ask",
             plan->asks_told ? words_of(plan->asks, ask_about, COUNT(ask_about)) : json_null());
    json_set(object, "between", json_text(plan->lets_go ? "let-go" : "none"));
    json_set(object, "items", items);
    json_set(object, "pauses", json_of_pauses(shelf, plan));
    json_set(object, "added", json_of_versions(shelf, plan->id));
    return object;
}
