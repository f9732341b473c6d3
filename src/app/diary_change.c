// SPDX-License-Identifier: MIT
#include "app/diary.h"
#include "base/text.h"
#include "run/diary_labels.h"

// What a person changes of the day that is shown.

enum { SLEEP_STEPS = 2 }; // to the hour

// Stores the changed copy and reads the day again.
static void keep_form(struct window *window, struct diary_entry *form, const char *said) {
    if (diary_keep(window, form, &window->diary->form, said)) {
        diary_again(window);
    }
    diary_entry_free(form);
    window_stale(window);
}

static void keep_rating(struct window *window, struct diary_entry *rating, const char *said) {
    const struct diary_entry *before = &window->diary->rating;
    if (diary_keep(window, rating, before->rating.twitch >= 0 ? before : NULL, said)) {
        diary_again(window);
    }
    diary_entry_free(rating);
    window_stale(window);
}

void diary_rate(struct window *window, int number) {
    struct diary *diary = window->diary;
    char said[MESSAGE_MAX];
    if (number < 0) {
        if (diary->rating.rating.twitch >= 0 &&
            diary_remove(window, &diary->rating, _("Taken away."))) {
            diary_again(window);
        }
        return;
    }
    if (number == diary->rating.rating.twitch) {
        return;
    }
    struct diary_entry rating = diary_entry_copy(&diary->rating);
    rating.rating.twitch = number;
    rating.rating.side = diary->side;
    rating.rating.places = diary->places;
    text_format(said, sizeof said, _("Kept: twitching %d"), number);
    keep_rating(window, &rating, said);
}

// Without a number they wait for it.
static void keep_where(struct window *window) {
    struct diary *diary = window->diary;
    if (diary->rating.rating.twitch >= 0) {
        struct diary_entry rating = diary_entry_copy(&diary->rating);
        rating.rating.side = diary->side;
        rating.rating.places = diary->places;
        keep_rating(window, &rating, NULL);
    }
    window_stale(window);
}

void diary_set_where(struct window *window, struct where where) {
    window->diary->side = where.side;
    window->diary->places = where.places;
    keep_where(window);
}

void diary_set_field(struct window *window, enum day_field field, double value) {
    struct diary_entry form = diary_entry_copy(&window->diary->form);
    double *told = &form.form.fields[field];
    // Chosen again it is told no more.
    *told = value < 0 || (value >= *told && value <= *told) ? DAY_UNTOLD : value;
    keep_form(window, &form, NULL);
}

// From nothing told the first step upwards begins where most people are.
static double first_value(enum day_field field) {
    static const double begins[FIELD_COUNT] = {[FIELD_SLEEP] = 7,
                                               [FIELD_SCREEN] = 2,
                                               [FIELD_WATER] = 4,
                                               [FIELD_CAFFEINE] = 1,
                                               [FIELD_ALCOHOL] = 1};
    return begins[field];
}

void diary_step_field(struct window *window, enum day_field field, bool up) {
    struct diary_entry form = diary_entry_copy(&window->diary->form);
    double *told = &form.form.fields[field];
    double step = field == FIELD_SLEEP || field == FIELD_SCREEN ? 1.0 / SLEEP_STEPS : 1;
    double value = *told < 0 ? (up ? first_value(field) : 0) : *told + (up ? step : -step);
    bool fits = day_field_takes(field, value);
    if (fits) {
        *told = value;
    } else if (!up) {
        *told = DAY_UNTOLD; // below 0 it is told no more
    }
    keep_form(window, &form, NULL);
}

void diary_turn_tick(struct window *window, enum day_tick tick) {
    struct diary_entry form = diary_entry_copy(&window->diary->form);
    form.form.ticks ^= UINT64_C(1) << tick;
    keep_form(window, &form, NULL);
}

void diary_set_week(struct window *window, int severity, int frequency, int impact) {
    struct diary_entry week = diary_entry_copy(&window->diary->week);
    week.week.severity = severity;
    week.week.frequency = frequency;
    week.week.impact = impact;
    if (diary_keep(window, &week, &window->diary->week, NULL)) {
        diary_again(window);
    }
    diary_entry_free(&week);
    window_stale(window);
}

int diary_scale_value(const struct window *window, int scale) {
    const struct diary *diary = window->diary;
    return scale == SCALE_IMPACT ? diary->week.week.impact : (int)diary->form.form.fields[scale];
}

void diary_set_scale(struct window *window, int scale, int number) {
    const struct week_form *week = &window->diary->week.week;
    if (scale == SCALE_IMPACT) {
        diary_set_week(window, week->severity, week->frequency,
                       number == week->impact ? -1 : number);
    } else {
        diary_set_field(window, (enum day_field)scale, number);
    }
}
