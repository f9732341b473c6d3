// SPDX-License-Identifier: MIT
#include "run/status_words.h"

#include "core/week.h"
#include "run/day_words.h"
#include "run/number_words.h"

void status_words_quiet(struct text_builder *text, const struct quiet *quiet) {
    char since[DAY_WORDS_DATE_MAX];
    int days = (int)quiet->days;
    switch (quiet->status) {
    case QUIET_DAY:
        text_add(text, _("Quiet day"));
        break;
    case QUIET_SPELL:
        text_add_format(text, _("Quiet spell, %d days"), days);
        break;
    case QUIET_REMISSION:
        day_words_day(quiet->since, since);
        text_add_format(text,
                        quiet->treatment ? _("In remission since %s, on treatment")
                                         : _("In remission since %s"),
                        since);
        break;
    case QUIET_RETURNED:
        text_add_format(text, _("Returned after %d days"), days);
        break;
    case QUIET_LONG:
        text_add_format(text, _("Long quiet period, since %s"), day_words_day(quiet->since, since));
        break;
    case QUIET_NONE:
    case QUIET_COUNT:
        break;
    }
}

void status_words_quiet_note(struct text_builder *text, const struct quiet *quiet) {
    if (quiet->status == QUIET_LONG) {
        text_add(text, _("This is a very good sign; only your doctor can call it recovery."));
    }
}

// Whether the last days are no more than was there in earlier cycles.
static bool is_usual(const struct cycle_compared *compared) {
    enum { RISE = 2 }; // points of the weekly value, as for a sign (core/signs.h)
    return compared->given && compared->now < compared->then + RISE;
}

void status_words_week(struct text_builder *text, int day, const struct cycle_compared *compared) {
    int week = day / WEEK_DAYS;
    if (day < 0) {
        return;
    }
    if (day < CYCLE_RISE_FROM) {
        text_add_format(text,
                        _("Day %d after the injection. In most people it begins to work after "
                          "about four days."),
                        day);
    } else if (day < CYCLE_RISE_TO) {
        text_add_format(text,
                        _("Day %d after the injection. In most people it sets in within two "
                          "weeks."),
                        day);
    } else if (is_usual(compared)) {
        text_add_format(text, _("Week %d. This is usual for you."), week);
    } else if (day < CYCLE_STEADY_TO) {
        text_add_format(text, _("Week %d. The effect often fades from about week 10."), week);
    } else {
        text_add_format(text, _("Week %d. In most people the effect wears off from about week 10."),
                        week);
    }
}

static struct text_decimals { char text[TEXT_NUMBER_MAX]; } decimals(double value) {
    struct text_decimals written = {0};
    number_words(value, written.text);
    return written;
}

void status_words_compared(struct text_builder *text, const struct cycle_compared *compared) {
    if (compared->now_n == 0) {
        return;
    }
    if (!compared->given) {
        text_add(text, _("In most people the effect wears off from about week 10; compare with "
                         "the next cycle."));
        return;
    }
    text_add_format(
        text,
        text_translate_count(
            "Days %d to %d since the injection: median %s on %d rated days. The same days of %d "
            "earlier cycle: %s on %d rated days.",
            "Days %d to %d since the injection: median %s on %d rated days. The same days of %d "
            "earlier cycles: %s on %d rated days.",
            (unsigned long)compared->cycles),
        compared->from_day, compared->to_day, decimals(compared->now).text, compared->now_n,
        compared->cycles, decimals(compared->then).text, compared->then_n);
}

void status_words_cycle(struct text_builder *text, const struct cycle *cycle) {
    if (cycle->wearing_off >= 0) {
        text_add_format(text, _("Better from day %d, wearing off from day %d."), cycle->better,
                        cycle->wearing_off);
    } else if (cycle->better >= 0) {
        text_add_format(text, _("Better from day %d."), cycle->better);
    } else if (cycle->given) {
        text_add(text, _("No better day is seen in the numbers."));
    } else {
        text_add(text, _("Without numbers of the two weeks before the injection nothing is "
                         "compared."));
    }
}
