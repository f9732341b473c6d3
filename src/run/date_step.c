// SPDX-License-Identifier: MIT
#include "run/date_step.h"

#include "base/text.h"
#include "run/date_read.h"

static const struct {
    const char *label;
    int days, months;
} steps[DATE_STEPS] = {
    [DATE_TODAY] = {N_("Today"), 0, 0},
    [DATE_DAY_EARLIER] = {N_("A day earlier"), -1, 0},
    [DATE_DAY_LATER] = {N_("A day later"), 1, 0},
    [DATE_WEEK_EARLIER] = {N_("A week earlier"), -7, 0},
    [DATE_MONTH_EARLIER] = {N_("A month earlier"), 0, -1},
    [DATE_YEAR_EARLIER] = {N_("A year earlier"), 0, -12},
};

const char *date_step_label(enum date_step step) {
    return _(steps[step].label);
}

void date_step(const char *from, enum date_step step, struct wall now, char to[WALL_TEXT_MAX]) {
    enum { MONTHS = 12 };
    char text[48];
    struct wall told;
    struct error ignored = {0};
    bool stands = step != DATE_TODAY && from && *from && wall_read(from, &told, &ignored);
    int year, month, number;
    date_of_day((stands ? wall_day(told) : wall_day(now)) + steps[step].days, &year, &month,
                &number);
    int whole = year * MONTHS + month - 1 + steps[step].months;
    do {
        text_format(text, sizeof text, "%04d-%02d-%02d", whole / MONTHS, whole % MONTHS + 1,
                    number--);
    } while (date_read(text, now, true, to) == DATE_NO_SUCH_DAY);
    text_copy(to, WALL_TEXT_MAX, text);
}
