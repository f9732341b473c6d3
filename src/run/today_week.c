// SPDX-License-Identifier: MIT
#include "run/today_week.h"

#include <assert.h>
#include <string.h>

#include "core/adherence.h"
#include "run/day_words.h"
#include "run/diary_past.h"

static enum week_mark mark_of(const struct day_account *account) {
    switch (account->kind) {
    case DAY_PAUSED:
        return WEEK_PAUSED;
    case DAY_DONE:
        return WEEK_DONE;
    case DAY_PART:
        return WEEK_PART;
    case DAY_OPEN:
        return account->done > 0 || account->partial > 0 ? WEEK_PART : WEEK_OPEN;
    case DAY_LEFT:
        return WEEK_OPEN;
    case DAY_AHEAD:
        return WEEK_TO_COME;
    case DAY_FREE:
    case DAY_KINDS:
        break;
    }
    return WEEK_NOTHING;
}

// From the first day on which anything could be asked for.
static bool read_streak(struct house *house, const struct plan_book *book, int64_t today,
                        int *streak, struct error *err) {
    struct session_past past = {0};
    int64_t begins = adherence_begins(book);
    if (begins > today) {
        return true;
    }
    if (!session_past_read(house, begins, today, &past, err)) {
        return false;
    }
    *streak = adherence_streak(book, past.done, today);
    session_past_free(&past);
    return true;
}

bool today_week_read(struct house *house, const struct today *today, struct today_week *week,
                     struct error *err) {
    const struct plan_book *book = &today->person.shelf.book;
    struct session_past past = {0};
    *week = (struct today_week){.monday = week_monday(today->day), .today = week_day(today->day)};
    if (!session_past_read(house, week->monday, today->day, &past, err)) {
        return false;
    }
    for (int i = 0; i < WEEK_DAYS; i++) {
        struct day_account account = adherence_day(book, past.done, week->monday + i, today->day);
        week->marks[i] = mark_of(&account);
    }
    session_past_free(&past);
    return !house->settings.streak || read_streak(house, book, today->day, &week->streak, err);
}

const char *today_week_mark(enum week_mark mark) {
    static const char *const words[] = {
        [WEEK_NOTHING] = N_("nothing asked for"),
        [WEEK_PAUSED] = N_("rest day"),
        [WEEK_DONE] = N_("done"),
        [WEEK_PART] = N_("part"),
        [WEEK_OPEN] = N_("left open"),
        [WEEK_TO_COME] = N_("to come"),
    };
    static_assert(sizeof words / sizeof *words == WEEK_MARKS, "a word each");
    return _(words[mark]);
}

const char *today_week_letter(int day, char to[WEEK_LETTER_MAX]) {
    // TRANSLATORS: the days from Monday to Sunday, as short as in the head of a calendar, with one
    // space between two
    const char *at = _("M T W T F S S");
    for (int i = 0; i < day && strchr(at, ' '); i++) {
        at = strchr(at, ' ') + 1;
    }
    text_format(to, WEEK_LETTER_MAX, "%.*s", (int)strcspn(at, " "), at);
    return to;
}

// How the day stands; today is not over.
static const char *state_of(const struct today_week *week, int day) {
    return day == week->today && week->marks[day] == WEEK_OPEN ? _("open now")
                                                               : today_week_mark(week->marks[day]);
}

// The first day behind those that stand as this one does.
static int run_end(const struct today_week *week, int day) {
    int end = day + 1;
    while (end <= week->today && week->marks[end] == week->marks[day] &&
           !(end == week->today && week->marks[end] == WEEK_OPEN)) {
        end++;
    }
    return end;
}

void today_week_words(struct text_builder *text, const struct today_week *week) {
    enum { TOLD_AS_ONE = 3 };
    for (int day = 0, end; day <= week->today; day = end) {
        end = run_end(week, day);
        text_add(text, day > 0 ? " " : "");
        if (end - day >= TOLD_AS_ONE) {
            // TRANSLATORS: days of the week and how they stand: "Monday to Friday: done."
            text_add_format(text, _("%s to %s: %s."), day_words_weekday(week->monday + day),
                            day_words_weekday(week->monday + end - 1), state_of(week, day));
        } else {
            end = day + 1;
            // TRANSLATORS: a day of the week and how it stands: "Monday: done."
            text_add_format(text, _("%s: %s."), day_words_weekday(week->monday + day),
                            state_of(week, day));
        }
    }
}

void today_week_streak(struct text_builder *text, int streak) {
    text_add_format(text,
                    text_translate_count("%d day running with all that was asked for.",
                                         "%d days running with all that was asked for.",
                                         (unsigned long)streak),
                    streak);
}
