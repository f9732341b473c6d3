// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/log.h"
#include "cli/log_list.h"
#include "cli/log_options.h"
#include "cli/log_values.h"
#include "run/diary_value.h"
#include "run/number_words.h"

// Putting right what was entered: every value of an entry by its option (run/diary_value).

static const char none[] = "none";

static bool refuse_none(const struct diary_value_row *row, struct error *err) {
    return error_set(err, ERROR_INPUT,
                     _("%s: an entry is none without it; repose log remove takes it away"),
                     row->option);
}

static bool read_decimal(const struct diary_value_row *row, const char *text, double *number,
                         struct error *err) {
    char most[TEXT_NUMBER_MAX];
    bool right =
        number_read(text, number) && *number >= (row->needed ? 0.001 : 0) && *number <= row->most;
    return right || error_set(err, ERROR_INPUT, _("%s: %s is no number from 0 to %s, as 6.5 is"),
                              row->option, text, text_decimal(row->most, most));
}

// Of a number or a word; -1 for none.
static bool read_number(const struct diary_value_row *row, const char *text, double *number,
                        struct error *err) {
    int whole = -1;
    *number = -1;
    if (strcmp(text, none) == 0) {
        return !row->needed || refuse_none(row, err);
    }
    if (row->type == TYPE_NUMBER && row->decimal) {
        return read_decimal(row, text, number, err);
    }
    bool right = row->type == TYPE_WORD
                     ? log_read_word(row->option, text, row->words, row->word_count, &whole, err)
                     : log_read_number(row->option, text, (int)row->most, &whole, err);
    *number = whole;
    return right;
}

// All that are given, in place of all before.
static bool read_words(const struct arguments *arguments, const struct diary_value_row *row,
                       uint64_t *bits, struct error *err) {
    *bits = 0;
    for (int i = 0; i < arguments->kept_count; i++) {
        const struct kept_option *kept = &arguments->kept[i];
        int index = -1;
        if (strcmp(kept->option->name, row->option) != 0 || strcmp(kept->value, none) == 0) {
            continue;
        }
        if (!log_read_word(row->option, kept->value, row->words, row->word_count, &index, err)) {
            return false;
        }
        *bits |= UINT64_C(1) << index;
    }
    return true;
}

static bool read_text(const struct diary_value_row *row, const char *text, char **to,
                      struct error *err) {
    if (!*text && row->needed) {
        return refuse_none(row, err);
    }
    if (*text && !log_text_fits(row->option, text, err)) {
        return false;
    }
    memory_free(*to);
    *to = *text ? memory_text(text) : NULL;
    return true;
}

static bool read_date(const struct house *house, struct diary_entry *entry, enum diary_value value,
                      const char *text, struct error *err) {
    struct log_date date = {.day = EVENT_OPEN};
    bool ahead = entry->kind == REMOVAL_EVENT && entry->event.kind == EVENT_APPOINTMENT;
    bool open = value == VALUE_UNTIL && strcmp(text, none) == 0;
    if (!open && !log_read_date(house, diary_value_row(value).option, text, ahead, &date, err)) {
        return false;
    }
    diary_value_set_date(house, entry, value,
                         &(struct diary_date){.day = date.day, .timed = date.timed, .at = date.at});
    return true;
}

static bool change(const struct house *house, const struct arguments *arguments,
                   struct diary_entry *entry, enum diary_value value, struct error *err) {
    const struct diary_value_row row = diary_value_row(value);
    const char *text = log_value(arguments, row.option);
    double number;
    uint64_t bits;
    switch (row.type) {
    case TYPE_TEXT:
        return read_text(&row, text, diary_value_text(entry, value), err);
    case TYPE_DATE:
        return read_date(house, entry, value, text, err);
    case TYPE_WORDS:
        if (!read_words(arguments, &row, &bits, err)) {
            return false;
        }
        diary_value_set_bits(entry, value, bits);
        return true;
    default:
        if (!read_number(&row, text, &number, err)) {
            return false;
        }
        diary_value_set_number(entry, value, number);
        return true;
    }
}

static bool refuse_option(const struct arguments *arguments, const struct diary_entry *entry,
                          const char *option, struct error *err) {
    struct text_builder all = {0};
    for (int value = 0; value < DIARY_VALUES; value++) {
        if (diary_value_belongs(entry, (enum diary_value)value)) {
            text_add_format(&all, " %s", diary_value_row((enum diary_value)value).option);
        }
    }
    error_set(err, ERROR_INPUT, _("%s has no %s; there are:%s"), arguments->words[1], option,
              all.text);
    text_builder_free(&all);
    return false;
}

static bool change_given(const struct house *house, const struct arguments *arguments,
                         struct diary_entry *entry, enum diary_value value, struct error *err) {
    const char *option = diary_value_row(value).option;
    if (!log_value(arguments, option)) {
        return true;
    }
    if (!diary_value_belongs(entry, value)) {
        return refuse_option(arguments, entry, option, err);
    }
    return change(house, arguments, entry, value, err);
}

// What it was comes first: it decides what else it can say.
static bool change_all(const struct house *house, const struct arguments *arguments,
                       struct diary_entry *entry, struct error *err) {
    if (arguments->kept_count == 0) {
        return error_set(err, ERROR_INPUT,
                         _("log change needs an option that says what is right; "
                           "repose log change --help has them"));
    }
    if (!change_given(house, arguments, entry, VALUE_EVENT, err)) {
        return false;
    }
    for (int value = 0; value < DIARY_VALUES; value++) {
        if (value != VALUE_EVENT &&
            !change_given(house, arguments, entry, (enum diary_value)value, err)) {
            return false;
        }
    }
    bool ends_before = entry->kind == REMOVAL_EVENT && entry->event.until_day != EVENT_OPEN &&
                       entry->event.until_day < entry->event.day;
    return !ends_before ||
           error_set(err, ERROR_INPUT, _("its last day lies before the day on which it began"));
}

enum status log_change(struct house *house, const struct arguments *arguments, struct error *err) {
    struct diary_entry entry = {.kind = REMOVAL_COUNT};
    if (!house_open_store(house, false, err) ||
        !log_find_entry(house, arguments->words[1], &entry, err)) {
        return STATUS_FAILED;
    }
    enum status status = STATUS_USAGE;
    if (change_all(house, arguments, &entry, err)) {
        status = diary_entry_put(house, &entry, err) ? STATUS_DONE : STATUS_FAILED;
    }
    if (status == STATUS_DONE) {
        log_print_entry(_("Kept: "), &entry);
    }
    diary_entry_free(&entry);
    return status;
}
