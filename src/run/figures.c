// SPDX-License-Identifier: MIT
#include "run/figures.h"

#include "base/memory.h"
#include "core/week.h"
#include "run/plan_shelf.h"

// What the figures are worked out from.
struct ground {
    struct house *house;
    struct error *err;
    struct plan_shelf shelf;
    struct treatment_past treatments;
    struct daily_past numbers; // from before the range on, as far as its status looks back
    struct figures *figures;
};

static int64_t earlier(int64_t one, int64_t other) {
    return one < other ? one : other;
}

static int64_t later(int64_t one, int64_t other) {
    return one > other ? one : other;
}

// The day on which quiet spells and cycles are looked at.
static int64_t status_day(const struct figures *figures) {
    return earlier(figures->last, figures->today);
}

// ---- the range ----

// An open end is the first or the last day of which there is anything.
static void close_ends(const struct ground *ground, int64_t first, int64_t last) {
    struct figures *figures = ground->figures;
    const struct session_past *past = &figures->past;
    const struct daily_past *numbers = &ground->numbers;
    int64_t begins = earlier(adherence_begins(&ground->shelf.book), figures->today);
    int64_t ends = figures->today;
    if (past->done.count > 0) {
        begins = earlier(begins, past->done.sessions[0].day);
        ends = later(ends, past->done.sessions[past->done.count - 1].day);
    }
    if (numbers->count > 0) {
        begins = earlier(begins, numbers->days[0].day);
        ends = later(ends, numbers->days[numbers->count - 1].day);
    }
    figures->first = first == INT64_MIN ? earlier(begins, last) : first;
    figures->last = last == INT64_MAX ? later(ends, first) : last;
}

// ---- how the face was ----

static void fill_median(struct figures *figures, struct daily_past numbers) {
    double *values = memory_new((size_t)numbers.count + 1, sizeof *values);
    for (int i = 0; i < numbers.count; i++) {
        values[i] = numbers.days[i].value;
    }
    figures->rated = numbers.count;
    figures->median = numbers.count > 0 ? trend_median(values, numbers.count) : 0;
    memory_free(values);
}

static void fill_weeks(struct figures *figures, struct daily_past numbers) {
    if (numbers.count == 0) {
        return;
    }
    int64_t first = numbers.days[0].day, last = numbers.days[numbers.count - 1].day;
    int most = (int)((week_monday(last) - week_monday(first)) / WEEK_DAYS) + 1;
    figures->weeks = memory_new((size_t)most, sizeof *figures->weeks);
    int count = trend_weeks(numbers.days, numbers.count, first, last, figures->weeks, most);
    for (int i = 0; i < count; i++) {
        if (figures->weeks[i].n > 0) {
            figures->weeks[figures->week_count++] = figures->weeks[i];
        }
    }
}

static void fill_numbers(const struct ground *ground) {
    struct figures *figures = ground->figures;
    const struct daily_past numbers = ground->numbers; // of the range, until more is read
    fill_median(figures, numbers);
    fill_weeks(figures, numbers);
    figures->slope_given = trend_slope(numbers.days, numbers.count, ground->treatments.injections,
                                       ground->treatments.injection_count, figures->first,
                                       figures->last, &figures->slope_per_week);
}

static bool read_numbers(struct ground *ground, int64_t first, int64_t last) {
    daily_past_free(&ground->numbers);
    return daily_past_read(ground->house, first, last, &ground->numbers, ground->err);
}

// How quiet it is. A spell that reaches back to the first number that was read may be longer: then
// twice as much is read, so that a short range stays quick.
static bool fill_quiet(struct ground *ground) {
    struct figures *figures = ground->figures;
    const struct daily_past *numbers = &ground->numbers;
    int64_t day = status_day(figures);
    struct treatment treatment = treatment_past_at(&ground->treatments, day);
    bool whole = false;
    if (figures->first > day - FIGURES_RECENT_DAYS &&
        !read_numbers(ground, day - FIGURES_RECENT_DAYS, day)) {
        return false;
    }
    for (int64_t span = 2 * FIGURES_RECENT_DAYS; !whole; span *= 2) {
        figures->quiet = quiet_of(numbers->days, numbers->count, &treatment, day);
        whole = figures->quiet.status == QUIET_NONE || figures->quiet.since != numbers->days[0].day;
        int count = numbers->count;
        if (!whole && !read_numbers(ground, earlier(figures->first, day - span), day)) {
            return false;
        }
        whole = whole || numbers->count == count;
    }
    return true;
}

// Where in the cycle of an injection it is, against the same days of earlier ones.
static bool fill_cycle(const struct ground *ground) {
    struct figures *figures = ground->figures;
    const struct treatment_past *treatments = &ground->treatments;
    int64_t day = status_day(figures);
    int present = cycle_present(treatments->injections, treatments->injection_count, day);
    if (present < 0) {
        return true;
    }
    int oldest = present > FIGURES_CYCLES ? present - FIGURES_CYCLES : 0;
    struct daily_past numbers;
    figures->cycle_day = (int)(day - treatments->injections[present]);
    if (!daily_past_read(ground->house, treatments->injections[oldest], day, &numbers,
                         ground->err)) {
        return false;
    }
    figures->compared = cycle_compare(numbers.days, numbers.count, treatments->injections,
                                      treatments->injection_count, day, FIGURES_CYCLES);
    daily_past_free(&numbers);
    return true;
}

// ---- what was done ----

static void fill_sessions(const struct ground *ground) {
    struct figures *figures = ground->figures;
    const struct session_past *past = &figures->past;
    const struct plan_book *book = &ground->shelf.book;
    figures->sessions = past->done.count;
    figures->complete = past->complete;
    figures->partial = past->partial;
    figures->well = past->well;
    figures->ticked = past->ticked;
    figures->played_ms = past->played_ms;
    // No day is looked at on which nothing can be due.
    figures->adherence =
        adherence_of(book, past->done, later(figures->first, adherence_begins(book)),
                     earlier(figures->last, figures->today), figures->today);
    figures_read_routines(figures);
}

// The row of days until today: from the sessions at hand where they reach back far enough, else
// from twice as many, again and again.
static bool fill_streak(const struct ground *ground) {
    struct figures *figures = ground->figures;
    const struct plan_book *book = &ground->shelf.book;
    int64_t begins = adherence_begins(book), today = figures->today;
    int64_t monday = week_monday(today);
    bool reached = begins <= today;
    for (int64_t span = FIGURES_RECENT_DAYS; reached; span *= 4) {
        struct session_past recent = {0};
        int64_t first = later(begins, today - span);
        bool at_hand = figures->first <= first && figures->last >= today;
        if (!at_hand && !session_past_read(ground->house, first, today, &recent, ground->err)) {
            return false;
        }
        struct done_sessions done = at_hand ? figures->past.done : recent.done;
        struct adherence week = adherence_of(book, done, later(first, monday), today, today);
        figures->week_asked = week.given;
        figures->week_due = week.due;
        figures->week_done = week.done;
        figures->streak = adherence_streak_since(book, done, first, today, &reached);
        reached = reached && first > begins;
        session_past_free(&recent);
    }
    return true;
}

static bool read_all(struct ground *ground, int64_t first, int64_t last) {
    if (!plan_shelf_read(ground->house, &ground->shelf, ground->err) ||
        !treatment_past_read(ground->house, &ground->treatments, ground->err) ||
        !session_past_read(ground->house, first, last, &ground->figures->past, ground->err) ||
        !read_numbers(ground, first, last)) {
        return false;
    }
    close_ends(ground, first, last);
    fill_numbers(ground);
    fill_sessions(ground);
    return fill_streak(ground) && fill_quiet(ground) && fill_cycle(ground);
}

bool figures_read(struct house *house, int64_t first, int64_t last, struct figures *figures,
                  struct error *err) {
    struct ground ground = {.house = house, .err = err, .figures = figures};
    *figures = (struct figures){.today = house_today(house), .cycle_day = -1};
    bool right = read_all(&ground, first, last);
    plan_shelf_free(&ground.shelf);
    treatment_past_free(&ground.treatments);
    daily_past_free(&ground.numbers);
    if (!right) {
        figures_free(figures);
    }
    return right;
}

void figures_free(struct figures *figures) {
    memory_free(figures->weeks);
    memory_free(figures->routines);
    session_past_free(&figures->past);
    *figures = (struct figures){0};
}
