// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/first.h"
#include "app/flow.h"
#include "app/gates.h"
#include "app/hero.h"
#include "app/list.h"
#include "app/page.h"
#include "app/scroll.h"
#include "app/session.h"
#include "base/memory.h"
#include "base/text.h"
#include "draw/scene.h"
#include "run/words.h"

enum { CONTENT = 944 };

static const struct catalog_entry *entry_of(const struct window *window) {
    return &window->house->catalog.entries[window->page->entry];
}

void page_close(struct page *page) {
    if (page) {
        timeline_free(page->timeline);
        memory_free(page);
    }
}

// With her dose and her wishes where it may be played now.
static struct timeline *compile(const struct window *window, int entry) {
    const struct catalog_entry *opened = &window->house->catalog.entries[entry];
    struct timeline_options options = timeline_options_written(words_phrases());
    const struct allowed *allowed = gates_of(window, entry);
    struct wishes wishes;
    struct error err = {0};
    if (opened->error) {
        return NULL;
    }
    if (allowed_now(allowed)) {
        allowed_apply(allowed, &window->gates->person, &options);
        if (wishes_read(window->house->store, &opened->routine, &wishes, &err) &&
            wishes_check(&opened->routine, allowed->limit.cycles_most, &wishes, &err)) {
            wishes_apply(&wishes, &options);
        }
    }
    return timeline_compile(&opened->routine, &options, &err);
}

void page_again(struct window *window) {
    struct page *page = window->page;
    gates_weigh(window);
    timeline_free(page->timeline);
    page->timeline = compile(window, page->entry);
    window->list->chosen = page->entry;
    window_show(window, SCREEN_PAGE);
}

void page_open(struct window *window, int entry) {
    enum screen_name from = window->screen == SCREEN_FIRST  ? SCREEN_FIRST
                            : window->screen == SCREEN_LIST ? SCREEN_LIST
                            : window->page                  ? window->page->from
                                                            : SCREEN_FIRST;
    page_close(window->page);
    window->page = memory_new(1, sizeof *window->page);
    window->page->entry = entry;
    window->page->from = from;
    page_again(window);
}

static void leave(struct window *window) {
    if (window->page->from == SCREEN_FIRST) {
        first_show(window);
    } else {
        list_show(window);
    }
}

// The way back, in the line of the corner.
static void paint_back(struct window *window, struct box content) {
    const struct layout *layout = &window->layout;
    struct button back = {.kind = BUTTON_QUIET,
                          .icon = ICON_BACK,
                          .label = window->page->from == SCREEN_FIRST ? _("Today") : _("Routines"),
                          .plain = true};
    double height = layout_body(layout, 48);
    double room = window_corner(window).x - layout_space(layout, 12) - content.x;
    double width = fmin(room, button_width(window->cairo, &back, window->scale));
    element_button(window, &back,
                   (struct box){fmax(4, content.x - layout_body(layout, 12)),
                                window_head(window) - height, width, height},
                   (struct act){ACT_BACK, 0});
}

static bool is_smallest(const struct window *window) {
    return layout_kind(&window->layout) == LAYOUT_SMALLEST;
}

static double lay_words(struct window *window, const struct words *lines, int count, struct box box,
                        bool paint) {
    for (int i = 0; i < count; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
        box.y += i + 1 < count ? layout_space(&window->layout, 4) : 0;
    }
    return box.y;
}

// What it is; in the smallest layout the name alone, and the rest in the column below.
static int hero_lines(const struct window *window, struct words lines[3]) {
    const struct routine *routine = &entry_of(window)->routine;
    bool compact = window_is_compact(window);
    int count = 0;
    const struct words title = {
        .text = routine->title, .size = compact ? TEXT_TITLE : TEXT_DISPLAY, .token = TOKEN_STAGE};
    if (is_smallest(window)) {
        lines[count++] = title;
        return count;
    }
    lines[count++] = (struct words){
        .text = words_category(routine->category), .size = TEXT_BODY, .token = TOKEN_STAGE2};
    lines[count++] = title;
    lines[count++] =
        (struct words){.text = routine->summary, .size = TEXT_BODY, .token = TOKEN_STAGE2};
    return count;
}

static double paint_hero(struct window *window, struct box box) {
    struct words lines[3];
    int count = hero_lines(window, lines);
    bool compact = window_is_compact(window);
    struct hero hero = {
        .box = box, .category = entry_of(window)->routine.category, .bare = is_smallest(window)};
    double padding = hero_padding(window);
    struct box inner = {box.x + padding, box.y + padding, hero_words_width(window, &hero), 0};
    double used = lay_words(window, lines, count, inner, false) - box.y + padding;
    hero.box.height = fmax(layout_scene(&window->layout, compact ? 120 : 232), used);
    hero_paint(window, &hero);
    inner.y += (hero.box.height - used) / 2;
    lay_words(window, lines, count, inner, true);
    return hero.box.height;
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
        dock->steps = page_origin(window, box);
        return dock->steps;
    }
    double gap = layout_space(layout, 48);
    double care = care_width(window, box.width);
    struct box left = {box.x, box.y, box.width - gap - care, 0};
    dock->steps = paint_steps(window, left, dock->top);
    struct box right = {box.x + box.width - care, box.y, care, 0};
    right.y = page_care(window, right);
    return fmax(dock->steps, page_origin(window, right));
}

static void limit_words(const struct routine *routine, char *to, size_t size) {
    to[0] = '\0';
    if (routine->limit.per_day > 0) {
        text_format(to, size, _("At most %d a day."), routine->limit.per_day);
    }
}

// The one button of a page: the start or, where it may not be played now, the page of what to play
// instead.
struct way {
    struct button button;
    struct act act;
    char label[ROUTINE_TITLE_MAX * 4 + 64];
};

// False: there is neither.
static bool find_way(const struct window *window, struct way *way) {
    int entry = window->page->entry;
    *way = (struct way){.button = {.kind = BUTTON_PRIMARY, .large = !window_is_compact(window)}};
    way->button.label = way->label;
    if (gates_let_play(window, entry)) {
        text_copy(way->label, sizeof way->label, _("Start"));
        way->button.icon = ICON_PLAY;
        way->act = (struct act){ACT_START, 0};
        return true;
    }
    int instead = gates_instead(window, entry);
    if (instead < 0) {
        return false;
    }
    // TRANSLATORS: on a button; %s is the name of a routine
    text_format(way->label, sizeof way->label, _("Instead: %s"),
                window->house->catalog.entries[instead].routine.title);
    way->act = (struct act){ACT_OPEN, instead};
    return true;
}

static double start_height(const struct window *window) {
    return layout_body(&window->layout, window_is_compact(window) ? 56 : 72);
}

// The start stays in sight below what scrolls, with what the day allows beside it.
static void paint_start(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct way way;
    if (!find_way(window, &way)) {
        return;
    }
    double width = fmin(box.width, button_width(window->cairo, &way.button, window->scale));
    element_button(window, &way.button, (struct box){box.x, box.y, width, box.height}, way.act);
    char words[128] = "";
    if (way.act.kind == ACT_START) {
        limit_words(&entry_of(window)->routine, words, sizeof words);
    }
    double gap = layout_space(layout, 20);
    struct box beside = {box.x + width + gap, box.y, box.width - width - gap, box.height};
    double height = window_words_height(window, words, TEXT_BODY, beside.width);
    if (words[0] && beside.width > layout_body(layout, 100) && height <= box.height) {
        beside.y += (box.height - height) / 2;
        window_words(window,
                     &(struct words){.text = words, .size = TEXT_BODY, .token = TOKEN_TEXT2},
                     beside);
    }
}

static double paint_fault(struct window *window, struct box box) {
    const struct catalog_entry *entry = entry_of(window);
    char more[96] = "";
    const int others = entry->faults - 1;
    if (others > 0) {
        text_format(more, sizeof more,
                    text_translate_count("And %d more fault.", "And %d more faults.",
                                         (unsigned long)others),
                    others);
    }
    const struct words lines[] = {
        {.text = entry->id, .size = TEXT_DISPLAY, .token = TOKEN_TEXT},
        {.text = _("This file has a fault and cannot be played yet."),
         .size = TEXT_BODY,
         .token = TOKEN_TEXT2},
        {.text = entry->error, .size = TEXT_BODY, .token = TOKEN_TEXT},
        {.text = more, .size = TEXT_BODY, .token = TOKEN_TEXT2},
        {.text = _("In a terminal, “repose check FILE” names all of them."),
         .size = TEXT_SMALL,
         .token = TOKEN_TEXT2},
    };
    return lay_words(window, lines, 5, box, true);
}

static void paint_hints(struct window *window, bool playable) {
    struct way way;
    bool leads = playable && find_way(window, &way);
    const char *enter = leads && way.act.kind == ACT_START ? _("start") : _("open");
    const struct key_hint hints[] = {{_("Enter"), enter}, {"F1", _("keys")}, {"Esc", _("back")}};
    window_hints(window, leads ? hints : hints + 1, leads ? 3 : 2);
}

// What scrolls. In the smallest layout the start stands in it, directly below the name: at the foot
// it would leave no room to read.
static double paint_column(struct window *window, struct box box, struct dock *dock) {
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 28);
    dock->steps = box.y;
    if (!window->page->timeline) {
        return paint_fault(window, box);
    }
    box.y += paint_hero(window, box);
    if (is_smallest(window)) {
        double height = start_height(window);
        box.y += layout_body(layout, 12);
        paint_start(window, (struct box){box.x, box.y, box.width, height});
        box.y += height + layout_body(layout, 12);
        box.y += window_words(window,
                              &(struct words){.text = entry_of(window)->routine.summary,
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
                      start_height(window)};
    if (has_columns(window, content.width)) {
        box.width -= care_width(window, content.width) + layout_space(layout, 24);
        if (dock->steps > dock->top + 1) {
            double ring = layout_body(layout, 8);
            scroll_fade(window,
                        (struct box){box.x - ring, dock->top - fade, box.width + ring, fade}, true);
        }
    }
    paint_start(window, box);
}

static void page_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    bool playable = window->page->timeline != NULL;
    bool docked = playable && !is_smallest(window);
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box content = window_content(window, CONTENT);
    paint_back(window, content);
    content.y = ceil(window_head(window) + layout_space(layout, 8));
    content.height = floor(window->height - window_foot(window) - content.y);
    double room = docked ? start_height(window) + 2 * layout_body(layout, 12) : 0;
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
    paint_hints(window, playable);
}

static void page_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_START:
        if (session_prepare_chosen(window)) {
            session_ask(window);
        }
        break;
    case ACT_OPEN:
        page_open(window, act.value);
        break;
    case ACT_FOLD:
        window->page->sources = !window->page->sources;
        window_stale(window);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
}

static bool page_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->keysym.sym == SDLK_ESCAPE && !event->repeat &&
        !(window->canvas && canvas_is_full(window->canvas))) {
        leave(window);
        return true;
    }
    return false;
}

const struct screen page_screen = {.paint = page_paint, .key = page_key, .act = page_act};
