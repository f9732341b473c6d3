// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/head.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/page.h"
#include "app/profile.h"
#include "app/scroll.h"
#include "base/memory.h"
#include "base/text.h"
#include "draw/scene.h"
#include "run/words.h"

enum { GROUP_CHIPS = 1, CONTENT = 944, FIELD_WIDTH = 280 };

static int64_t length_of(const struct catalog_entry *entry) {
    if (entry->error) {
        return 0;
    }
    struct timeline_options options = timeline_options_written(words_phrases());
    struct error err = {0};
    struct timeline *timeline = timeline_compile(&entry->routine, &options, &err);
    int64_t total_ms = timeline ? timeline->total_ms : 0;
    timeline_free(timeline);
    return total_ms;
}

struct list *list_new(const struct catalog *catalog) {
    size_t room = (size_t)catalog->count + 1;
    struct list *list = memory_new(1, sizeof *list);
    list->find = find_new(catalog);
    list->length_ms = memory_new(room, sizeof *list->length_ms);
    list->hits = memory_new(room + FIND_CARRIED_MAX, sizeof *list->hits);
    for (int i = 0; i < catalog->count; i++) {
        list->length_ms[i] = length_of(&catalog->entries[i]);
    }
    list->hit_count = find_run(list->find, FILTER_ALL, "", list->hits);
    return list;
}

void list_free(struct list *list) {
    if (list) {
        find_free(list->find);
        memory_free(list->length_ms);
        memory_free(list->hits);
        memory_free(list);
    }
}

// What plans carry stands among them.
static void carry(struct window *window) {
    const struct routine *routines[FIND_CARRIED_MAX];
    int first = window->house->catalog.count;
    int count = repertoire_count(window) - first;
    for (int i = 0; i < count; i++) {
        routines[i] = repertoire_routine(window, first + i);
    }
    find_carry(window->list->find, routines, count);
}

static void search(struct window *window) {
    struct list *list = window->list;
    carry(window);
    list->hit_count = find_run(list->find, list->filter, window->field.text, list->hits);
    list_sort(window);
    window_stale(window);
}

void list_show(struct window *window) {
    struct list *list = window->list;
    gates_weigh(window);
    search(window);
    window_show(window, SCREEN_LIST);
    window->scroll.offset = list->offset;
    if (list->focus.kind != ACT_NONE) {
        focus_on(window, list->focus);
    } else if (list->hit_count > 0) {
        focus_on(window, (struct act){ACT_OPEN, list->hits[0]});
    }
}

// Another filter begins at the top.
static void filter(struct window *window, enum filter wanted) {
    window->list->filter = wanted;
    search(window);
}

void list_show_filter(struct window *window, enum filter wanted) {
    struct list *list = window->list;
    field_set(&window->field, "");
    list->filter = wanted;
    list->offset = 0;
    list->focus = (struct act){ACT_NONE, 0};
    list_show(window);
}

void list_show_search(struct window *window) {
    list_show_filter(window, FILTER_ALL);
    focus_on(window, (struct act){ACT_SEARCH, 0});
}

static void paint_field(struct window *window, struct box box) {
    element_field(window, _("Search the routines"), _("Search"), box, (struct act){ACT_SEARCH, 0});
}

// The name and, where there is room, the field: in the line of the corner. Returns whether the
// field is there.
static bool paint_head(struct window *window, struct box content) {
    const struct layout *layout = &window->layout;
    bool wide = layout_kind(layout) == LAYOUT_WIDE;
    double side = layout_body(layout, 48);
    double gap = layout_space(layout, 12);
    double end = fmin(content.x + content.width, window_corner(window).x - gap);
    double width = wide ? layout_body(layout, FIELD_WIDTH) : 0;
    head_paint(window, _("Routines"), (struct act){ACT_FIRST, 0}, content.x, end - width - gap);
    if (wide) {
        paint_field(window, (struct box){end - width, window_head(window) - side, width, side});
    }
    return wide;
}

static double paint_chips(struct window *window, struct box box) {
    const char *labels[FILTER_COUNT];
    for (int i = 0; i < FILTER_COUNT; i++) {
        labels[i] = filter_word((enum filter)i);
    }
    return element_chips(window, labels, FILTER_COUNT, 1u << window->list->filter, box, ACT_FILTER,
                         GROUP_CHIPS);
}

static double paint_nothing(struct window *window, struct box box) {
    char text[FIELD_MAX + 256];
    const struct list *list = window->list;
    if (window->house->catalog.count == 0) {
        const char *folder = window->house->paths.routines;
        text_format(text, sizeof text, _("No routines were found in %s."),
                    folder ? folder : window->house->paths.own_routines);
    } else if (window->field.text[0] && list->filter != FILTER_ALL) {
        text_format(text, sizeof text, _("Nothing here speaks of “%s”. “All” looks everywhere."),
                    window->field.text);
    } else if (window->field.text[0]) {
        text_format(text, sizeof text, _("No routine speaks of “%s”. Fewer letters find more."),
                    window->field.text);
    } else {
        text_copy(text, sizeof text, _("There is no routine of this kind yet."));
    }
    return box.y +
           window_words(
               window, &(struct words){.text = text, .size = TEXT_BODY, .token = TOKEN_TEXT2}, box);
}

// A visit elsewhere finds all as it was.
static void remember(struct window *window) {
    const struct element *element = focus_element(window);
    window->list->offset = window->scroll.offset;
    if (element && (element->act.kind == ACT_OPEN || element->act.kind == ACT_FOLD)) {
        window->list->focus = element->act;
    }
}

static void list_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box content = window_content(window, CONTENT);
    bool has_field = paint_head(window, content);
    content.y = ceil(window_head(window) + layout_space(layout, 12));
    content.height = floor(window->height - content.y - window_foot(window));
    const struct box whole = content;
    content.height -= list_marks_dock_height(window);
    double y = scroll_begin(window, &window->scroll, content);
    // Rings around what stands first need their room.
    struct box box = {content.x, y + layout_body(layout, 8), content.width, 0};
    if (!has_field) {
        double height = layout_body(layout, 48);
        paint_field(window, (struct box){box.x, box.y, box.width, height});
        box.y += height + layout_space(layout, 12);
    }
    box.y += paint_chips(window, box) + layout_space(layout, 12);
    box.y += list_marks_line(window, box) + layout_space(layout, 12);
    box.y = window->list->hit_count > 0 ? list_cards(window, box) : paint_nothing(window, box);
    box.y = profile_way(window, box);
    scroll_end(window, &window->scroll, box.y);
    scroll_edges(window, &window->scroll);
    if (window->list->marking) {
        list_marks_dock(window, (struct box){whole.x, content.y + content.height, whole.width, 0});
    }
    remember(window);
    const struct key_hint hints[] = {{_("Enter"), window->list->marking ? _("mark") : _("open")},
                                     {"+", _("several in a row")},
                                     {"/", _("search")},
                                     {"F1", _("keys")},
                                     {"Esc", _("back")}};
    window_hints(window, hints, 5);
}

static void list_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_OPEN:
        page_open(window, act.value);
        break;
    case ACT_FILTER:
        filter(window, (enum filter)act.value);
        break;
    case ACT_SEARCH:
        search(window);
        break;
    case ACT_MARKING:
        list_show_marking(window, !window->list->marking);
        break;
    case ACT_MARK:
        list_toggle_mark(window, act.value);
        break;
    case ACT_BEDTIME:
        window->list->bedtime = !window->list->bedtime;
        window_stale(window);
        break;
    case ACT_START:
        list_start_marked(window);
        break;
    case ACT_FOLD:
        window->list->closed = !window->list->closed;
        window_stale(window);
        break;
    default:
        break;
    }
}

// Enter in the field goes on to the first that was found; Escape empties it before it goes back.
static bool field_keys(struct window *window, const SDL_KeyboardEvent *event) {
    bool enter = keys_is_enter(event);
    if (enter && window->list->hit_count > 0) {
        focus_on(window, (struct act){ACT_OPEN, window->list->hits[0]});
        return true;
    }
    if (event->keysym.sym == SDLK_ESCAPE && window->field.text[0]) {
        field_set(&window->field, "");
        search(window);
        return true;
    }
    return enter;
}

static bool list_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (focus_is_on(window, (struct act){ACT_SEARCH, 0}) && field_keys(window, event)) {
        return true;
    }
    if (list_marks_key(window, key)) {
        return true;
    }
    if (key == SDLK_SLASH || key == SDLK_KP_DIVIDE) {
        window->scroll.offset = 0;
        focus_on(window, (struct act){ACT_SEARCH, 0});
        return true;
    }
    if (keys_is_back(window, event)) {
        window_act(window, (struct act){ACT_FIRST, 0});
        return true;
    }
    return false;
}

const struct screen list_screen = {.paint = list_paint, .key = list_key, .act = list_act};
