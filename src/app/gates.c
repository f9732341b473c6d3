// SPDX-License-Identifier: MIT
#include "app/gates.h"

#include "app/list.h"
#include "base/log.h"
#include "base/memory.h"
#include "run/today.h"

void gates_free(struct gates *gates) {
    if (gates) {
        person_free(&gates->person);
        memory_free(gates->all);
        memory_free(gates->length_ms);
        memory_free(gates);
    }
}

static void weigh(const struct window *window, int entry) {
    struct gates *gates = window->gates;
    const struct routine *routine = repertoire_routine(window, entry);
    if (!routine) {
        return;
    }
    gates->all[entry] = allowed_for(&gates->person, routine);
    if (gates->all[entry].place.plan) {
        gates->length_ms[entry] =
            today_length_ms(window->house, &gates->person, routine, &gates->all[entry]);
    }
}

void gates_weigh(struct window *window) {
    struct error err = {0};
    struct gates *gates = memory_new(1, sizeof *gates);
    if (window->gates) {
        gates->repertoire = window->gates->repertoire; // the numbers stay
    }
    gates_free(window->gates);
    window->gates = gates;
    bool read = person_read(window->house, &gates->person, &err);
    repertoire_read(&gates->repertoire, &gates->person);
    size_t count = (size_t)repertoire_count(window);
    gates->all = memory_new(count + 1, sizeof *gates->all);
    gates->length_ms = memory_new(count + 1, sizeof *gates->length_ms);
    if (!read) {
        // Nothing starts then: every start reads it for itself, and says why.
        log_warning("%s", err.text);
        return;
    }
    for (int i = 0; i < (int)count; i++) {
        weigh(window, i);
    }
}

const struct allowed *gates_of(const struct window *window, int entry) {
    return &window->gates->all[entry];
}

bool gates_let_play(const struct window *window, int entry) {
    return repertoire_routine(window, entry) && allowed_now(gates_of(window, entry));
}

bool gates_ask_anew(const struct allowed *allowed) {
    const struct gating *gating = &allowed->gating;
    return gating->reason == REASON_ANSWER_INJECTED && gating->wants_answers &&
           allowed->limit.reason == LIMIT_NONE;
}

int64_t gates_length_ms(const struct window *window, int entry) {
    int64_t asked_ms = window->gates->length_ms[entry];
    return asked_ms > 0 || !repertoire_entry(window, entry) ? asked_ms
                                                            : window->list->length_ms[entry];
}

int gates_instead(const struct window *window, int entry) {
    const struct routine *routine = repertoire_routine(window, entry);
    if (!routine || gates_let_play(window, entry)) {
        return -1;
    }
    const struct routine *instead =
        allowed_instead(&window->gates->person, &window->house->catalog, routine);
    return instead ? gates_entry(window, instead) : -1;
}

int gates_entry(const struct window *window, const struct routine *routine) {
    return repertoire_find(window, routine->id);
}
