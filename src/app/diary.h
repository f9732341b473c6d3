// SPDX-License-Identifier: MIT
#pragma once

#include "app/daily.h"
#include "app/window.h"
#include "core/where.h"
#include "run/diary_entry.h"
#include "run/tick_order.h"

// The diary in the window: a day as a form, the lists of what was entered, the page of one entry,
// a line that is written into. Every change is stored when it is made and can be taken back; what
// stood there before stays in the audit.

// What can be rated 0 to 10: the fields of a day that are, in their order, and more.
enum diary_scale {
    SCALE_IMPACT = FIELD_COUNT, // how much it disturbed the week
    SCALE_STRENGTH,             // of the spasm that was noted last
    SCALE_PITCH = 16,           // the act's value is scale * SCALE_PITCH + number
};

// The values of ACT_FOLD here.
enum { DIARY_FOLD_MORE = 100, DIARY_FOLD_WEEK };

// What is asked once a week in words, as the value of ACT_GRADE: times 8, plus the grade.
enum { GRADE_SEVERITY, GRADE_FREQUENCY, GRADE_PITCH = 8 };

enum diary_list_kind {
    DIARY_LIST_ALL,       // of the last 90 days
    DIARY_LIST_EVENTS,    // treatments and what else may explain a change
    DIARY_LIST_QUESTIONS, // for the next appointment
    DIARY_LISTS
};

// A change that can be taken back: what stood there before it, and what it left.
struct diary_step {
    bool had, has;
    struct diary_entry before, after;
};

// What is being written, and where it goes.
enum writing {
    WRITE_NOTHING,
    WRITE_DAY_NOTE, // of the day that is shown
    WRITE_QUESTION, // a new one
    WRITE_TEXT,     // of the open entry, and so on
    WRITE_NOTE,
    WRITE_BEGIN,
    WRITE_END,
    WRITE_PER_MINUTE,
    WRITE_AT,     // when it was
    WRITE_PLAYED, // minutes
};

struct diary {
    enum screen_name from; // the screen that opened it
    int64_t day;           // that is shown
    struct diary_entry rating, form, week;
    enum side side;               // as told for that day, else as told last
    unsigned places;              // the same
    int64_t injected;             // the day of the last injection before it, INT64_MIN: none
    struct diary_entry_list held; // what the day held, apart from these three
    struct tick_order around;     // since the form was opened
    bool has_order;
    bool more, weekly; // shown, not folded away

    int one_scale;        // a 1 that waits for a 0 behind it: -1 the number of the day
    int64_t one_until_ms; // 0: none waits

    struct daily_offer daily; // what the first screen asks for

    enum diary_list_kind kind;    // of the list
    struct diary_entry_list list; // as it was painted last
    struct act list_focus;
    double list_offset;

    struct diary_entry open; // the page of an entry
    bool is_open;
    enum screen_name open_from;

    enum writing writing;
    enum screen_name writing_from;
    struct field kept;       // what stood in the field before
    char written[FIELD_MAX]; // as the field was filled
    char fault[256];         // what is wrong with what was written

    struct diary_entry spasm;       // that was noted last
    struct tick_order spasm_around; // since its sheet was opened
    bool has_spasm;
    int64_t spasm_ms;

    int64_t minute_ms; // since when a minute is counted, 0: none is
    int twitches;      // in it so far, or in the last one
    bool counted;      // one was counted to its end
    struct chime *chime;

    struct diary_step steps[UNDO_MAX]; // a ring
    int step_count;                    // since the beginning
};

// Made when it is first needed.
struct diary *diary_of(struct window *window);
void diary_free(struct diary *diary);

// The form of a day; INT64_MAX: today, at its number.
void diary_show(struct window *window, int64_t day);
// What is stored, read again for the screen that is shown.
void diary_again(struct window *window);
// On the way elsewhere: what waits is stored, and the field is given back.
void diary_leave(struct window *window);
// To where it was opened.
void diary_close(struct window *window);

// Whether anything can be kept; else that is said.
bool diary_can_keep(struct window *window);
// Stores an entry in place of `before` (NULL: it is new) and remembers the way back. With `said` a
// toast says so, NULL: Ctrl Z alone. False: the reason is said.
bool diary_keep(struct window *window, struct diary_entry *entry, const struct diary_entry *before,
                const char *said);
bool diary_remove(struct window *window, const struct diary_entry *entry, const char *said);
// ACT_DIARY_BACK.
void diary_take_back(struct window *window, int number);

// Changes of the day that is shown; -1 takes a number away.
void diary_rate(struct window *window, int number);
void diary_set_where(struct window *window, struct where where);
void diary_set_field(struct window *window, enum day_field field, double value);
void diary_step_field(struct window *window, enum day_field field, bool up);
void diary_turn_tick(struct window *window, enum day_tick tick);
void diary_set_week(struct window *window, int severity, int frequency, int impact);
int diary_scale_value(const struct window *window, int scale);
void diary_set_scale(struct window *window, int scale, int number);

// The parts of the day, from box.y on; each returns where it ends.
double diary_number(struct window *window, struct box box); // with side and places
double diary_form(struct window *window, struct box box);
double diary_more(struct window *window, struct box box);
double diary_weekly(struct window *window, struct box box);
double diary_held(struct window *window, struct box box); // what the day held, and the ways on

// A row that leads to the diary from elsewhere.
double diary_way(struct window *window, struct box box);

void diary_list_show(struct window *window, enum diary_list_kind kind);
void diary_open(struct window *window, const struct diary_entry *entry);
// A new event, with its page.
void diary_add_event(struct window *window, enum event_kind kind);

// Escape leads one step back.
bool diary_escape(struct window *window, const SDL_KeyboardEvent *event);

// A line to write. diary_written keeps it (false: it is wrong, the page says why), diary_write_end
// leads back.
void diary_write(struct window *window, enum writing writing);
bool diary_written(struct window *window, const char *written);
void diary_write_end(struct window *window);
// Whether the dates of the open event may lie ahead.
bool diary_looks_ahead(const struct window *window);
char **diary_note_of(struct diary_entry *entry);

// Counting a minute; minute_leave stops it, and nothing is kept.
void minute_show(struct window *window);
void minute_leave(struct window *window);
