// SPDX-License-Identifier: MIT
#include "run/day_words.h"

#include <assert.h>

#include "base/text.h"

enum { HOUR_S = 3600, DAY_HOURS = 24, DAY_S = DAY_HOURS * HOUR_S, WEEK = 7, MONTHS = 12 };
enum { MINUTE_MS = 60000 };

static int second_of_day(struct wall now) {
    int64_t local_s = (now.utc_s + (int64_t)now.offset_min * 60) % DAY_S;
    return (int)(local_s < 0 ? local_s + DAY_S : local_s);
}

static int hour_of(struct wall now) {
    return second_of_day(now) / HOUR_S;
}

const char *day_words_greeting(struct wall now) {
    enum { MORNING = 5, AFTERNOON = 12, EVENING = 18 };
    int hour = hour_of(now);
    if (hour < MORNING || hour >= EVENING) {
        return _("Good evening");
    }
    return hour < AFTERNOON ? _("Good morning") : _("Good afternoon");
}

const char *day_words_weekday(int64_t day) {
    // Day 0 was a Thursday.
    static const char *const weekdays[WEEK] = {N_("Thursday"), N_("Friday"), N_("Saturday"),
                                               N_("Sunday"),   N_("Monday"), N_("Tuesday"),
                                               N_("Wednesday")};
    return _(weekdays[((day % WEEK) + WEEK) % WEEK]);
}

const char *day_words_weekday_short(int64_t day) {
    // TRANSLATORS: weekdays, as short as a calendar has them
    static const char *const weekdays[WEEK] = {N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
                                               N_("Mon"), N_("Tue"), N_("Wed")};
    return _(weekdays[((day % WEEK) + WEEK) % WEEK]);
}

const char *day_words_month(int month) {
    static const char *const months[MONTHS] = {N_("January"), N_("February"), N_("March"),
                                               N_("April"),   N_("May"),      N_("June"),
                                               N_("July"),    N_("August"),   N_("September"),
                                               N_("October"), N_("November"), N_("December")};
    assert(month >= 1 && month <= MONTHS);
    return _(months[month - 1]);
}

const char *day_words_date(struct wall now, char to[DAY_WORDS_DATE_MAX]) {
    int64_t day = wall_day(now);
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    // Weekday, day of the month, month: "Saturday, 21 November".
    text_format(to, DAY_WORDS_DATE_MAX, _("%s, %d %s"), day_words_weekday(day), number,
                day_words_month(month));
    return to;
}

const char *day_words_day(int64_t day, char to[DAY_WORDS_DATE_MAX]) {
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    // TRANSLATORS: day of the month, month, year: "21 November 2026"
    text_format(to, DAY_WORDS_DATE_MAX, _("%d %s %d"), number, day_words_month(month), year);
    return to;
}

const char *day_words_day_month(int64_t day, char to[DAY_WORDS_DATE_MAX]) {
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    // TRANSLATORS: day of the month, month: "21 November"
    text_format(to, DAY_WORDS_DATE_MAX, _("%d %s"), number, day_words_month(month));
    return to;
}

const char *day_words_length(int64_t ms, char to[DAY_WORDS_LENGTH_MAX]) {
    if (ms < MINUTE_MS) {
        text_format(to, DAY_WORDS_LENGTH_MAX, _("%d s"), (int)((ms + 500) / 1000));
        return to;
    }
    int halves = (int)((ms + MINUTE_MS / 4) / (MINUTE_MS / 2));
    if (halves < 120) {
        text_format(to, DAY_WORDS_LENGTH_MAX, halves % 2 ? _("%d½ min") : _("%d min"), halves / 2);
        return to;
    }
    int minutes = (int)((ms + MINUTE_MS / 2) / MINUTE_MS);
    text_format(to, DAY_WORDS_LENGTH_MAX, _("%d:%02d h"), minutes / 60, minutes % 60);
    return to;
}

// A moment inside a minute is told as the next one, so that nobody comes too early.
const char *day_words_moment(struct wall now, int64_t utc_s, char to[DAY_WORDS_MOMENT_MAX]) {
    struct wall at = wall_at(now, (utc_s + 59) / 60 * 60);
    char date[DAY_WORDS_DATE_MAX];
    int minute = second_of_day(at) / 60;
    int hour = minute / 60;
    switch (wall_day(at) - wall_day(now)) {
    case 0:
        text_format(to, DAY_WORDS_MOMENT_MAX, _("at %d:%02d"), hour, minute % 60);
        break;
    case 1:
        text_format(to, DAY_WORDS_MOMENT_MAX, _("tomorrow at %d:%02d"), hour, minute % 60);
        break;
    default:
        text_format(to, DAY_WORDS_MOMENT_MAX, _("on %s, at %d:%02d"), day_words_date(at, date),
                    hour, minute % 60);
        break;
    }
    return to;
}
