// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/log.h"
#include "cli/log_list.h"
#include "cli/log_values.h"
#include "run/diary_entry_words.h"

// What was entered, one line each: its sign, when it was, what it says.

enum { SHOWN_DAYS = 30, AHEAD_DAYS = 3660, SIGN_LEAST = 4 };

void log_print_entry(const char *before, const struct diary_entry *entry) {
    int year, month, number;
    char time[DIARY_TIME_MAX];
    struct text_builder line = {0}, text = {0};
    date_of_day(entry->day, &year, &month, &number);
    text_add_format(&text, "%s%.*s  %04d-%02d-%02d", before, LOG_SIGN, diary_entry_id(entry), year,
                    month, number);
    text_add_format(&text, "  %5s  ", diary_entry_time(entry, time));
    diary_entry_title(&text, entry);
    diary_entry_line(&line, entry);
    if (line.length > 0) {
        text_add_format(&text, ": %s", line.text);
    }
    columns_wrap(stdout,
                 &(struct columns_margin){.first = "", .indent = 4, .width = columns_width()},
                 text.text);
    text_builder_free(&line);
    text_builder_free(&text);
}

static bool read_day(const struct house *house, const struct arguments *arguments, int word,
                     int64_t *day, struct error *err) {
    struct log_date date;
    if (arguments->word_count <= word) {
        return true;
    }
    const char *name = word == 1 ? "FROM" : "TO", *text = arguments->words[word];
    struct error behind = {0};
    // Without its year a day has passed, as nearly all that is listed.
    bool right = log_read_date(house, name, text, false, &date, &behind) ||
                 log_read_date(house, name, text, true, &date, err);
    *day = right ? date.day : *day;
    return right;
}

enum status log_list(struct house *house, const struct arguments *arguments, struct error *err) {
    struct diary_entry_list list = {0};
    int64_t first = house_today(house) - SHOWN_DAYS, last = house_today(house) + AHEAD_DAYS;
    if (!read_day(house, arguments, 1, &first, err) || !read_day(house, arguments, 2, &last, err)) {
        return STATUS_USAGE;
    }
    if (!house_open_store(house, true, err) ||
        !diary_entries_read(house, first, last, &list, err)) {
        return STATUS_FAILED;
    }
    for (int i = 0; i < list.count; i++) {
        log_print_entry("", &list.entries[i]);
    }
    if (list.count == 0) {
        puts(_("Nothing was entered in that time."));
    }
    diary_entry_list_free(&list);
    return STATUS_DONE;
}

// Whether a sign means an entry: the beginning of its UUID.
static bool is_meant(const struct diary_entry *entry, const char *sign) {
    return strncmp(diary_entry_id(entry), sign, strlen(sign)) == 0;
}

bool log_find_entry(struct house *house, const char *sign, struct diary_entry *entry,
                    struct error *err) {
    struct diary_entry_list list = {0};
    int count = 0, found = -1;
    if (strlen(sign) < SIGN_LEAST) {
        return error_set(err, ERROR_INPUT, _("%s: a sign has at least %d characters"), sign,
                         (int)SIGN_LEAST);
    }
    if (!diary_entries_read(house, INT64_MIN, INT64_MAX, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        if (is_meant(&list.entries[i], sign)) {
            found = i;
            count++;
        }
    }
    if (count == 1) {
        *entry = diary_entry_copy(&list.entries[found]);
    } else if (count == 0) {
        error_set(err, ERROR_MISSING, _("no entry has the sign %s; repose log list shows them"),
                  sign);
    } else {
        error_set(err, ERROR_INPUT, _("%d entries begin with %s; write more of the sign"), count,
                  sign);
    }
    diary_entry_list_free(&list);
    return count == 1;
}

enum status log_remove(struct house *house, const struct arguments *arguments, struct error *err) {
    struct diary_entry entry = {.kind = REMOVAL_COUNT};
    if (!house_open_store(house, false, err) ||
        !log_find_entry(house, arguments->words[1], &entry, err)) {
        return STATUS_FAILED;
    }
    bool done = diary_entry_take(house, &entry, err);
    if (done) {
        log_print_entry(_("Deleted: "), &entry);
    }
    diary_entry_free(&entry);
    return done ? STATUS_DONE : STATUS_FAILED;
}
