// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/plans.h"
#include "app/profile.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

// The way in for a plan that comes as a file: dropped on the window, or its path written or pasted.
// A file with faults changes nothing; they are shown with their lines.

enum { WIDTH = 760, FAULTS_SHOWN = 12 };

static void forget(struct plans *plans) {
    text_builder_free(&plans->faults);
    text_builder_free(&plans->refusal);
    plans->fault_count = 0;
}

void plan_file_show(struct window *window) {
    plans_take_field(window);
    forget(window->plans);
    window_show(window, SCREEN_PLAN_FILE);
}

static int hex(char digit) {
    return digit >= '0' && digit <= '9'   ? digit - '0'
           : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
           : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                          : -1;
}

// What file managers and shells hand over as a path: quotes around it, file:// before it with %20
// inside, the home as "~".
char *plan_file_plain(const char *text) {
    static const char scheme[] = "file://";
    struct text_builder path = {0};
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1])) {
        length--;
    }
    for (; length > 0 && *text == ' '; length--) {
        text++;
    }
    bool quoted = length > 1 && (*text == '"' || *text == '\'') && text[length - 1] == *text;
    text += quoted;
    length -= quoted ? 2 : 0;
    bool uri = strncmp(text, scheme, strlen(scheme)) == 0;
    const char *home = getenv("HOME");
    text_add(&path, "");
    if (!uri && home && length > 1 && text[0] == '~' && text[1] == '/') {
        text_add(&path, home);
        text++;
        length--;
    }
    for (size_t i = uri ? strlen(scheme) : 0; i < length; i++) {
        bool coded = uri && text[i] == '%' && i + 2 < length && hex(text[i + 1]) >= 0 &&
                     hex(text[i + 2]) >= 0;
        char byte = coded ? (char)(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
        text_add_bytes(&path, &byte, 1);
        i += coded ? 2 : 0;
    }
    return path.text;
}

static void keep_faults(struct window *window, const struct faults *faults) {
    struct plans *plans = window->plans;
    plans->fault_count = faults->errors;
    int shown = 0;
    for (int i = 0; i < faults->count && shown < FAULTS_SHOWN; i++) {
        const struct fault *fault = &faults->items[i];
        if (fault->level != FAULT_ERROR) {
            continue;
        }
        text_add(&plans->faults, shown++ > 0 ? "\n" : "");
        if (fault->line > 0) {
            // TRANSLATORS: of a file; what is wrong there follows
            text_add_format(&plans->faults, _("Line %d: "), fault->line);
        }
        text_add_format(&plans->faults, "%s%s%s", fault->key ? fault->key : "",
                        fault->key ? ": " : "", fault->why);
    }
}

// Another thing than a plan is no plan with faults. False: it is what it seems to be.
static bool refuse(struct window *window, const char *path) {
    struct text_builder *text = &window->plans->refusal, title = {0};
    if (file_is_folder(path)) {
        text_add(text, _("That is a folder. Drop the plan's own file, or write its name behind the "
                         "folder's."));
    } else if (plan_coming_is_routine(window->house, path, &title)) {
        // TRANSLATORS: the title of a routine, a folder
        text_add_format(text,
                        _("This is a routine and no plan: “%s”. Put its file into the folder %s, "
                          "and it stands among the routines from the next start on."),
                        title.text, window->house->paths.own_routines);
    }
    text_builder_free(&title);
    return text->length > 0;
}

void plan_file_take(struct window *window, const char *path) {
    if (window->play || window->nobody) {
        return; // a session is left by its own ways alone
    }
    plans_enter(window);
    struct plan_coming coming;
    struct faults faults = {0};
    forget(window->plans);
    if (plan_coming_read(window->house, path, &coming, &faults)) {
        plans_take_coming(window, &coming, &faults);
        plans_take_field(window);
        plans_open(window, PLAN_COMING, 0);
    } else {
        if (window->screen != SCREEN_PLAN_FILE) {
            plans_take_field(window);
            field_set(&window->field, path);
            window_show(window, SCREEN_PLAN_FILE);
        }
        if (!refuse(window, path)) {
            keep_faults(window, &faults);
        }
        window_stale(window);
    }
    faults_free(&faults);
}

void plan_file_drop_begins(struct window *window) {
    if (window->plans) {
        window->plans->dropped = 0;
    }
}

void plan_file_drop(struct window *window, const char *path) {
    if (!window->plans || window->plans->dropped == 0) {
        plan_file_take(window, path);
        if (window->screen == SCREEN_PLAN_FILE) {
            field_set(&window->field, path); // also where another path stood there
        }
    } else {
        window_say(window, _("One file at a time: this is the first of them."));
    }
    if (window->plans) {
        window->plans->dropped++;
    }
}

static double put_faults(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plans *plans = window->plans;
    char head[160];
    if (plans->refusal.length > 0) {
        return window_text(window, plans->refusal.text, TEXT_STRONG, TOKEN_TEXT, box);
    }
    if (plans->fault_count == 0) {
        return box.y;
    }
    text_format(head, sizeof head,
                text_translate_count("This file has %d fault. Nothing was changed.",
                                     "This file has %d faults. Nothing was changed.",
                                     (unsigned long)plans->fault_count),
                plans->fault_count);
    box.y = window_text(window, head, TEXT_STRONG, TOKEN_TEXT, box) + layout_space(layout, 8);
    box.y = window_text(window, plans->faults.text ? plans->faults.text : "", TEXT_BODY, TOKEN_TEXT,
                        box) +
            layout_space(layout, 8);
    return window_text(window, _("Whoever wrote it can put that right. Show them these lines."),
                       TEXT_SMALL, TOKEN_TEXT2, box) +
           layout_space(layout, 16);
}

static void file_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    struct box box = profile_column(window, _("A plan from a file"), WIDTH);
    box.y =
        window_text(window,
                    _("Drop the file on this window. Or write or paste where it lies, and press "
                      "Enter."),
                    TEXT_BODY, TOKEN_TEXT2, box) +
        layout_space(layout, 16);
    double height = layout_body(layout, 48);
    element_entry(window, _("The plan's file"), _("/home/you/plan.cfg"),
                  (struct box){box.x, box.y, box.width, height}, true);
    box.y += height + layout_space(layout, 16);
    const struct flow_button read[] = {
        {{.kind = BUTTON_SECONDARY, .icon = ICON_PLAN, .label = _("Look at it")}, {ACT_DONE, 0}}};
    box.y = flow_buttons(window, read, 1, box, true) + layout_space(layout, 24);
    profile_column_end(window, put_faults(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("look at it")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

static void take_written(struct window *window) {
    if (window->field.text[strspn(window->field.text, " ")]) {
        char *path = plan_file_plain(window->field.text);
        plan_file_take(window, path);
        memory_free(path);
    }
}

static void leave(struct window *window) {
    plans_leave(window);
    plans_show_all(window);
}

static void file_act(struct window *window, struct act act) {
    if (act.kind == ACT_DONE) {
        take_written(window);
    } else if (act.kind == ACT_BACK) {
        leave(window);
    }
}

static bool file_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    if (keys_is_enter(event) && focus_is_on(window, (struct act){ACT_WRITE, 0})) {
        take_written(window);
        return true;
    }
    return false;
}

const struct screen plan_file_screen = {.paint = file_paint, .key = file_key, .act = file_act};
