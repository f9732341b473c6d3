// SPDX-License-Identifier: MIT
#include "app/said.h"

#include <string.h>

#include "app/element.h"
#include "base/memory.h"

void said_begin(struct said *said) {
    for (int i = 0; i < said->count; i++) {
        memory_free(said->all[i].text);
    }
    said->count = 0;
    said->first = said->apart = false;
}

void said_free(struct said *said) {
    said_begin(said);
    memory_free(said->all);
    *said = (struct said){0};
}

static bool is_there(const struct said *said, const char *text) {
    for (int i = 0; i < said->count; i++) {
        if (strcmp(said->all[i].text, text) == 0) {
            return true;
        }
    }
    return false;
}

static void add(struct window *window, const char *text, bool first) {
    struct said *said = &window->elements->said;
    // Parts of the player that are painted alone say nothing.
    bool listened = window->house->settings.spoken && window->elements->open && !said->apart;
    if (!listened || !text[0] || is_there(said, text)) {
        return;
    }
    if (said->count == said->room) {
        said->room = said->room > 0 ? 2 * said->room : 16;
        said->all = memory_resize(said->all, (size_t)said->room, sizeof *said->all);
    }
    said->all[said->count++] = (struct saying){memory_text(text), first};
}

void said_words(struct window *window, const char *text) {
    add(window, text, window->elements->said.first);
}

void said_title(struct window *window, const char *text) {
    add(window, text, true);
}

void said_apart(struct window *window, bool apart) {
    window->elements->said.apart = apart;
}

void said_first(struct window *window, bool first) {
    window->elements->said.first = first;
}
