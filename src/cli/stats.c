// SPDX-License-Identifier: MIT
#include <math.h>
#include <stdio.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/stats.h"
#include "core/week.h"
#include "run/figures.h"
#include "run/sign_words.h"
#include "run/signs_read.h"

// The keys of `stats --json` (design section 7). Where nothing is given stands null.

static struct json *date_json(int64_t day) {
    char text[16];
    int year, month, day_of_month;
    date_of_day(day, &year, &month, &day_of_month);
    text_format(text, sizeof text, "%04d-%02d-%02d", year, month, day_of_month);
    return json_text(text);
}

static struct json *number_json(bool given, double value) {
    return given ? json_number(value) : json_null();
}

static double minutes_of(int64_t ms) {
    enum { TENTH_MS = 6000 };
    return round((double)ms / TENTH_MS) / 10;
}

static struct json *weeks_json(const struct figures *figures) {
    struct json *array = json_array();
    for (int i = 0; i < figures->week_count; i++) {
        const struct week_value *week = &figures->weeks[i];
        char text[WEEK_TEXT_MAX];
        struct json *object = json_object();
        json_set(object, "week", json_text(week_text(week->monday, text)));
        json_set(object, "median", number_json(week->given, week->value));
        json_set(object, "n", json_whole(week->n));
        json_append(array, object);
    }
    return array;
}

static struct json *twitch_json(const struct figures *figures) {
    struct json *object = json_object();
    json_set(object, "n", json_whole(figures->rated));
    json_set(object, "median", number_json(figures->rated > 0, figures->median));
    json_set(object, "slope_per_week", number_json(figures->slope_given, figures->slope_per_week));
    json_set(object, "weekly", weeks_json(figures));
    return object;
}

static struct json *routine_json(const struct routine_figures *routine) {
    const struct change *change = &routine->change;
    struct json *object = json_object();
    struct json *interval = json_null();
    if (change->given) {
        json_free(interval);
        interval = json_array();
        json_append(interval, json_number(change->low));
        json_append(interval, json_number(change->high));
    }
    json_set(object, "id", json_text(routine->id));
    json_set(object, "n", json_whole(change->n));
    json_set(object, "mean_change", number_json(change->given, change->mean));
    json_set(object, "ci95", interval);
    return object;
}

static struct json *sign_json(const struct sign *sign) {
    struct sign_sentences facts = {0};
    struct json *object = json_object();
    struct json *array = json_array();
    sign_words_facts(&facts, sign);
    for (int i = 0; i < facts.count; i++) {
        json_append(array, json_text(facts.sentences[i].text));
    }
    sign_sentences_free(&facts);
    json_set(object, "id", json_text(sign_rows[sign->id].id));
    json_set(object, "urgency", json_text(urgency_words[sign_rows[sign->id].urgency]));
    json_set(object, "facts", array);
    return object;
}

static struct json *stats_json(const struct figures *figures, const struct raised_signs *raised) {
    struct json *object = json_object();
    struct json *routines = json_array();
    struct json *signs = json_array();
    json_set(object, "from", date_json(figures->first));
    json_set(object, "to", date_json(figures->last));
    json_set(object, "sessions", json_whole(figures->sessions));
    json_set(object, "complete", json_whole(figures->complete));
    json_set(object, "partial", json_whole(figures->partial));
    json_set(object, "well", json_whole(figures->well));
    json_set(object, "ticked", json_whole(figures->ticked));
    json_set(object, "minutes", json_number(minutes_of(figures->played_ms)));
    json_set(object, "due", json_whole(figures->adherence.due));
    json_set(object, "done", json_whole(figures->adherence.done));
    json_set(object, "adherence", number_json(figures->adherence.given, figures->adherence.share));
    json_set(object, "streak", json_whole(figures->streak));
    json_set(object, "best_streak", json_whole(figures->adherence.best_streak));
    json_set(object, "twitch", twitch_json(figures));
    for (int i = 0; i < figures->routine_count; i++) {
        json_append(routines, routine_json(&figures->routines[i]));
    }
    json_set(object, "routines", routines);
    json_set(object, "status", json_text(quiet_words[figures->quiet.status]));
    for (int i = 0; i < raised->count; i++) {
        json_append(signs, sign_json(&raised->signs[i]));
    }
    json_set(object, "signs", signs);
    return object;
}

enum status command_stats(struct house *house, const struct arguments *arguments,
                          struct error *err) {
    struct figures figures;
    struct raised_signs raised;
    int64_t first = arguments->first_day_given ? arguments->first_day : INT64_MIN;
    int64_t last = arguments->last_day_given ? arguments->last_day : INT64_MAX;
    // Signs are of today, whatever the range.
    if (!house_open_store(house, true, err) ||
        !signs_read(house, house_today(house), &raised, err) ||
        !figures_read(house, first, last, &figures, err)) {
        return STATUS_FAILED;
    }
    if (arguments->json) {
        struct json *object = stats_json(&figures, &raised);
        (void)json_print(object, stdout);
        json_free(object);
    } else {
        stats_print(house, &figures, &raised);
    }
    figures_free(&figures);
    return STATUS_DONE;
}
