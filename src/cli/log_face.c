// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "cli/log.h"
#include "cli/log_options.h"
#include "cli/log_values.h"
#include "core/week.h"
#include "run/number_words.h"
#include "store/days.h"
#include "store/moments.h"
#include "store/ratings.h"
#include "store/weeks.h"

// How the face and the day were: the daily number, a spasm, the form of a day, the items of a week.

// Every value of an option that may stand several times, as bits.
static bool read_bits(const struct arguments *arguments, const char *option,
                      const char *const words[], int count, uint64_t *bits, struct error *err) {
    for (int i = 0; i < arguments->kept_count; i++) {
        int index = -1;
        const struct kept_option *kept = &arguments->kept[i];
        if (strcmp(kept->option->name, option) != 0)
            continue;
        if (!log_read_word(option, kept->value, words, count, &index, err))
            return false;
        *bits |= UINT64_C(1) << index;
    }
    return true;
}

static bool read_side(const struct arguments *arguments, enum side *side, struct error *err) {
    static const char *const words[] = {"left", "right", "both"};
    static const enum side sides[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH};
    int index = -1;
    if (!log_word(arguments, "--side", words, 3, &index, err))
        return false;
    *side = index < 0 ? SIDE_NONE : sides[index];
    return true;
}

static bool read_rating(const struct house *house, const struct arguments *arguments,
                        struct rating *rating, struct error *err) {
    uint64_t places = 0;
    *rating = (struct rating){.severity = -1, .frequency = -1};
    if (!log_read_number("twitch", arguments->words[1], TWITCH_MOST, &rating->twitch, err) ||
        !log_number(arguments, "--severity", GRADE_MOST, &rating->severity, err) ||
        !log_number(arguments, "--frequency", GRADE_MOST, &rating->frequency, err) ||
        !read_side(arguments, &rating->side, err) ||
        !read_bits(arguments, "--region", place_words, PLACE_COUNT, &places, err) ||
        !log_at(house, arguments, clock_wall_now(&house->clock), &rating->at, err))
        return false;
    rating->places = (unsigned)places;
    return log_note(arguments, &rating->note, err);
}

enum status log_twitch(struct house *house, const struct arguments *arguments, struct error *err) {
    struct rating rating;
    if (!read_rating(house, arguments, &rating, err))
        return STATUS_USAGE;
    bool stored = house_open_store(house, false, err) &&
                  ratings_set(house->store, &rating, house->settings.day_starts_min, err);
    rating_free(&rating);
    return stored ? STATUS_DONE : STATUS_FAILED;
}

static bool read_spasm(const struct house *house, const struct arguments *arguments,
                       struct moment *moment, struct error *err) {
    uint64_t places = 0;
    *moment = (struct moment){.kind = MOMENT_SPASM, .per_minute = -1, .strength = -1};
    if (!log_number(arguments, "--strength", TWITCH_MOST, &moment->strength, err) ||
        !read_side(arguments, &moment->side, err) ||
        !read_bits(arguments, "--region", place_words, PLACE_COUNT, &places, err) ||
        !read_bits(arguments, "--symptom", tick_words, TICK_COUNT, &moment->ticks, err) ||
        !log_at(house, arguments, clock_wall_now(&house->clock), &moment->at, err))
        return false;
    moment->places = (unsigned)places;
    return log_note(arguments, &moment->note, err);
}

enum status log_spasm(struct house *house, const struct arguments *arguments, struct error *err) {
    struct moment moment;
    if (!read_spasm(house, arguments, &moment, err))
        return STATUS_USAGE;
    bool stored = house_open_store(house, false, err) && moments_add(house->store, &moment, err);
    moment_free(&moment);
    return stored ? STATUS_DONE : STATUS_FAILED;
}

static bool read_field(const struct arguments *arguments, enum day_field field, double *value,
                       struct error *err) {
    const struct day_field_row *row = &day_fields[field];
    char option[32], most[TEXT_NUMBER_MAX];
    text_format(option, sizeof option, "--%s", row->word);
    const char *text = log_value(arguments, option);
    if (!text)
        return true;
    if (strcmp(text, "none") == 0) {
        *value = DAY_CLEAR;
        return true;
    }
    if (number_read(text, value) && day_field_takes(field, *value))
        return true;
    text_decimal(row->most, most);
    return error_set(err, ERROR_INPUT,
                     row->whole ? _("%s: %s is no whole number from 0 to %s")
                                : _("%s: %s is no number from 0 to %s, as 6.5 is"),
                     option, text, most);
}

// `--symptom none` takes away what was told before, not what stands beside it.
static bool read_symptoms(const struct arguments *arguments, struct day_form *form, uint64_t *keep,
                          struct error *err) {
    *keep = UINT64_MAX;
    for (int i = 0; i < arguments->kept_count; i++) {
        const struct kept_option *kept = &arguments->kept[i];
        int index = -1;
        if (strcmp(kept->option->name, "--symptom") != 0)
            continue;
        if (strcmp(kept->value, "none") == 0) {
            *keep = 0;
        } else if (!log_read_word("--symptom", kept->value, tick_words, TICK_COUNT, &index, err)) {
            return false;
        } else {
            form->ticks |= UINT64_C(1) << index;
        }
    }
    return true;
}

// Something besides the day itself.
static bool tells_anything(const struct arguments *arguments, struct error *err) {
    for (int i = 0; i < arguments->kept_count; i++)
        if (strcmp(arguments->kept[i].option->name, "--on") != 0)
            return true;
    return error_set(err, ERROR_INPUT,
                     _("log %s needs an option that says what to note; "
                       "repose log %s --help has them"),
                     arguments->words[0], arguments->words[0]);
}

enum status log_day(struct house *house, const struct arguments *arguments, struct error *err) {
    struct log_date on;
    uint64_t keep;
    if (!tells_anything(arguments, err) || !log_on(house, arguments, false, &on, err))
        return STATUS_USAGE;
    struct day_form form = day_form_empty(on.day);
    for (enum day_field field = 0; field < FIELD_COUNT; field++)
        if (!read_field(arguments, field, &form.fields[field], err))
            return STATUS_USAGE;
    if (!read_symptoms(arguments, &form, &keep, err) || !log_note(arguments, &form.note, err))
        return STATUS_USAGE;
    bool stored = house_open_store(house, false, err) && days_set(house->store, &form, keep, err);
    day_form_free(&form);
    return stored ? STATUS_DONE : STATUS_FAILED;
}

enum status log_week(struct house *house, const struct arguments *arguments, struct error *err) {
    struct log_date on;
    struct week_form form = {.severity = -1, .frequency = -1, .impact = -1};
    if (!tells_anything(arguments, err) || !log_on(house, arguments, false, &on, err) ||
        !log_number(arguments, "--severity", GRADE_MOST, &form.severity, err) ||
        !log_number(arguments, "--frequency", GRADE_MOST, &form.frequency, err) ||
        !log_number(arguments, "--impact", IMPACT_MOST, &form.impact, err) ||
        !log_note(arguments, &form.note, err))
        return STATUS_USAGE;
    form.monday = week_monday(on.day);
    bool stored = house_open_store(house, false, err) && weeks_set(house->store, &form, err);
    week_form_free(&form);
    return stored ? STATUS_DONE : STATUS_FAILED;
}
