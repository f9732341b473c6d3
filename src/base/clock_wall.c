// SPDX-License-Identifier: MIT
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"

enum {
    MINUTE_S = 60,
    HOUR_S = 3600,
    DAY_S = 86400,
    OFFSET_MAX_MIN = 14 * 60,
    ERA_DAYS = 146097, // 400 years; the calendar repeats after them
};

// What a text said, before it is known to be possible.
struct reading {
    int year, month, day;
    int hour, minute, second;
    int offset_min;
    bool has_offset;
};

// The quotient rounded down, for days before 1970 as well.
static int64_t floor_divide(int64_t number, int64_t by) {
    return number / by - (number % by < 0);
}

// Years are counted from March here, so that the day that comes and goes is the last one.
int64_t day_of_date(int year, int month, int day) {
    int64_t march_year = year - (month <= 2);
    int64_t era = floor_divide(march_year, 400);
    int64_t year_of_era = march_year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - 719468;
}

void date_of_day(int64_t day, int *year, int *month, int *day_of_month) {
    int64_t shifted = day + 719468; // days since 0000-03-01
    int64_t era = floor_divide(shifted, ERA_DAYS);
    int64_t day_of_era = shifted - era * ERA_DAYS;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t march_month = (5 * day_of_year + 2) / 153;
    *day_of_month = (int)(day_of_year - (153 * march_month + 2) / 5 + 1);
    *month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

static int days_in_month(int year, int month) {
    int64_t next = month == 12 ? day_of_date(year + 1, 1, 1) : day_of_date(year, month + 1, 1);
    return (int)(next - day_of_date(year, month, 1));
}

struct wall wall_at(struct wall now, int64_t utc_s) {
    bool at_home = clock_offset_at(now.utc_s) == now.offset_min;
    return (struct wall){.utc_s = utc_s,
                         .offset_min = at_home ? clock_offset_at(utc_s) : now.offset_min};
}

int64_t wall_day(struct wall wall) {
    return floor_divide(wall.utc_s + (int64_t)wall.offset_min * MINUTE_S, DAY_S);
}

int64_t wall_day_of(struct wall wall, int day_starts_min) {
    wall.utc_s -= (int64_t)day_starts_min * MINUTE_S;
    return wall_day(wall);
}

const char *wall_text(struct wall wall, char to[WALL_TEXT_MAX]) {
    int64_t local_s = wall.utc_s + (int64_t)wall.offset_min * MINUTE_S;
    int second_of_day = (int)(local_s - wall_day(wall) * DAY_S);
    int year;
    int month;
    int day;
    date_of_day(wall_day(wall), &year, &month, &day);
    int away = wall.offset_min < 0 ? -wall.offset_min : wall.offset_min;
    text_format(to, WALL_TEXT_MAX, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day,
                second_of_day / HOUR_S, second_of_day / MINUTE_S % 60, second_of_day % 60,
                wall.offset_min < 0 ? '-' : '+', away / 60, away % 60);
    return to;
}

// Takes exactly `count` digits from *at.
static bool take_number(const char **at, int count, int *number) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        char digit = (*at)[i];
        if (digit < '0' || digit > '9') {
            return false;
        }
        value = value * 10 + (digit - '0');
    }
    *at += count;
    *number = value;
    return true;
}

static bool take_sign(const char **at, char sign) {
    bool there = **at == sign;
    *at += there;
    return there;
}

static bool take_offset(const char **at, struct reading *reading) {
    if (**at == '\0') {
        return true;
    }
    reading->has_offset = true;
    if (take_sign(at, 'Z')) {
        return true;
    }
    int sign = take_sign(at, '-') ? -1 : take_sign(at, '+') ? 1 : 0;
    int hours = 0;
    int minutes = 0;
    if (sign == 0 || !take_number(at, 2, &hours) || !take_sign(at, ':') ||
        !take_number(at, 2, &minutes)) {
        return false;
    }
    // 99 marks minutes that no hour has; the check of the range answers for it.
    reading->offset_min = minutes < 60 ? sign * (hours * 60 + minutes) : OFFSET_MAX_MIN + 1;
    return true;
}

static bool take_time(const char **at, struct reading *reading) {
    if (**at == '\0') {
        return true;
    }
    if (!take_sign(at, 'T') && !take_sign(at, ' ')) {
        return false;
    }
    if (!take_number(at, 2, &reading->hour) || !take_sign(at, ':') ||
        !take_number(at, 2, &reading->minute)) {
        return false;
    }
    if (take_sign(at, ':') && !take_number(at, 2, &reading->second)) {
        return false;
    }
    return take_offset(at, reading);
}

static bool take_all(const char *text, struct reading *reading) {
    const char *at = text;
    return take_number(&at, 4, &reading->year) && take_sign(&at, '-') &&
           take_number(&at, 2, &reading->month) && take_sign(&at, '-') &&
           take_number(&at, 2, &reading->day) && take_time(&at, reading) && *at == '\0';
}

static bool check_date(const char *shown, const struct reading *reading, struct error *err) {
    if (reading->year < 1) {
        return error_set(err, ERROR_INPUT, "\"%s\": years go from 0001 to 9999", shown);
    }
    if (reading->month < 1 || reading->month > 12) {
        return error_set(err, ERROR_INPUT, "\"%s\": months go from 01 to 12", shown);
    }
    int days = days_in_month(reading->year, reading->month);
    if (reading->day < 1 || reading->day > days) {
        return error_set(err, ERROR_INPUT, "\"%s\": the days of %04d-%02d go from 01 to %d", shown,
                         reading->year, reading->month, days);
    }
    return true;
}

static bool check_time(const char *shown, const struct reading *reading, struct error *err) {
    if (reading->hour > 23) {
        return error_set(err, ERROR_INPUT, "\"%s\": hours go from 00 to 23", shown);
    }
    if (reading->minute > 59 || reading->second > 59) {
        return error_set(err, ERROR_INPUT, "\"%s\": minutes and seconds go from 00 to 59", shown);
    }
    if (reading->offset_min > OFFSET_MAX_MIN || reading->offset_min < -OFFSET_MAX_MIN) {
        return error_set(err, ERROR_INPUT, "\"%s\": offsets go from -14:00 to +14:00", shown);
    }
    return true;
}

// The moment at which a clock of this place showed `local_s`. Of an hour that came twice it is the
// first; a time that was skipped is read by the offset before the gap and so lands behind it.
static struct wall place_in_zone(int64_t local_s) {
    int before_min = clock_offset_at(local_s - DAY_S);
    int after_min = clock_offset_at(local_s + DAY_S);
    int64_t by_before_s = local_s - (int64_t)before_min * MINUTE_S;
    int64_t by_after_s = local_s - (int64_t)after_min * MINUTE_S;
    bool fits_before = clock_offset_at(by_before_s) == before_min;
    bool fits_after = clock_offset_at(by_after_s) == after_min;
    int64_t utc_s = fits_after && !fits_before ? by_after_s : by_before_s;
    return (struct wall){.utc_s = utc_s, .offset_min = clock_offset_at(utc_s)};
}

// The first second from `from_s` on, where another offset holds, at which this one does; it holds
// at `upto_s`.
static int64_t first_second_of(int offset_min, int64_t from_s, int64_t upto_s) {
    while (upto_s - from_s > 1) {
        int64_t middle_s = from_s + (upto_s - from_s) / 2;
        if (clock_offset_at(middle_s) == offset_min) {
            upto_s = middle_s;
        } else {
            from_s = middle_s;
        }
    }
    return upto_s;
}

int64_t wall_day_begins(struct wall now, int64_t day, int day_starts_min) {
    int64_t local_s = day * DAY_S + (int64_t)day_starts_min * MINUTE_S;
    if (clock_offset_at(now.utc_s) != now.offset_min) {
        return local_s - (int64_t)now.offset_min * MINUTE_S;
    }
    int before_min = clock_offset_at(local_s - DAY_S);
    int after_min = clock_offset_at(local_s + DAY_S);
    int64_t by_before_s = local_s - (int64_t)before_min * MINUTE_S;
    int64_t by_after_s = local_s - (int64_t)after_min * MINUTE_S;
    if (clock_offset_at(by_before_s) == before_min) {
        return by_before_s;
    }
    if (clock_offset_at(by_after_s) == after_min) {
        return by_after_s;
    }
    return first_second_of(after_min, by_after_s, by_before_s);
}

static int64_t local_of(const struct reading *reading) {
    return day_of_date(reading->year, reading->month, reading->day) * DAY_S +
           reading->hour * HOUR_S + reading->minute * MINUTE_S + reading->second;
}

static bool read_text(const char *text, struct reading *reading, struct error *err) {
    // What is shown of a wrong text: the start is enough to know it by.
    char shown[48];
    text_copy(shown, sizeof shown, text);
    if (!take_all(text, reading)) {
        return error_set(err, ERROR_INPUT,
                         "\"%s\" is no date or time: write it like 2026-11-21, 2026-11-21T08:00 or "
                         "2026-11-21T08:00:00+01:00",
                         shown);
    }
    return check_date(shown, reading, err) && check_time(shown, reading, err);
}

static struct wall place_by(int64_t local_s, int offset_min) {
    return (struct wall){.utc_s = local_s - (int64_t)offset_min * MINUTE_S,
                         .offset_min = offset_min};
}

bool wall_read(const char *text, struct wall *wall, struct error *err) {
    struct reading reading = {0};
    if (!read_text(text, &reading, err)) {
        return false;
    }
    *wall = reading.has_offset ? place_by(local_of(&reading), reading.offset_min)
                               : place_in_zone(local_of(&reading));
    return true;
}

bool wall_read_there(const char *text, struct wall now, struct wall *wall, struct error *err) {
    struct reading reading = {0};
    if (!read_text(text, &reading, err)) {
        return false;
    }
    bool elsewhere = clock_offset_at(now.utc_s) != now.offset_min;
    *wall = reading.has_offset ? place_by(local_of(&reading), reading.offset_min)
            : elsewhere        ? place_by(local_of(&reading), now.offset_min)
                               : place_in_zone(local_of(&reading));
    return true;
}
