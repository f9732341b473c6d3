// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/daily.h"
#include "app/diary.h"
#include "app/element.h"
#include "app/first.h"
#include "app/first_today.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/notice.h"
#include "app/page.h"
#include "app/plans.h"
#include "app/profile.h"
#include "app/scroll.h"
#include "app/session.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "draw/scene.h"
#include "run/day_words.h"
#include "run/words.h"

enum { GROUP_LATELY = 1, GROUP_TILES, CONTENT = 944, LATELY_DAYS = 90 };

// A session that broke off is gone on with unless its routine has been shut since.
static const char *broken_off(const struct window *window) {
    const struct preparation *preparation = window->preparation;
    if (!preparation) {
        return NULL;
    }
    int entry = preparation->resumes ? gates_entry(window, preparation->routine) : -1;
    bool shut = entry >= 0 && allowed_is_shut(gates_of(window, entry));
    return preparation->resumes && !shut ? preparation->resume.routine : NULL;
}

static void read_offer(struct window *window) {
    struct house *house = window->house;
    struct session_list history = {0};
    struct error err = {0};
    int64_t today = house_today(house);
    bool *open = memory_new((size_t)house->catalog.count + 1, sizeof *open);
    for (int i = 0; i < house->catalog.count; i++) {
        open[i] = gates_let_play(window, i);
    }
    if (house->store &&
        !sessions_list(house->store, today - LATELY_DAYS, INT64_MAX, house->settings.day_starts_min,
                       clock_wall_now(&house->clock), &history, &err)) {
        log_warning("%s", err.text);
    }
    window->offer = offer_make(&house->catalog, &history, broken_off(window), open);
    session_list_free(&history);
    memory_free(open);
}

void first_show(struct window *window) {
    session_find_broken_off(window);
    gates_weigh(window);
    read_offer(window);
    first_today_read(window);
    notice_read(window);
    daily_read(window);
    window_show(window, SCREEN_FIRST);
}

// The greeting stands in the line of the corner; where that is narrow, alone and smaller.
static double paint_greeting(struct window *window, struct box content) {
    const struct layout *layout = &window->layout;
    struct wall now = clock_wall_now(&window->house->clock);
    bool compact = window_is_compact(window);
    char date[DAY_WORDS_DATE_MAX];
    double gap = layout_space(layout, 16);
    struct box line = {content.x, layout_space(layout, compact ? 8 : 36),
                       fmin(content.width, window_corner(window).x - gap - content.x), 0};
    if (!compact) {
        line.y += window_words(window,
                               &(struct words){.text = day_words_date(now, date),
                                               .size = TEXT_BODY,
                                               .token = TOKEN_TEXT2},
                               line);
        line.y += window_words(window,
                               &(struct words){.text = day_words_greeting(now),
                                               .size = TEXT_DISPLAY,
                                               .token = TOKEN_TEXT},
                               line);
        return fmax(window_head(window), line.y) + gap;
    }
    struct text_style style = window_style(window, TEXT_TITLE);
    style.lines = 2;
    style.smallest = 0.6 * style.size;
    style.rise = RISE_MIDDLE;
    line.height = window_head(window) - line.y;
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    text_draw(window->cairo, day_words_greeting(now), &style, line);
    return window_head(window) + layout_space(layout, 8);
}

static double paint_title(struct window *window, const char *text, struct box box) {
    double used = window_words(
        window, &(struct words){.text = text, .size = TEXT_STRONG, .token = TOKEN_TEXT}, box);
    // As much as a button in the line would need, so that both columns begin alike.
    return fmax(used + layout_space(&window->layout, 12),
                window_style(window, TEXT_STRONG).size * 0.7 + layout_body(&window->layout, 24));
}

// The rows that lead on: to what is told every day, what is asked for, what was told.
static double paint_ways(struct window *window, struct box box) {
    box.y = diary_way(window, box);
    box.y = plans_way(window, box);
    return profile_way(window, box);
}

// The safety lines, each sentence whole; the last one is the one to act upon.
static double paint_safety(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    char text[WORDS_SAFETY_MAX];
    words_safety(text);
    double top = box.y;
    box.y += paint_title(window, _("Before you begin"), box);
    // The first two lines stand alone; what follows is one sentence that the terminal breaks.
    char *line = text;
    for (int i = 0; line && *line; i++) {
        char *next = strchr(line, '\n');
        if (next && i < 2) {
            *next++ = '\0';
        } else {
            for (char *end = next; end; end = strchr(end, '\n')) {
                *end = ' ';
            }
            next = NULL;
        }
        bool emergency = i == 2;
        box.y += window_words(window,
                              &(struct words){.text = line,
                                              .size = emergency ? TEXT_STRONG : TEXT_BODY,
                                              .token = emergency ? TOKEN_TEXT : TOKEN_TEXT2},
                              box);
        box.y += layout_space(layout, 8);
        line = next;
    }
    return paint_ways(window, box) - top;
}

static double paint_lately(struct window *window, struct box box) {
    const struct offer *offer = &window->offer;
    double top = box.y;
    element_head(window, top);
    box.y += paint_title(window, _("Lately"), box);
    for (int i = 0; i < offer->lately_count; i++) {
        int entry = offer->lately[i];
        const struct routine *routine = &window->house->catalog.entries[entry].routine;
        char length[DAY_WORDS_LENGTH_MAX];
        struct row row = {.title = routine->title,
                          .line = words_category(routine->category),
                          .value = day_words_length(window->list->length_ms[entry], length)};
        box.y = element_row_in_line(window, &row, box, (struct act){ACT_OPEN, entry}, GROUP_LATELY);
        box.y += layout_space(&window->layout, 4);
    }
    element_no_head(window);
    box.y += layout_space(&window->layout, 12);
    return paint_ways(window, box) - top;
}

static bool is_wide(const struct window *window, struct box box) {
    return box.width >= layout_body(&window->layout, 736);
}

// What is asked for; in one column the week stands below it, else beside.
static double paint_today(struct window *window, struct box box) {
    double top = box.y;
    box.y = first_today_list(window, box);
    if (!is_wide(window, window_content(window, CONTENT))) {
        box.y = first_today_week(window, box);
    }
    return paint_ways(window, box) - top;
}

// The head of the tiles, with the way to all routines at its end where no tile leads there.
static double paint_choice_head(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    bool other = window->day || window->offer.lately_count > 0 || window->offer.kind == OFFER_FIRST;
    const char *title = other ? _("Or something else") : _("Something else");
    if (first_tiles_hold_all(window, box)) {
        return paint_title(window, title, box);
    }
    struct button all = {.kind = BUTTON_QUIET, .label = _("All routines"), .plain = true};
    double width = fmin(box.width, button_width(window->cairo, &all, window->scale));
    double height = layout_body(layout, 44);
    struct text_style style = window_style(window, TEXT_STRONG);
    bool beside = text_width(window->cairo, title, &style) + width < box.width;
    double used = paint_title(window, title, box);
    // In line with the head; a line of its own where the two do not fit.
    double y = beside ? box.y + style.size * 0.7 - height / 2 : box.y + used;
    double out = layout_body(layout, 8);
    double x = beside ? box.x + box.width - width + out : box.x - out;
    element_button(window, &all, (struct box){x, y, width, height}, (struct act){ACT_LIST, 0});
    return beside ? used : used + height + layout_space(layout, 8);
}

static double paint_choice(struct window *window, struct box box) {
    double top = box.y;
    element_head(window, top);
    box.y += paint_choice_head(window, box);
    return box.y + first_tiles(window, box, GROUP_TILES) - top;
}

// Beside what is asked for today: the number of the day and the week.
static double paint_beside(struct window *window, struct box box) {
    double top = box.y;
    if (window->day) {
        box.y = first_today_week(
            window, (struct box){box.x, daily_paint(window, box), box.width, box.height});
    }
    return box.y + paint_choice(window, box) - top;
}

// Beside one another where each has room, else under one another.
static double paint_rest(struct window *window, struct box box) {
    const struct offer *offer = &window->offer;
    double (*left)(struct window *, struct box) = window->day                  ? paint_today
                                                  : offer->kind == OFFER_FIRST ? paint_safety
                                                  : offer->lately_count > 0    ? paint_lately
                                                                               : NULL;
    double gap = layout_space(&window->layout, 56);
    double between = layout_space(&window->layout, 24);
    if (!left) {
        double choice = paint_choice(window, box) + between;
        element_no_head(window);
        box.y += choice;
        return paint_ways(window, box) - box.y + choice;
    }
    if (!is_wide(window, box)) {
        double used = left(window, box) + between;
        box.y += used;
        return used + paint_choice(window, box);
    }
    // The number of the day needs more room than what is asked for.
    double share = window->day ? 0.41 : 0.5;
    struct box column = {box.x, box.y, (box.width - gap) * share, box.height};
    double first = left(window, column);
    column.x += column.width + gap;
    column.width = box.width - gap - column.width;
    return fmax(first, paint_beside(window, column));
}

static void first_paint(struct window *window) {
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box content = window_content(window, CONTENT);
    double top = paint_greeting(window, content);
    // On whole pixels, so that what scrolls is cut off cleanly.
    content.y = ceil(top);
    content.height = floor(window->height - content.y - window_foot(window));
    // The ring around the button at the upper edge needs its room.
    double y = scroll_begin(window, &window->scroll, content);
    struct box box = {content.x, y, content.width, 0};
    box.y += first_hero(window, box) + layout_space(&window->layout, 24);
    box.y = notice_paint(window, box);
    if (!window->day || !is_wide(window, box)) {
        box.y = daily_paint(window, box);
    }
    box.y = notice_status(window, box);
    if (window->offer.kind != OFFER_NOTHING) {
        box.y += paint_rest(window, box) + layout_space(&window->layout, 4);
    }
    scroll_end(window, &window->scroll, box.y);
    scroll_edges(window, &window->scroll);
    const struct key_hint hints[] = {
        {_("Enter"), _("start")}, {"Alt 2", _("routines")}, {"F1", _("keys")}, {"Esc", _("close")}};
    window_hints(window, hints, 4);
}

static void start(struct window *window, int entry) {
    window->list->chosen = entry;
    if (session_prepare_chosen(window)) {
        session_ask(window);
    }
}

static void begin_anew(struct window *window) {
    struct house *house = window->house;
    struct error err = {0};
    if (!sessions_settle(house->store, NULL, clock_wall_now(&house->clock), &err)) {
        window_say(window, err.text);
    }
    start(window, window->offer.entry);
}

static void first_act(struct window *window, struct act act) {
    const struct offer *offer = &window->offer;
    switch (act.kind) {
    case ACT_START:
        start(window, offer->entry);
        break;
    case ACT_BREATHE:
        if (offer->breathe >= 0) {
            start(window, offer->breathe);
        }
        break;
    case ACT_GO_ON:
        session_go_on(window);
        break;
    case ACT_ANEW:
        begin_anew(window);
        break;
    case ACT_OPEN:
        page_open(window, act.value);
        break;
    case ACT_FILTER:
        list_show_filter(window, (enum filter)act.value);
        break;
    case ACT_SEARCH:
        list_show_search(window);
        break;
    case ACT_NOTICE:
        notice_act(window, act);
        break;
    case ACT_TODAY:
    case ACT_TASK:
        first_today_act(window, act);
        break;
    default:
        (void)daily_act(window, act);
        break;
    }
}

static bool first_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->repeat) {
        return false;
    }
    if (daily_key(window, event)) {
        return true;
    }
    switch (event->keysym.sym) {
    case SDLK_b:
        window_act(window, (struct act){ACT_BREATHE, 0});
        return true;
    case SDLK_SLASH:
    case SDLK_KP_DIVIDE:
        window_act(window, (struct act){ACT_SEARCH, 0});
        return true;
    case SDLK_ESCAPE:
        if (window->canvas && canvas_is_full(window->canvas)) {
            return false;
        }
        window_act(window, (struct act){ACT_QUIT, 0});
        return true;
    default:
        return false;
    }
}

const struct screen first_screen = {.paint = first_paint, .key = first_key, .act = first_act};
