// SPDX-License-Identifier: MIT
#pragma once

#include "core/adherence.h"
#include "core/diary.h"
#include "core/quiet.h"
#include "core/signs.h"
#include "core/trend.h"
#include "run/house.h"
#include "store/facts.h"

// What the history holds of a range of days, as the values that the figures of core/ ask for. Each
// part is read by one statement through an index. Days from first to last, both included; INT64_MIN
// and INT64_MAX for open ends. Without a history (house->store NULL) all of them are empty.

// The daily numbers, oldest first, each day once.
struct daily_past {
    struct daily *days; // owned
    int count;
};
bool daily_past_read(struct house *house, int64_t first, int64_t last, struct daily_past *past,
                     struct error *err);
// The first number of all and the first above 0, at most two.
bool daily_past_first(struct house *house, struct daily_past *past, struct error *err);
void daily_past_free(struct daily_past *past);

// Numbers, forms and ticks joined by day, oldest first: only days with any entry.
struct diary_past {
    struct diary_day *days; // owned
    int count;
};
bool diary_past_read(struct house *house, int64_t first, int64_t last, struct diary_past *past,
                     struct error *err);
void diary_past_free(struct diary_past *past);

// What was done to the face by others, and what may explain a change, over the whole history. Days
// of their begin, oldest first, each once.
struct treatment_past {
    int64_t *injections, *injuries, *medicines, *operations; // owned
    int injection_count, injury_count, medicine_count, operation_count;
    int64_t *medicine_ends;     // owned: beside `medicines`, the last day of each, INT64_MAX: open
    struct treatment treatment; // as it stands today
};
bool treatment_past_read(struct house *house, struct treatment_past *past, struct error *err);
void treatment_past_free(struct treatment_past *past);

// What acted, or could have, on a day.
struct treatment treatment_past_at(const struct treatment_past *past, int64_t day);

// The sessions of a range as far as they count for a plan, in the order of their days.
struct session_past {
    struct done_sessions done;
    struct session_facts facts; // what `done` and its ids point at; those with numbers and chains
    int partial, complete, well, ticked; // well and ticked ones are among the complete
    int64_t played_ms;
};
bool session_past_read(struct house *house, int64_t first, int64_t last, struct session_past *past,
                       struct error *err);
void session_past_free(struct session_past *past);
