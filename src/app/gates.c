// SPDX-License-Identifier: MIT
#include "app/gates.h"

#include "base/log.h"
#include "base/memory.h"

void gates_free(struct gates *gates) {
    if (gates) {
        person_free(&gates->person);
        memory_free(gates->all);
        memory_free(gates);
    }
}

void gates_weigh(struct window *window) {
    const struct catalog *catalog = &window->house->catalog;
    struct error err = {0};
    gates_free(window->gates);
    struct gates *gates = window->gates = memory_new(1, sizeof *gates);
    gates->all = memory_new((size_t)catalog->count + 1, sizeof *gates->all);
    if (!person_read(window->house, &gates->person, &err)) {
        // Nothing starts then: every start reads it for itself, and says why.
        log_warning("%s", err.text);
        return;
    }
    for (int i = 0; i < catalog->count; i++) {
        if (!catalog->entries[i].error) {
            gates->all[i] = allowed_for(&gates->person, &catalog->entries[i].routine);
        }
    }
}

const struct allowed *gates_of(const struct window *window, int entry) {
    return &window->gates->all[entry];
}

bool gates_let_play(const struct window *window, int entry) {
    return !window->house->catalog.entries[entry].error && allowed_now(gates_of(window, entry));
}

bool gates_ask_anew(const struct allowed *allowed) {
    const struct gating *gating = &allowed->gating;
    return gating->reason == REASON_ANSWER_INJECTED && gating->wants_answers &&
           allowed->limit.reason == LIMIT_NONE;
}

int gates_instead(const struct window *window, int entry) {
    const struct catalog *catalog = &window->house->catalog;
    if (catalog->entries[entry].error || gates_let_play(window, entry)) {
        return -1;
    }
    const struct routine *instead =
        allowed_instead(&window->gates->person, catalog, &catalog->entries[entry].routine);
    return instead ? gates_entry(window, instead) : -1;
}

int gates_entry(const struct window *window, const struct routine *routine) {
    const struct catalog *catalog = &window->house->catalog;
    for (int i = 0; i < catalog->count; i++) {
        if (&catalog->entries[i].routine == routine) {
            return i;
        }
    }
    return -1;
}
