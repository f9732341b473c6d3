// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/first.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/page.h"
#include "app/plans.h"
#include "app/scroll.h"
#include "app/session.h"
#include "app/without.h"
#include "base/memory.h"
#include "base/text.h"
#include "draw/scene.h"
#include "run/words.h"

enum { CONTENT = 944 };

void page_close(struct page *page) {
    if (page) {
        timeline_free(page->timeline);
        memory_free(page);
    }
}

void page_again(struct window *window) {
    struct page *page = window->page;
    gates_weigh(window);
    page_lay(window);
    if (page->entry >= 0) {
        window->list->chosen = page->entry;
    }
    window_show(window, SCREEN_PAGE);
}

void page_refresh(struct window *window) {
    struct act focus = window->elements->focus;
    double offset = window->scroll.offset;
    page_again(window);
    window->scroll.offset = offset;
    focus_on(window, focus);
}

static void turn_to(struct window *window, int entry, int item) {
    enum screen_name from = window->screen == SCREEN_FIRST  ? SCREEN_FIRST
                            : window->screen == SCREEN_LIST ? SCREEN_LIST
                            : window->screen == SCREEN_PLAN ? SCREEN_PLAN
                            : window->page                  ? window->page->from
                                                            : SCREEN_FIRST;
    page_close(window->page);
    window->page = memory_new(1, sizeof *window->page);
    window->page->entry = entry;
    window->page->item = item;
    window->page->from = from;
}

void page_open(struct window *window, int entry) {
    turn_to(window, entry, -1);
    page_again(window);
}

void page_look(struct window *window, int item) {
    turn_to(window, -1, item);
    text_copy(window->page->plan, sizeof window->page->plan, plans_file(window)->plan.id);
    page_again(window);
}

static void leave(struct window *window) {
    if (window->page->from == SCREEN_FIRST) {
        first_show(window);
    } else if (window->page->from == SCREEN_PLAN) {
        plans_again(window);
    } else {
        list_show(window);
    }
}

// The way back, in the line of the corner.
static void paint_back(struct window *window, struct box content) {
    const struct layout *layout = &window->layout;
    struct button back = {.kind = BUTTON_QUIET,
                          .icon = ICON_BACK,
                          .label = window->page->from == SCREEN_FIRST  ? _("Today")
                                   : window->page->from == SCREEN_PLAN ? _("Plan")
                                                                       : _("Routines"),
                          .plain = true};
    double height = layout_body(layout, 48);
    double room = window_corner(window).x - layout_space(layout, 12) - content.x;
    double width = fmin(room, button_width(window->cairo, &back, window->scale));
    element_button(window, &back,
                   (struct box){fmax(4, content.x - layout_body(layout, 12)),
                                window_head(window) - height, width, height},
                   (struct act){ACT_BACK, 0});
}

static bool has_columns(const struct window *window, double width) {
    return width >= layout_body(&window->layout, 736);
}

// Of the second column, beside the steps and the start.
static double care_width(const struct window *window, double width) {
    return (width - layout_space(&window->layout, 48)) * 0.455;
}

struct dock {
    double top;   // the steps are not seen below it
    double steps; // where they ended
};

// No lower than the dock.
static double paint_steps(struct window *window, struct box box, double dock) {
    struct box *view = &window->elements->view;
    const struct box whole = *view;
    view->height = fmin(whole.height, dock - whole.y);
    cairo_save(window->cairo);
    cairo_rectangle(window->cairo, view->x, view->y, view->width, view->height);
    cairo_clip(window->cairo);
    double end = page_steps(window, box);
    cairo_restore(window->cairo);
    *view = whole;
    return end;
}

// Steps and cautions beside one another where each has room. In one column the cautions come first:
// nobody starts without having had them before the eyes.
static double paint_columns(struct window *window, struct box box, struct dock *dock) {
    const struct layout *layout = &window->layout;
    if (!has_columns(window, box.width)) {
        box.y = page_care(window, box);
        box.y = page_steps(window, box) + layout_space(layout, 16);
        box.y = without_way(window, box) + layout_space(layout, 12);
        dock->steps = page_origin(window, box);
        return dock->steps;
    }
    double gap = layout_space(layout, 48);
    double care = care_width(window, box.width);
    struct box left = {box.x, box.y, box.width - gap - care, 0};
    dock->steps = paint_steps(window, left, dock->top);
    struct box right = {box.x + box.width - care, box.y, care, 0};
    right.y = page_care(window, right);
    right.y = without_way(window, right) + layout_space(layout, 12);
    return fmax(dock->steps, page_origin(window, right));
}

static void paint_hints(struct window *window) {
    enum act_kind way = window->page->timeline ? page_way(window) : ACT_NONE;
    const char *enter = way == ACT_START ? _("start") : _("open");
    const struct key_hint hints[] = {{_("Enter"), enter}, {"F1", _("keys")}, {"Esc", _("back")}};
    bool leads = way != ACT_NONE;
    window_hints(window, leads ? hints : hints + 1, leads ? 3 : 2);
}

// What scrolls.
static double paint_column(struct window *window, struct box box, struct dock *dock) {
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 28);
    dock->steps = box.y;
    if (!window->page->timeline) {
        return page_fault(window, box);
    }
    box.y += page_head(window, box);
    if (page_is_smallest(window)) {
        double height = page_start_height(window);
        box.y += layout_body(layout, 12);
        page_start(window, (struct box){box.x, box.y, box.width, height});
        box.y += height + layout_body(layout, 12);
        box.y += window_words(window,
                              &(struct words){.text = page_routine(window)->summary,
                                              .size = TEXT_BODY,
                                              .token = TOKEN_TEXT2},
                              box);
    }
    box.y += gap;
    return paint_columns(window, box, dock);
}

// Right below the steps where those are few, else at the foot: always in sight. The cautions beside
// it stay uncovered.
static void dock_start(struct window *window, struct box content, const struct dock *dock) {
    const struct layout *layout = &window->layout;
    double gap = layout_body(layout, 12);
    double fade = layout_space(layout, 22);
    struct box box = {content.x, fmin(dock->steps, dock->top) + gap, content.width,
                      page_start_height(window)};
    if (has_columns(window, content.width)) {
        box.width -= care_width(window, content.width) + layout_space(layout, 24);
        if (dock->steps > dock->top + 1) {
            double ring = layout_body(layout, 8);
            scroll_fade(window,
                        (struct box){box.x - ring, dock->top - fade, box.width + ring, fade}, true);
        }
    }
    page_start(window, box);
}

static void page_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    bool playable = window->page->timeline != NULL;
    bool docked = playable && !page_is_smallest(window);
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box content = window_content(window, CONTENT);
    paint_back(window, content);
    content.y = ceil(window_head(window) + layout_space(layout, 8));
    content.height = floor(window->height - window_foot(window) - content.y);
    double room = docked ? page_start_height(window) + 2 * layout_body(layout, 12) : 0;
    struct dock dock = {.top = floor(content.y + content.height - room)};
    // In one column nothing lies beside the start: what scrolls ends above it.
    bool beside = docked && has_columns(window, content.width);
    struct box view = content;
    view.height = beside ? content.height : dock.top - content.y;
    double y = scroll_begin(window, &window->scroll, view);
    double end = paint_column(window, (struct box){view.x, y, view.width, 0}, &dock);
    scroll_end(window, &window->scroll, beside ? fmax(end, dock.steps + room) : end);
    scroll_edges(window, &window->scroll);
    if (docked) {
        dock_start(window, content, &dock);
    }
    paint_hints(window);
}

static void page_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_START:
        if (session_prepare_chosen(window)) {
            session_ask(window);
        }
        break;
    case ACT_ANSWER_ANEW:
        session_answer_anew(window);
        break;
    case ACT_OPEN:
        page_open(window, act.value);
        break;
    case ACT_FOLD:
        if (act.value == PAGE_FOLD_SOURCES) {
            window->page->sources = !window->page->sources;
        } else {
            window->page->adjusts = !window->page->adjusts;
        }
        window_stale(window);
        break;
    case ACT_BEDTIME:
        page_turn_bedtime(window);
        break;
    case ACT_ADJUST:
        page_adjust_act(window, act);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
}

static bool page_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    return false;
}

const struct screen page_screen = {.paint = page_paint, .key = page_key, .act = page_act};
