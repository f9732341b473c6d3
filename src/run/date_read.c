// SPDX-License-Identifier: MIT
#include "run/date_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "run/date_tokens.h"
#include "run/day_words.h"

enum {
    MONTHS = 12,
    WEEK = 7,
    DAY_MINUTES = 24 * 60,
    DATE_LENGTH = sizeof "2026-11-21" - 1,
};

static bool shape_is(const struct date_tokens *reading, const enum date_kind *kinds, int count) {
    bool right = reading->count == count;
    for (int i = 0; right && i < count; i++) {
        right = reading->all[i].kind == kinds[i];
    }
    return right;
}
#define SHAPE(reading, ...)                                                                        \
    shape_is(reading, (const enum date_kind[]){__VA_ARGS__},                                       \
             (int)(sizeof((const enum date_kind[]){__VA_ARGS__}) / sizeof(enum date_kind)))

// What was read: a day number, or a fault.
struct day {
    enum date_fault fault;
    int64_t day;
};

static struct day day_at(int year, int month, int number) {
    if (month < 1 || month > MONTHS || number < 1) {
        return (struct day){.fault = DATE_NO_SUCH_DAY};
    }
    int64_t day = day_of_date(year, month, number);
    int same_year, same_month, same_number;
    date_of_day(day, &same_year, &same_month, &same_number);
    return same_number == number && same_month == month ? (struct day){DATE_RIGHT, day}
                                                        : (struct day){.fault = DATE_NO_SUCH_DAY};
}

static int year_of(int64_t day) {
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    return year;
}

// "98" is 1998, "25" is 2025.
static int whole_year(struct date_token token, int64_t today) {
    enum { CENTURY = 100, NINETEEN = 1900, TWENTY = 2000, SOON = 10 };
    if (token.digits > 2) {
        return token.value;
    }
    int year = TWENTY + token.value;
    return year > year_of(today) + SOON ? NINETEEN + token.value : year;
}

static struct day without_year(int month, int number, int64_t today, bool ahead) {
    struct day best = {.fault = DATE_NO_SUCH_DAY};
    for (int by = -4; by <= 1; by++) { // 29 February comes every fourth year
        struct day day = day_at(year_of(today) + by, month, number);
        if (day.fault != DATE_RIGHT || (!ahead && day.day > today)) {
            continue;
        }
        if (best.fault != DATE_RIGHT || llabs(day.day - today) < llabs(best.day - today)) {
            best = day;
        }
    }
    return best;
}

// The day comes first; where that cannot be, the month.
static struct day day_and_month(struct date_token one, struct date_token other, int year) {
    bool turned = other.value > MONTHS && one.value <= MONTHS;
    return turned ? day_at(year, one.value, other.value) : day_at(year, other.value, one.value);
}

static struct day numbers(const struct date_token *tokens, int count, int64_t today, bool ahead) {
    enum { YEAR_DIGITS = 4 };
    const struct date_token *last = &tokens[count - 1];
    if (count == 3 && tokens[0].digits == YEAR_DIGITS) {
        return day_at(tokens[0].value, tokens[1].value, tokens[2].value);
    }
    if (count == 3) {
        return day_and_month(tokens[0], tokens[1], whole_year(tokens[2], today));
    }
    if (last->digits == YEAR_DIGITS) {
        return count == 2 ? day_at(last->value, tokens[0].value, 1) : day_at(last->value, 1, 1);
    }
    if (count == 2) {
        bool turned = tokens[1].value > MONTHS && tokens[0].value <= MONTHS;
        return turned ? without_year(tokens[0].value, tokens[1].value, today, ahead)
                      : without_year(tokens[1].value, tokens[0].value, today, ahead);
    }
    return (struct day){.fault = DATE_UNREADABLE};
}

// The same day of another month; its last where it has fewer.
static struct day months_on(int64_t today, int64_t months) {
    int year, month, number;
    date_of_day(today, &year, &month, &number);
    int64_t whole = (int64_t)year * MONTHS + month - 1 + months;
    struct day day = {.fault = DATE_NO_SUCH_DAY};
    for (; day.fault != DATE_RIGHT; number--) {
        day = day_at((int)(whole / MONTHS), (int)(whole % MONTHS) + 1, number);
    }
    return day;
}

static struct day by_unit(int count, int unit, int64_t today) {
    switch (unit) {
    case DATE_SMALL_DAY:
        return (struct day){DATE_RIGHT, today + count};
    case DATE_SMALL_WEEK:
        return (struct day){DATE_RIGHT, today + (int64_t)count * WEEK};
    case DATE_SMALL_MONTH:
        return months_on(today, count);
    case DATE_SMALL_YEAR:
        return months_on(today, (int64_t)count * MONTHS);
    default:
        return (struct day){.fault = DATE_UNREADABLE};
    }
}

static struct day by_name(int unit, int64_t today) {
    int on = unit == DATE_SMALL_EREYESTERDAY ? -2
             : unit == DATE_SMALL_YESTERDAY  ? -1
             : unit == DATE_SMALL_TOMORROW   ? 1
                                             : 0;
    bool named = on != 0 || unit == DATE_SMALL_TODAY;
    return named ? (struct day){DATE_RIGHT, today + on} : (struct day){.fault = DATE_UNREADABLE};
}

// Today where there is none, as for "14:30".
static struct day by_weekday(int weekday, int64_t today, bool ahead) {
    int64_t until = weekday < 0 ? 0 : (weekday - today % WEEK + WEEK) % WEEK;
    return (struct day){DATE_RIGHT, today + until - (until > 0 && !ahead ? WEEK : 0)};
}

static struct day find_day(const struct date_tokens *reading, int64_t today, bool ahead) {
    const struct date_token *tokens = reading->all;
    if (SHAPE(reading, DATE_UNIT)) {
        return by_name(tokens[0].value, today);
    }
    if (SHAPE(reading, DATE_NUMBER, DATE_UNIT)) {
        int direction = reading->direction != 0 ? reading->direction : -1;
        return by_unit(direction * tokens[0].value, tokens[1].value, today);
    }
    if (SHAPE(reading, DATE_NUMBER, DATE_MONTH, DATE_NUMBER)) {
        return day_at(whole_year(tokens[2], today), tokens[1].value, tokens[0].value);
    }
    if (SHAPE(reading, DATE_MONTH, DATE_NUMBER, DATE_NUMBER)) {
        return day_at(whole_year(tokens[2], today), tokens[0].value, tokens[1].value);
    }
    if (SHAPE(reading, DATE_NUMBER, DATE_MONTH)) {
        return without_year(tokens[1].value, tokens[0].value, today, ahead);
    }
    if (SHAPE(reading, DATE_MONTH, DATE_NUMBER)) {
        return tokens[1].digits > 2 ? day_at(tokens[1].value, tokens[0].value, 1)
                                    : without_year(tokens[0].value, tokens[1].value, today, ahead);
    }
    if (SHAPE(reading, DATE_MONTH)) {
        return without_year(tokens[0].value, 1, today, ahead);
    }
    if (SHAPE(reading, DATE_NUMBER) || SHAPE(reading, DATE_NUMBER, DATE_NUMBER) ||
        SHAPE(reading, DATE_NUMBER, DATE_NUMBER, DATE_NUMBER)) {
        return numbers(tokens, reading->count, today, ahead);
    }
    return (struct day){.fault = DATE_UNREADABLE};
}

static enum date_fault within(int64_t day, int64_t today, bool ahead) {
    enum { FIRST_YEAR = 1900, YEARS_AHEAD = 10 };
    int year = year_of(day);
    if (year < FIRST_YEAR || year > year_of(today) + YEARS_AHEAD) {
        return DATE_TOO_FAR;
    }
    return day > today && !ahead ? DATE_AHEAD : DATE_RIGHT;
}

// The time that was written, taken out of the row; false: there is no such time, or it comes
// twice.
static bool take_time(struct date_tokens *reading) {
    int kept = 0;
    for (int i = 0; i < reading->count; i++) {
        if (reading->all[i].kind == DATE_TIME && reading->all[i].value < 0) {
            return false;
        }
        if (reading->all[i].kind != DATE_TIME) {
            reading->all[kept++] = reading->all[i];
        }
    }
    reading->count = kept;
    return true;
}

static bool is_iso_moment(const char *text) {
    return strlen(text) > DATE_LENGTH && strspn(text, "0123456789-:T+Z. ") == strlen(text) &&
           strchr(text, 'T');
}

enum date_fault date_read(const char *text, struct wall now, bool ahead, char to[WALL_TEXT_MAX]) {
    enum { MINUTE_S = 60 };
    int64_t today = wall_day(now);
    struct wall moment;
    struct error ignored = {0};
    if (is_iso_moment(text) && wall_read_there(text, now, &moment, &ignored)) {
        wall_text(moment, to);
        return within(wall_day(moment), today, ahead);
    }
    struct date_tokens reading = date_tokens_of(text);
    if (!reading.wrong && !take_time(&reading)) {
        return DATE_NO_SUCH_TIME;
    }
    if (reading.wrong || (reading.count == 0 && reading.minute < 0 && reading.weekday < 0)) {
        return DATE_UNREADABLE;
    }
    struct day day = reading.count > 0 ? find_day(&reading, today, ahead)
                                       : by_weekday(reading.weekday, today, ahead);
    if (day.fault == DATE_RIGHT) {
        day.fault = within(day.day, today, ahead);
    }
    if (day.fault != DATE_RIGHT) {
        return day.fault;
    }
    int64_t utc_s = wall_day_begins(now, day.day, 0);
    int64_t minutes = reading.minute > 0 ? reading.minute : 0;
    wall_text(wall_at(now, utc_s + minutes * MINUTE_S), to);
    if (reading.minute < 0) {
        int year, month, number;
        date_of_day(day.day, &year, &month, &number);
        text_format(to, WALL_TEXT_MAX, "%04d-%02d-%02d", year, month, number);
    }
    return DATE_RIGHT;
}

const char *date_fault_words(enum date_fault fault) {
    static const char *const texts[DATE_FAULTS] = {
        [DATE_RIGHT] = "",
        [DATE_UNREADABLE] = N_("This date cannot be read. Write it like 21.11.2026, 21 November, "
                               "or nine weeks ago."),
        [DATE_NO_SUCH_DAY] = N_("There is no such day. Look at the day and the month once more."),
        [DATE_NO_SUCH_TIME] = N_("There is no such time. Write it like 14:30."),
        [DATE_AHEAD] = N_("This day lies ahead. Write the day on which it was."),
        [DATE_TOO_FAR] = N_("This year is too far away. Look at the year once more."),
    };
    return *texts[fault] ? _(texts[fault]) : "";
}

const char *date_words(const char *value, struct wall now, char to[DATE_WORDS_MAX]) {
    enum { HOUR = 60 };
    struct wall wall;
    struct error ignored = {0};
    char day[DAY_WORDS_DATE_MAX];
    to[0] = '\0';
    if (!*value || !wall_read(value, &wall, &ignored)) {
        return to;
    }
    if (strlen(value) == DATE_LENGTH) {
        text_copy(to, DATE_WORDS_MAX, day_words_day(wall_day(wall), day));
        return to;
    }
    wall = wall_at(now, wall.utc_s);
    int64_t local_min = wall.utc_s / HOUR + wall.offset_min;
    int minute = (int)(((local_min % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
    text_format(to, DATE_WORDS_MAX, "%s, %d:%02d", day_words_day(wall_day(wall), day),
                minute / HOUR, minute % HOUR);
    return to;
}
