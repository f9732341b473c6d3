// SPDX-License-Identifier: MIT
#include "core/adherence.h"

#include <string.h>

// The sessions of a day, from the first that is not before it.
static struct done_sessions from_here(struct done_sessions done, int from, int64_t day) {
    int end = from;
    while (end < done.count && done.sessions[end].day == day) {
        end++;
    }
    return (struct done_sessions){done.sessions ? done.sessions + from : NULL, end - from};
}

static struct done_sessions on_day(struct done_sessions done, int64_t day) {
    int low = 0, high = done.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (done.sessions[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return from_here(done, low, day);
}

// Those of the day after the one that `sessions` are of.
static struct done_sessions next_day(struct done_sessions done, struct done_sessions sessions,
                                     int64_t day) {
    int from = done.sessions ? (int)(sessions.sessions - done.sessions) + sessions.count : 0;
    return from_here(done, from, day);
}

static struct asked *row_of(struct asked *asked, int count, const char *routine, enum side side) {
    for (int i = 0; i < count; i++) {
        if (asked[i].side == side && strcmp(asked[i].routine, routine) == 0) {
            return &asked[i];
        }
    }
    return NULL;
}

static enum side one_side(enum side side) {
    return side == SIDE_LEFT || side == SIDE_RIGHT ? side : SIDE_NONE;
}

static int add_plan(const struct plan *plan, int64_t day, struct asked asked[ASKED_MAX],
                    int count) {
    for (int i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        int due = item->routine ? plan_item_due(plan, i, day) : 0;
        if (due == 0) {
            continue;
        }
        enum side side = one_side(item->side);
        struct asked *row = row_of(asked, count, item->routine, side);
        if (row) {
            row->due += due;
        } else if (count < ASKED_MAX) {
            asked[count++] = (struct asked){.routine = item->routine, .side = side, .due = due};
        }
    }
    return count;
}

static struct asked *open_row_of(struct asked *asked, int count, const char *routine,
                                 enum side side) {
    struct asked *row = row_of(asked, count, routine, side);
    return row && row->done < row->due ? row : NULL;
}

// The row that a session serves, NULL: none.
static struct asked *served_by(const struct done_session *session, struct asked *asked, int count) {
    enum side side = one_side(session->side);
    enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
    int side_count = 3;
    if (side != SIDE_NONE) {
        sides[0] = side;
        sides[1] = SIDE_NONE;
        side_count = 2;
    }
    struct asked *row = NULL;
    for (int i = 0; i < side_count && !row; i++) {
        row = open_row_of(asked, count, session->routine, sides[i]);
    }
    return row;
}

// Those with a side come first: what they cannot serve is left to those that serve any. `served`
// takes the row of each session; NULL: not wanted.
static void serve(struct done_sessions sessions, bool with_side, struct asked *asked, int count,
                  int *served) {
    for (int i = 0; i < sessions.count; i++) {
        const struct done_session *session = &sessions.sessions[i];
        bool has_side = one_side(session->side) != SIDE_NONE;
        if (session->status != SESSION_COMPLETE || has_side != with_side) {
            continue;
        }
        struct asked *row = served_by(session, asked, count);
        if (row) {
            row->done++;
        }
        if (served) {
            served[i] = row ? (int)(row - asked) : -1;
        }
    }
}

// The plans that are in force from a day on until they change.
struct in_force {
    const struct plan *plans[PLANS_MAX];
    int count;
    int64_t until; // the first day on which they may be others
};

static struct in_force in_force_from(const struct plan_book *book, int64_t day) {
    struct in_force force = {.until = plans_change_after(book, day)};
    force.count = plans_in_force(book, day, force.plans, PLANS_MAX);
    return force;
}

// What is asked for on a day, and served by its sessions.
static int asked_of(const struct plan_book *book, const struct in_force *force,
                    struct done_sessions sessions, int64_t day, struct asked asked[ASKED_MAX],
                    int *served) {
    int count = 0;
    for (int i = 0; i < force->count; i++) {
        if (!plan_rests(book, force->plans[i], day)) {
            count = add_plan(force->plans[i], day, asked, count);
        }
    }
    for (int i = 0; served && i < sessions.count; i++) {
        served[i] = -1;
    }
    serve(sessions, true, asked, count, served);
    serve(sessions, false, asked, count, served);
    return count;
}

int adherence_asked(const struct plan_book *book, struct done_sessions done, int64_t day,
                    struct asked asked[ASKED_MAX]) {
    struct in_force force = in_force_from(book, day);
    return asked_of(book, &force, on_day(done, day), day, asked, NULL);
}

int adherence_served(const struct plan_book *book, struct done_sessions of_day, int64_t day,
                     struct asked asked[ASKED_MAX], int *served) {
    struct in_force force = in_force_from(book, day);
    return asked_of(book, &force, of_day, day, asked, served);
}

// Whether a plan in force rests.
static bool is_paused(const struct plan_book *book, const struct in_force *force, int64_t day) {
    for (int i = 0; i < force->count; i++) {
        if (plan_rests(book, force->plans[i], day)) {
            return true;
        }
    }
    return false;
}

static void count_sessions(struct done_sessions sessions, struct day_account *account) {
    for (int i = 0; i < sessions.count; i++) {
        const struct done_session *session = &sessions.sessions[i];
        bool complete = session->status == SESSION_COMPLETE;
        account->complete += complete;
        account->partial += session->status == SESSION_PARTIAL;
        account->well += complete && session->well;
        account->ticked += complete && session->ticked;
    }
}

// How a day on which something is asked for stands.
static enum day_kind kind_of(const struct day_account *account, int done, int64_t today) {
    if (account->day > today) {
        return DAY_AHEAD;
    }
    if (done >= account->asked) {
        return DAY_DONE;
    }
    if (account->day == today) {
        return DAY_OPEN;
    }
    return done > 0 || account->partial > 0 ? DAY_PART : DAY_LEFT;
}

static struct day_account account_of(const struct plan_book *book, const struct in_force *force,
                                     struct done_sessions sessions, int64_t day, int64_t today) {
    struct asked asked[ASKED_MAX];
    struct day_account account = {.day = day};
    int count = asked_of(book, force, sessions, day, asked, NULL);
    int served = 0;
    for (int i = 0; i < count; i++) {
        account.asked += asked[i].due;
        served += asked[i].done;
    }
    count_sessions(sessions, &account);
    if (account.asked > 0) {
        account.kind = kind_of(&account, served, today);
    } else {
        account.kind = is_paused(book, force, day) ? DAY_PAUSED : DAY_FREE;
    }
    if (day < today) {
        account.due = account.asked;
        account.done = served;
    } else if (day == today) {
        account.due = account.done = served;
    }
    return account;
}

struct day_account adherence_day(const struct plan_book *book, struct done_sessions done,
                                 int64_t day, int64_t today) {
    struct in_force force = in_force_from(book, day);
    return account_of(book, &force, on_day(done, day), day, today);
}

static void add_account(struct adherence *sum, const struct day_account *account, int *streak) {
    sum->due += account->due;
    sum->done += account->done;
    sum->complete += account->complete;
    sum->partial += account->partial;
    sum->well += account->well;
    sum->ticked += account->ticked;
    if (account->kind == DAY_DONE) {
        ++*streak;
    } else if (account->kind == DAY_PART || account->kind == DAY_LEFT) {
        *streak = 0;
    }
    sum->best_streak = *streak > sum->best_streak ? *streak : sum->best_streak;
}

// Day by day, with the plans looked up where they change and the sessions taken in their order: a
// lifetime has a hundred thousand days.
struct adherence adherence_of(const struct plan_book *book, struct done_sessions done,
                              int64_t first, int64_t last, int64_t today) {
    struct adherence sum = {0};
    struct in_force force = {.until = first};
    struct done_sessions sessions = on_day(done, first);
    int streak = 0;
    for (int64_t day = first; day <= last; day++) {
        if (day >= force.until) {
            force = in_force_from(book, day);
        }
        struct day_account account = account_of(book, &force, sessions, day, today);
        add_account(&sum, &account, &streak);
        sessions = next_day(done, sessions, day + 1);
    }
    sum.given = sum.due > 0;
    sum.share = sum.given ? (double)sum.done / sum.due : 0;
    return sum;
}

int64_t adherence_begins(const struct plan_book *book) {
    int64_t first = INT64_MAX;
    for (int i = 0; i < book->version_count; i++) {
        int64_t from = book->versions[i].plan->from;
        first = from < first ? from : first;
    }
    return first;
}

int adherence_streak_since(const struct plan_book *book, struct done_sessions done, int64_t first,
                           int64_t today, bool *reached) {
    int streak = 0;
    *reached = true;
    for (int64_t day = today; day >= first && *reached; day--) {
        enum day_kind kind = adherence_day(book, done, day, today).kind;
        *reached = kind != DAY_PART && kind != DAY_LEFT;
        streak += kind == DAY_DONE;
    }
    return streak;
}

int adherence_streak(const struct plan_book *book, struct done_sessions done, int64_t today) {
    bool reached;
    return adherence_streak_since(book, done, adherence_begins(book), today, &reached);
}
