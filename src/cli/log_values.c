// SPDX-License-Identifier: MIT
#include "cli/log_values.h"

#include <stddef.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/log_options.h"
#include "run/date_read.h"

enum { DAY_S = 24 * 3600, TEXT_CHARACTERS_MAX = 500, DATE_LENGTH = sizeof "2026-11-21" - 1 };

const char *log_value(const struct arguments *arguments, const char *option) {
    for (int i = arguments->kept_count - 1; i >= 0; i--)
        if (strcmp(arguments->kept[i].option->name, option) == 0)
            return arguments->kept[i].value;
    return NULL;
}

bool log_read_number(const char *name, const char *text, int most, int *value, struct error *err) {
    int64_t wide;
    if (!text_read_whole(text, &wide) || wide < 0 || wide > most)
        return error_set(err, ERROR_INPUT, _("%s: %s is no whole number from 0 to %d"), name, text,
                         most);
    *value = (int)wide;
    return true;
}

bool log_number(const struct arguments *arguments, const char *option, int most, int *value,
                struct error *err) {
    const char *text = log_value(arguments, option);
    return !text || log_read_number(option, text, most, value, err);
}

bool log_read_word(const char *name, const char *text, const char *const words[], int count,
                   int *index, struct error *err) {
    int found = vocabulary_find(words, count, text);
    if (found >= 0) {
        *index = found;
        return true;
    }
    struct text_builder all = {0};
    for (int i = 0; i < count; i++)
        if (words[i])
            text_add_format(&all, " %s", words[i]);
    error_set(err, ERROR_INPUT, _("%s: %s is none; allowed:%s"), name, text, all.text);
    text_builder_free(&all);
    return false;
}

bool log_word(const struct arguments *arguments, const char *option, const char *const words[],
              int count, int *index, struct error *err) {
    const char *text = log_value(arguments, option);
    return !text || log_read_word(option, text, words, count, index, err);
}

bool log_text_fits(const char *name, const char *text, struct error *err) {
    size_t length = strlen(text);
    bool right = length > 0 && text_valid(text, length) == length &&
                 text_length(text) <= TEXT_CHARACTERS_MAX;
    for (size_t at = 0; right && at < length;) {
        uint32_t code;
        at += text_character(text + at, length - at, &code);
        right = !text_is_control(code) || code == '\n' || code == '\t' || code == '\r';
    }
    return right || error_set(err, ERROR_INPUT,
                              _("%s: takes 1 to %d characters of text, no control characters"),
                              name, (int)TEXT_CHARACTERS_MAX);
}

bool log_note(const struct arguments *arguments, char **note, struct error *err) {
    const char *text = log_value(arguments, "--note");
    *note = NULL;
    if (!text || !*text)
        return true;
    if (!log_text_fits("--note", text, err))
        return false;
    *note = memory_text(text);
    return true;
}

bool log_read_date(const struct house *house, const char *option, const char *text, bool ahead,
                   struct log_date *date, struct error *err) {
    struct wall now = clock_wall_now(&house->clock);
    char right[WALL_TEXT_MAX];
    struct wall wall;
    enum date_fault fault = date_read(text, now, ahead, right);
    // Up to a day ahead is no mistake: somebody else's clock, or the day that begins tonight.
    if (fault == DATE_AHEAD)
        fault = date_read(text, now, true, right);
    if (fault != DATE_RIGHT)
        return error_set(err, ERROR_INPUT, "%s: %s: %s", option, text, date_fault_words(fault));
    if (!wall_read(right, &wall, err))
        return error_prefix(err, option);
    date->timed = strlen(right) > DATE_LENGTH;
    date->day = wall_day(wall);
    date->at = wall;
    if (!ahead && (date->timed ? wall.utc_s > now.utc_s + DAY_S : date->day > wall_day(now) + 1))
        return error_set(err, ERROR_INPUT,
                         _("%s: %s lies more than a day ahead; allowed is up to a day from now"),
                         option, text);
    return true;
}

bool log_at(const struct house *house, const struct arguments *arguments, struct wall otherwise,
            struct wall *at, struct error *err) {
    struct wall now = clock_wall_now(&house->clock);
    const char *text = log_value(arguments, "--at");
    struct log_date date = {0};
    *at = otherwise;
    if (!text)
        return true;
    if (!log_read_date(house, "--at", text, false, &date, err))
        return false;
    *at = date.timed ? date.at : wall_at(now, wall_day_begins(now, date.day, 0) + DAY_S / 2);
    bool is_today = date.day == wall_day_of(now, house->settings.day_starts_min);
    if (!date.timed && is_today && at->utc_s > now.utc_s)
        *at = now;
    return true;
}

bool log_on(const struct house *house, const struct arguments *arguments, bool ahead,
            struct log_date *date, struct error *err) {
    const char *text = log_value(arguments, "--on");
    *date = (struct log_date){.day = house_today(house)};
    return !text || log_read_date(house, "--on", text, ahead, date, err);
}
