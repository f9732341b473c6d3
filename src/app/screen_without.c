// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/diary_parts.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/page.h"
#include "app/without.h"
#include "base/memory.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/day_words.h"
#include "run/diary_labels.h"
#include "run/words.h"

enum {
    WIDTH = 640,
    GROUP_DAYS = 1,
    GROUP_TIMES,
    GROUP_PARTS,
    GROUP_SIDES,
    GROUP_FEEL,
    HOUR = 60,
};

// Minutes after midnight, as good as a memory is.
static const int minutes[WITHOUT_TIMES] = {-1, 9 * HOUR, 13 * HOUR, 16 * HOUR, 20 * HOUR};

double without_way(struct window *window, struct box box) {
    const struct row row = {.title = _("Did it without the screen")};
    if (page_is_looked_at(window)) {
        return box.y; // its plan is not in force
    }
    return element_row_in_line(window, &row, box, (struct act){ACT_WITHOUT, 0}, 0);
}

static const struct routine *routine_of(const struct window *window) {
    return person_routine(&window->gates->person, &window->house->catalog,
                          window->without->routine);
}

static int64_t day_of(const struct window *window) {
    return window->gates->person.today - window->without->back;
}

// As this person does it on that day.
static void lay(struct window *window) {
    struct without *without = window->without;
    const struct ticked_for done_for = {.day = day_of(window), .side = without->side};
    struct error err = {0};
    without->laid = ticked_lay(window->house, &window->gates->person, routine_of(window), &done_for,
                               &without->form, &err);
    if (!without->laid) {
        window_say(window, err.text);
    }
    window_stale(window);
}

void without_show(struct window *window) {
    const struct routine *routine = window->page ? page_routine(window) : NULL;
    if (!routine) {
        return;
    }
    memory_free(window->without);
    window->without = memory_new(1, sizeof *window->without);
    struct without *without = window->without;
    *without = (struct without){.from = window->screen,
                                .focus = window->elements->focus,
                                .offset = window->scroll.offset,
                                .side = SIDE_NONE};
    text_copy(without->routine, sizeof without->routine, routine->id);
    window_show(window, SCREEN_WITHOUT);
    lay(window);
}

static void leave(struct window *window) {
    const struct without *without = window->without;
    page_again(window);
    window->scroll.offset = without->offset;
    focus_on(window, without->focus);
}

// ---- what it is told as ----

static int64_t part_ms(const struct without *without) {
    static const int64_t shares[WITHOUT_PARTS] = {[WITHOUT_ALL] = 100,
                                                  [WITHOUT_PULL] = 50,
                                                  [WITHOUT_ENOUGH] = 50,
                                                  [WITHOUT_HALF] = 50,
                                                  [WITHOUT_LITTLE] = 25};
    int64_t ms = without->form.length_ms * shares[without->part] / 100;
    return ms > 0 ? ms : 1;
}

static struct wall began(const struct window *window, enum without_time time) {
    return ticked_began(clock_wall_now(&window->house->clock), day_of(window), minutes[time],
                        part_ms(window->without), window->house->settings.day_starts_min);
}

static struct diary_entry entry_of(const struct window *window) {
    const struct without *without = window->without;
    bool well = without->part == WITHOUT_PULL || without->part == WITHOUT_ENOUGH;
    struct ticked_told told = ticked_told_nothing();
    told.began_told = true;
    told.time_untold = without->time == WITHOUT_UNTOLD && without->back > 0; // else "Just now"
    told.began = began(window, without->time);
    told.played_ms = part_ms(without);
    told.ending = well ? ENDING_WELL : ENDING_NONE;
    told.why = without->part == WITHOUT_PULL     ? WHY_PULL
               : without->part == WITHOUT_ENOUGH ? WHY_ENOUGH
                                                 : WHY_NONE;
    told.feel = without->feel;
    return (struct diary_entry){
        .kind = REMOVAL_SESSION,
        .day = day_of(window),
        .session = ticked_record(&without->form, &told, clock_wall_now(&window->house->clock)),
    };
}

static const char *day_label(const struct window *window, int back, char to[DAY_WORDS_DATE_MAX]) {
    enum { WEEK = 7 };
    int64_t day = window->gates->person.today - back;
    if (back == 0) {
        return _("Today");
    }
    if (back == 1) {
        return _("Yesterday");
    }
    return back < WEEK ? day_words_weekday(day) : day_words_day_month(day, to);
}

static void keep(struct window *window) {
    struct without *without = window->without;
    char said[MESSAGE_MAX], day[DAY_WORDS_DATE_MAX];
    if (!without->laid || !diary_can_keep(window)) {
        return;
    }
    struct diary_entry entry = entry_of(window);
    // TRANSLATORS: the name of a routine, then "Today", "Yesterday" or a weekday
    text_format(said, sizeof said, _("Kept: %s. %s, without the screen."), entry.session.title,
                day_label(window, without->back, day));
    bool kept = diary_keep(window, &entry, NULL, said);
    diary_entry_free(&entry);
    if (kept) {
        leave(window);
    }
}

// ---- the sheet ----

struct line {
    const char *question;
    enum act_kind act;
    int group;
    const char *labels[WITHOUT_PARTS + TICKED_DAYS_BACK];
    int values[WITHOUT_PARTS + TICKED_DAYS_BACK];
    int count, chosen;
};

static void add(struct line *line, const char *label, int value) {
    line->labels[line->count] = label;
    line->values[line->count++] = value;
}

static double put_line(struct window *window, const struct line *line, struct box box) {
    const struct toggles toggles = {.labels = line->labels,
                                    .values = line->values,
                                    .count = line->count,
                                    .chosen = line->chosen >= 0 ? UINT64_C(1) << line->chosen : 0,
                                    .act = line->act,
                                    .group = line->group,
                                    .one = true};
    element_head(window, box.y);
    box.y = window_text(window, line->question, TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 8);
    box.y = diary_toggles(window, &toggles, box);
    element_no_head(window);
    return box.y + layout_space(&window->layout, 20);
}

static double put_days(struct window *window, struct box box) {
    char text[DAY_WORDS_DATE_MAX];
    struct line line = {.question = _("Which day?"),
                        .act = ACT_DAY,
                        .group = GROUP_DAYS,
                        .chosen = window->without->back};
    for (int back = 0; back <= TICKED_DAYS_BACK; back++) {
        add(&line, day_label(window, back, text), back);
    }
    return put_line(window, &line, box);
}

// What lies ahead of today is no answer.
static bool has_come(const struct window *window, enum without_time time) {
    const struct wall now = clock_wall_now(&window->house->clock);
    int64_t at_s = wall_day_begins(now, day_of(window), minutes[time]);
    return window->without->back > 0 || at_s < now.utc_s;
}

static double put_times(struct window *window, struct box box) {
    const char *const labels[WITHOUT_TIMES] = {
        window->without->back == 0 ? _("Just now") : _("Some time that day"), _("Morning"),
        _("Midday"), _("Afternoon"), _("Evening")};
    struct line line = {.question = _("About when?"),
                        .act = ACT_STEP,
                        .group = GROUP_TIMES,
                        .chosen = (int)window->without->time};
    for (int time = 0; time < WITHOUT_TIMES; time++) {
        if (time == WITHOUT_UNTOLD || has_come(window, (enum without_time)time)) {
            add(&line, labels[time], time);
        }
    }
    return put_line(window, &line, box);
}

static double put_parts(struct window *window, struct box box) {
    const struct without *without = window->without;
    enum category category = routine_of(window)->category;
    bool trains = category == CATEGORY_NMR || category == CATEGORY_ROM;
    char whole[96], length[DAY_WORDS_LENGTH_MAX];
    struct line line = {.question = _("How much of it?"),
                        .act = ACT_AMOUNT,
                        .group = GROUP_PARTS,
                        .chosen = (int)without->part};
    // TRANSLATORS: %s is how long the whole routine takes: "5 min"
    text_format(whole, sizeof whole, _("All of it, %s"),
                day_words_length(without->form.length_ms, length));
    add(&line, whole, WITHOUT_ALL);
    if (trains) {
        add(&line, _("Until it began to pull"), WITHOUT_PULL);
        add(&line, _("Until it was good enough"), WITHOUT_ENOUGH);
    }
    add(&line, _("About half"), WITHOUT_HALF);
    add(&line, _("A little"), WITHOUT_LITTLE);
    box.y = put_line(window, &line, box);
    if (without->part == WITHOUT_PULL || without->part == WITHOUT_ENOUGH) {
        box.y -= layout_space(&window->layout, 12);
        box.y = window_text(window, _("Stopping there is right. It counts as done."), TEXT_BODY,
                            TOKEN_TEXT2, box);
        box.y += layout_space(&window->layout, 20);
    }
    return box.y;
}

// A plan that asks for one side has answered already.
static double put_sides(struct window *window, struct box box) {
    const struct without *without = window->without;
    if (!routine_has_sides(routine_of(window)) || without->form.options.asked.side != SIDE_NONE) {
        return box.y;
    }
    struct line line = {.question = _("Which side?"),
                        .act = ACT_SIDE,
                        .group = GROUP_SIDES,
                        .chosen = (int)without->side};
    add(&line, _("As it is written"), SIDE_NONE);
    add(&line, diary_label_side(SIDE_LEFT), SIDE_LEFT);
    add(&line, diary_label_side(SIDE_RIGHT), SIDE_RIGHT);
    return put_line(window, &line, box);
}

static double put_feel(struct window *window, struct box box) {
    if (!routine_asks_closing(routine_of(window))) {
        return box.y;
    }
    int feel = (int)window->without->feel;
    struct line line = {.question = _("How was the face after it?"),
                        .act = ACT_FEEL,
                        .group = GROUP_FEEL,
                        .chosen = feel == FEEL_NONE ? -1 : feel};
    for (int i = FEEL_NONE + 1; i < FEEL_COUNT; i++) {
        add(&line, words_feel((enum feel)i), i);
    }
    return put_line(window, &line, box);
}

static double put_ways(struct window *window, struct box box) {
    const struct choice way = {
        {.kind = BUTTON_PRIMARY, .icon = ICON_TICK, .label = _("Keep it"), .large = true},
        {ACT_DONE, 0}};
    return ask_buttons(window, &way, 1, box);
}

static void without_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    struct box box;
    ask_ground(window);
    ask_back(window, _("Back"));
    ask_column(window, WIDTH, NULL, &box);
    box.y = ask_question(window, _("Done without the screen"), routine_of(window)->title, box);
    box.y += layout_space(layout, 20);
    box.y = put_ways(window, box) + layout_space(layout, 24);
    box.y = window_text(window, _("That is all that is needed. Add more only if it is easy."),
                        TEXT_BODY, TOKEN_TEXT2, box);
    box.y += layout_space(layout, 20);
    box.y = put_days(window, box);
    box.y = put_times(window, box);
    box.y = put_parts(window, box);
    box.y = put_sides(window, box);
    ask_column_end(window, put_feel(window, box));
    const struct key_hint hints[] = {
        {_("Enter"), _("keep")}, {_("Tab"), _("next")}, {"Esc", _("cancel")}};
    window_hints(window, hints, 3);
}

static void choose_day(struct window *window, int back) {
    struct without *without = window->without;
    without->back = back;
    if (!has_come(window, without->time)) {
        without->time = WITHOUT_UNTOLD;
    }
    lay(window);
}

static void without_act(struct window *window, struct act act) {
    struct without *without = window->without;
    switch (act.kind) {
    case ACT_DAY:
        choose_day(window, act.value);
        break;
    case ACT_STEP:
        without->time = (enum without_time)act.value;
        break;
    case ACT_AMOUNT:
        without->part = (enum without_part)act.value;
        break;
    case ACT_SIDE:
        without->side = (enum side)act.value;
        lay(window);
        break;
    case ACT_FEEL:
        without->feel = (int)without->feel == act.value ? FEEL_NONE : (enum feel)act.value;
        break;
    case ACT_DONE:
        keep(window);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
    window_stale(window);
}

static bool without_key(struct window *window, const SDL_KeyboardEvent *event) {
    bool back = keys_is_back(window, event);
    if (back) {
        leave(window);
    }
    return back;
}

const struct screen without_screen = {
    .paint = without_paint, .key = without_key, .act = without_act};
