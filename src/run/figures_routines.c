// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/figures.h"

// The changes of all routines in one row, each routine's together.
struct changes {
    double *values; // owned
    int *from;      // owned: where those of a routine begin; one more than there are routines
};

static bool has_change(const struct figures *figures, const struct rated_session *rated) {
    return !rated->chain[0] && rated->day >= figures->first && rated->day <= figures->last &&
           rated->before >= 0 && rated->after >= 0;
}

// Counts, then sorts by where the counts say that each begins.
static struct changes gather(const struct figures *figures) {
    const struct session_facts *facts = &figures->past.facts;
    struct changes changes = {
        .values = memory_new((size_t)facts->rated_count + 1, sizeof *changes.values),
        .from = memory_new((size_t)facts->routine_count + 2, sizeof *changes.from)};
    int *next = changes.from + 1;
    for (int i = 0; i < facts->rated_count; i++) {
        next[facts->rated[i].routine + 1] += has_change(figures, &facts->rated[i]);
    }
    for (int i = 0; i < facts->routine_count; i++) {
        next[i + 1] += next[i];
    }
    for (int i = 0; i < facts->rated_count; i++) {
        const struct rated_session *rated = &facts->rated[i];
        if (has_change(figures, rated)) {
            changes.values[next[rated->routine]++] = rated->after - rated->before;
        }
    }
    return changes;
}

static int by_chain(const void *one, const void *other) {
    const struct rated_session *a = one, *b = other;
    int order = strcmp(a->chain, b->chain);
    return order != 0 ? order : (a->started_s > b->started_s) - (a->started_s < b->started_s);
}

// The members of all chains, those of each together and in the order in which they were played.
static int sort_members(const struct session_facts *facts, struct rated_session *members) {
    int count = 0;
    for (int i = 0; i < facts->rated_count; i++) {
        if (facts->rated[i].chain[0]) {
            members[count++] = facts->rated[i];
        }
    }
    qsort(members, (size_t)count, sizeof *members, by_chain);
    return count;
}

// A chain belongs to the day on which it began. `before` stands on its first member, `after` on its
// last.
static struct routine_figures chains_of(const struct figures *figures) {
    const struct session_facts *facts = &figures->past.facts;
    size_t room = (size_t)facts->rated_count + 1;
    struct rated_session *members = memory_new(room, sizeof *members);
    double *changes = memory_new(room, sizeof *changes);
    struct routine_figures chains = {.id = FIGURES_CHAIN};
    int count = sort_members(facts, members);
    int rated = 0;
    for (int from = 0, end; from < count; from = end) {
        const struct rated_session *first = &members[from];
        for (end = from + 1; end < count && strcmp(members[end].chain, first->chain) == 0;) {
            end++;
        }
        const struct rated_session *last = &members[end - 1];
        if (first->day < figures->first || first->day > figures->last) {
            continue;
        }
        chains.sessions++;
        if (first->before >= 0 && last->after >= 0) {
            changes[rated++] = last->after - first->before;
        }
    }
    chains.change = trend_change(changes, rated);
    memory_free(changes);
    memory_free(members);
    return chains;
}

static int by_id(const void *one, const void *other) {
    const struct routine_figures *a = one, *b = other;
    return strcmp(a->id, b->id);
}

void figures_read_routines(struct figures *figures) {
    const struct session_facts *facts = &figures->past.facts;
    struct changes changes = gather(figures);
    figures->routines = memory_new((size_t)facts->routine_count + 1, sizeof *figures->routines);
    for (int i = 0; i < facts->routine_count; i++) {
        int from = changes.from[i], count = changes.from[i + 1] - from;
        if (facts->routines[i].count > 0) {
            figures->routines[figures->routine_count++] =
                (struct routine_figures){.id = facts->routines[i].id,
                                         .sessions = facts->routines[i].count,
                                         .change = trend_change(changes.values + from, count)};
        }
    }
    memory_free(changes.values);
    memory_free(changes.from);
    qsort(figures->routines, (size_t)figures->routine_count, sizeof *figures->routines, by_id);
    struct routine_figures chains = chains_of(figures);
    if (chains.sessions > 0) {
        figures->routines[figures->routine_count++] = chains;
    }
}
