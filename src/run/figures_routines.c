// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/figures.h"

// Rated sessions that belong together, those of each group in the order in which they began.
struct groups {
    struct rated_session *members; // owned
    int *from; // owned: where those of a group begin; one more than there are groups
};

// The group of a session, from 0; below that it is in none.
typedef int group_of(const struct figures *figures, const struct rated_session *rated);

// A session with both numbers is one of its routine, unless it is a member of a chain.
static int routine_of(const struct figures *figures, const struct rated_session *rated) {
    return rated->chain == NO_CHAIN && rated->day >= figures->first &&
                   rated->day <= figures->last && rated->before >= 0 && rated->after >= 0
               ? rated->routine
               : -1;
}

static int chain_of(const struct figures *figures, const struct rated_session *rated) {
    (void)figures;
    return rated->chain;
}

// Counts, then sorts by where the counts say that each begins.
static struct groups gather(const struct figures *figures, group_of *of, int count) {
    const struct session_facts *facts = &figures->past.facts;
    struct groups groups = {.members =
                                memory_new((size_t)facts->rated_count + 1, sizeof *groups.members),
                            .from = memory_new((size_t)count + 2, sizeof *groups.from)};
    int *next = groups.from + 1;
    for (int i = 0; i < facts->rated_count; i++) {
        next[of(figures, &facts->rated[i]) + 1]++;
    }
    next[0] = 0; // those of none
    for (int i = 0; i < count; i++) {
        next[i + 1] += next[i];
    }
    for (int i = 0; i < facts->rated_count; i++) {
        int group = of(figures, &facts->rated[i]);
        if (group >= 0) {
            groups.members[next[group]++] = facts->rated[i];
        }
    }
    return groups;
}

static void groups_free(struct groups *groups) {
    memory_free(groups->members);
    memory_free(groups->from);
}

// The number before a chain stands on its first member, the one after it on its last. Of members
// that began in one second none is known to be the first: it is the one with the number.
static int number_before(const struct rated_session members[], int count) {
    int before = members[0].before;
    for (int i = 1; i < count && members[i].started_s == members[0].started_s && before < 0; i++) {
        before = members[i].before;
    }
    return before;
}

static int number_after(const struct rated_session members[], int count) {
    int last = count - 1, after = members[last].after;
    for (int i = last - 1; i >= 0 && members[i].started_s == members[last].started_s && after < 0;
         i--) {
        after = members[i].after;
    }
    return after;
}

// A chain belongs to the day on which it began.
static struct routine_figures chains_of(const struct figures *figures) {
    const struct session_facts *facts = &figures->past.facts;
    struct groups groups = gather(figures, chain_of, facts->chain_count);
    double *changes = memory_new((size_t)facts->chain_count + 1, sizeof *changes);
    struct routine_figures chains = {.id = FIGURES_CHAIN};
    int rated = 0;
    for (int i = 0; i < facts->chain_count; i++) {
        const struct rated_session *members = groups.members + groups.from[i];
        int count = groups.from[i + 1] - groups.from[i];
        if (members[0].day < figures->first || members[0].day > figures->last) {
            continue;
        }
        chains.sessions++;
        int before = number_before(members, count), after = number_after(members, count);
        if (before >= 0 && after >= 0) {
            changes[rated++] = after - before;
        }
    }
    chains.change = trend_change(changes, rated);
    memory_free(changes);
    groups_free(&groups);
    return chains;
}

static struct change change_of(const struct groups *groups, int routine, double *changes) {
    int count = 0;
    for (int i = groups->from[routine]; i < groups->from[routine + 1]; i++) {
        changes[count++] = groups->members[i].after - groups->members[i].before;
    }
    return trend_change(changes, count);
}

static int by_id(const void *one, const void *other) {
    const struct routine_figures *a = one, *b = other;
    return strcmp(a->id, b->id);
}

void figures_read_routines(struct figures *figures) {
    const struct session_facts *facts = &figures->past.facts;
    struct groups groups = gather(figures, routine_of, facts->routine_count);
    double *changes = memory_new((size_t)facts->rated_count + 1, sizeof *changes);
    figures->routines = memory_new((size_t)facts->routine_count + 1, sizeof *figures->routines);
    for (int i = 0; i < facts->routine_count; i++) {
        if (facts->routines[i].count > 0) {
            figures->routines[figures->routine_count++] =
                (struct routine_figures){.id = facts->routines[i].id,
                                         .sessions = facts->routines[i].count,
                                         .change = change_of(&groups, i, changes)};
        }
    }
    memory_free(changes);
    groups_free(&groups);
    qsort(figures->routines, (size_t)figures->routine_count, sizeof *figures->routines, by_id);
    struct routine_figures chains = chains_of(figures);
    if (chains.sessions > 0) {
        figures->routines[figures->routine_count++] = chains;
    }
}
