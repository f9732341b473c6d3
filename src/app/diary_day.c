// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/diary_parts.h"
#include "base/text.h"
#include "run/diary_labels.h"
#include "run/diary_words.h"

// What of a day is always in sight: the number with where it was, stress, sleep, caffeine.

enum { CIRCLE = 44, SMALL_CIRCLE = 38 };

static const char *question(const struct window *window) {
    int64_t back = house_today(window->house) - window->diary->day;
    return back == 0   ? _("The twitching of the last 24 hours, at its worst")
           : back == 1 ? _("The twitching of yesterday, at its worst")
                       : _("The twitching of that day, at its worst");
}

double diary_number(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct diary *diary = window->diary;
    bool waits = diary->one_until_ms > 0 && diary->one_scale < 0;
    const struct rating_look look = {.act = ACT_RATE,
                                     .chosen = waits ? 1 : diary->rating.rating.twitch,
                                     .before = -1,
                                     .size = CIRCLE};
    element_head(window, box.y);
    box.y = window_text(window, question(window), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(layout, 8);
    box.y += element_rating_as(window, &look, box, DIARY_GROUP_NUMBER);
    element_no_head(window);
    const struct where where = {diary->side, diary->places};
    return diary_where(window, where, box) + layout_space(layout, 20);
}

static double put_scale(struct window *window, int scale, const char *name, int group,
                        struct box box) {
    const struct diary *diary = window->diary;
    bool waits = diary->one_until_ms > 0 && diary->one_scale == scale;
    const struct rating_look look = {.name = name,
                                     .act = ACT_SCALE,
                                     .base = scale * SCALE_PITCH,
                                     .chosen = waits ? 1 : diary_scale_value(window, scale),
                                     .before = -1,
                                     .size = SMALL_CIRCLE,
                                     .bare = true};
    element_head(window, box.y);
    box.y = window_text(window, name, TEXT_BODY, TOKEN_TEXT, box);
    box.y += element_rating_as(window, &look, box, group);
    element_no_head(window);
    return box.y;
}

// "At most 3 cups, you wish": a line, never a score.
static bool goal_of(const struct window *window, enum day_field field, struct text_builder *to) {
    enum { HOUR_MIN = 60 };
    const struct settings *settings = &window->house->settings;
    double goal = field == FIELD_SLEEP      ? settings->goal_sleep_min / (double)HOUR_MIN
                  : field == FIELD_CAFFEINE ? settings->goal_caffeine
                                            : 0;
    if (goal <= 0) {
        return false;
    }
    struct text_builder value = {0};
    diary_label_value(&value, field, floor(goal * 100 + 0.5) / 100);
    text_add_format(to, field == FIELD_SLEEP ? _("your goal: %s") : _("your goal: at most %s"),
                    value.text);
    text_builder_free(&value);
    return true;
}

static double put_stepper(struct window *window, enum day_field field, struct box box) {
    double told = window->diary->form.form.fields[field];
    struct text_builder value = {0}, goal = {0}, less = {0}, more = {0};
    const char *name = diary_label_field(field);
    if (told >= 0) {
        diary_label_value(&value, field, told);
    } else {
        text_add(&value, "\u2013");
    }
    bool wished = goal_of(window, field, &goal);
    // TRANSLATORS: the signs beside a value of the diary; %s is its name: "Sleep: less"
    text_add_format(&less, _("%s: less"), name);
    text_add_format(&more, _("%s: more"), name);
    const struct stepper stepper = {.name = name,
                                    .value = value.text,
                                    .goal = wished ? goal.text : NULL,
                                    .less = less.text,
                                    .more = more.text,
                                    .act = ACT_AMOUNT,
                                    .of = (int)field,
                                    .group = DIARY_GROUP_FIELDS + (int)field};
    box.y = diary_stepper(window, &stepper, box);
    text_builder_free(&value);
    text_builder_free(&goal);
    text_builder_free(&less);
    text_builder_free(&more);
    return box.y;
}

static double put_field(struct window *window, enum day_field field, struct box box) {
    bool scale = day_fields[field].whole && day_fields[field].most == TWITCH_MOST;
    box.y = scale ? put_scale(window, (int)field, diary_label_field(field),
                              DIARY_GROUP_FIELDS + (int)field, box)
                  : put_stepper(window, field, box);
    return box.y + layout_space(&window->layout, 12);
}

double diary_form(struct window *window, struct box box) {
    for (int field = FIELD_STRESS; field <= FIELD_CAFFEINE; field++) {
        box.y = put_field(window, (enum day_field)field, box);
    }
    const char *note = window->diary->form.form.note;
    const struct row row = {.title = note ? note : _("A note, if you like"),
                            .line = note ? _("Note") : NULL,
                            .value = _("write")};
    return element_row_in_line(window, &row, box, (struct act){ACT_NOTE, WRITE_DAY_NOTE}, 0) +
           layout_space(&window->layout, 4);
}

struct tick_group {
    const char *head, *line;
    enum day_tick first, last;
    const enum day_tick *order; // of them, from the first; NULL: as they are
};

static double put_ticks(struct window *window, const struct tick_group *group, int number,
                        struct box box) {
    const char *labels[TICK_COUNT];
    int values[TICK_COUNT];
    int count = 0;
    for (int i = 0; i <= (int)group->last - (int)group->first; i++) {
        int tick = group->order ? (int)group->order[i] : (int)group->first + i;
        labels[count] = diary_words_tick((enum day_tick)tick);
        values[count++] = tick;
    }
    element_head(window, box.y);
    box.y = window_text(window, group->head, TEXT_STRONG, TOKEN_TEXT, box);
    if (group->line) {
        box.y = window_text(window, group->line, TEXT_BODY, TOKEN_TEXT, box);
    }
    box.y += layout_space(&window->layout, 8);
    const struct toggles ticks = {.labels = labels,
                                  .values = values,
                                  .count = count,
                                  .chosen = window->diary->form.form.ticks,
                                  .act = ACT_TICK,
                                  .group = DIARY_GROUP_TICKS + number};
    box.y = diary_toggles(window, &ticks, box);
    element_no_head(window);
    return box.y + layout_space(&window->layout, 20);
}

// The ticks of the weeks after an injection stand there for so long (domain.md 8.2, design choice),
// and where one of them is ticked.
static bool shows_toxin_ticks(const struct diary *diary) {
    enum { DAYS = 21 };
    uint64_t of_toxin = 0;
    for (int tick = TICK_LID_DROOPS; tick <= TICK_SWALLOWING; tick++) {
        of_toxin |= UINT64_C(1) << tick;
    }
    bool fresh = diary->injected != INT64_MIN && diary->day - diary->injected <= DAYS;
    return fresh || (diary->form.form.ticks & of_toxin) != 0;
}

static double put_more(struct window *window, struct box box) {
    const struct tick_group around = {_("What was around"), NULL, TICK_BRIGHT_LIGHT,
                                      TICK_LAST_TRIGGER, window->diary->around.ticks};
    const struct tick_group felt = {_("What you felt"), NULL, TICK_DRY_EYE, TICK_DIZZY, NULL};
    const struct tick_group toxin = {
        _("After the injection"),
        _("A lid or mouth corner that sinks slowly in the first two weeks is a known effect: ring "
          "the clinic that injected. Sudden, or with arm, leg or speech: emergency."),
        TICK_LID_DROOPS, TICK_SWALLOWING, NULL};
    const struct tick_group doctor = {_("What a doctor should hear of"), NULL, TICK_WEAKNESS,
                                      TICK_STOPS_TASKS, NULL};
    for (int field = FIELD_CAFFEINE + 1; field < FIELD_COUNT; field++) {
        box.y = put_field(window, (enum day_field)field, box);
    }
    box.y = put_ticks(window, &around, 0, box);
    box.y = put_ticks(window, &felt, 1, box);
    return put_ticks(window, &doctor, 2,
                     shows_toxin_ticks(window->diary)
                         ? (struct box){box.x, put_ticks(window, &toxin, 3, box), box.width, 0}
                         : box);
}

double diary_more(struct window *window, struct box box) {
    bool shown = window->diary->more;
    const struct row row = {.title = _("More: screen, water, mood, pain, light, wind"),
                            .value = shown ? _("hide") : _("show")};
    box.y = element_row_in_line(window, &row, box, (struct act){ACT_FOLD, DIARY_FOLD_MORE}, 0);
    box.y += layout_space(&window->layout, 8);
    return shown ? put_more(window, box) : box.y;
}

static double put_grades(struct window *window, int which, const char *head, int told,
                         struct box box) {
    const char *labels[GRADE_MOST + 1];
    int values[GRADE_MOST + 1];
    for (int grade = 0; grade <= GRADE_MOST; grade++) {
        labels[grade] =
            which == GRADE_SEVERITY ? diary_label_severity(grade) : diary_label_frequency(grade);
        values[grade] = which * GRADE_PITCH + grade;
    }
    element_head(window, box.y);
    box.y =
        window_text(window, head, TEXT_BODY, TOKEN_TEXT, box) + layout_space(&window->layout, 8);
    const struct toggles grades = {.labels = labels,
                                   .values = values,
                                   .count = GRADE_MOST + 1,
                                   .chosen =
                                       told < 0 ? 0 : UINT64_C(1) << (which * GRADE_PITCH + told),
                                   .act = ACT_GRADE,
                                   .group = DIARY_GROUP_GRADES + which,
                                   .one = true};
    box.y = diary_toggles(window, &grades, box);
    element_no_head(window);
    return box.y + layout_space(&window->layout, 16);
}

double diary_weekly(struct window *window, struct box box) {
    const struct week_form *week = &window->diary->week.week;
    bool shown = window->diary->weekly;
    bool told = week->severity >= 0 || week->frequency >= 0 || week->impact >= 0;
    const struct row row = {.title = _("Once a week"),
                            .line = told ? _("told for this week")
                                         : _("how bad, how often, how much it disturbed"),
                            .value = shown ? _("hide") : _("show")};
    box.y = element_row_in_line(window, &row, box, (struct act){ACT_FOLD, DIARY_FOLD_WEEK}, 0);
    box.y += layout_space(&window->layout, 8);
    if (!shown) {
        return box.y;
    }
    box.y = put_grades(window, GRADE_SEVERITY, _("How bad was it this week?"), week->severity, box);
    box.y =
        put_grades(window, GRADE_FREQUENCY, _("How often was it this week?"), week->frequency, box);
    return put_scale(window, SCALE_IMPACT, _("How much did it disturb your week?"),
                     DIARY_GROUP_IMPACT, box);
}
