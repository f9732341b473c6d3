// SPDX-License-Identifier: MIT
#include "core/quiet.h"

#include <assert.h>

const char *const quiet_words[] = {
    [QUIET_NONE] = "none",           [QUIET_DAY] = "quiet-day",     [QUIET_SPELL] = "quiet-spell",
    [QUIET_REMISSION] = "remission", [QUIET_RETURNED] = "returned", [QUIET_LONG] = "long-quiet",
};
static_assert(sizeof quiet_words / sizeof *quiet_words == QUIET_COUNT, "a word each");

bool treatment_acts(const struct treatment *treatment, int64_t day) {
    bool injected = treatment->injected != INT64_MIN && day >= treatment->injected &&
                    day - treatment->injected < QUIET_TOXIN_DAYS;
    bool operated = treatment->operated != INT64_MIN && day >= treatment->operated &&
                    day - treatment->operated < QUIET_SURGERY_DAYS;
    return injected || operated || treatment->medicine;
}

static bool is_quiet(const struct daily *day) {
    return day->value < 0.5; // numbers are whole
}

// Too long without a number to be one row.
static bool is_apart(int64_t day, int64_t next) {
    return next - day - 1 > QUIET_GAP_DAYS;
}

// The row of zeros that ends with the number at `end` - 1.
struct row {
    int from, end;
};
static struct row row_before(const struct daily *days, int end) {
    int from = end;
    while (from > 0 && is_quiet(&days[from - 1]) &&
           (from == end || !is_apart(days[from - 1].day, days[from].day))) {
        from--;
    }
    return (struct row){from, end};
}

static void measure(const struct daily *days, struct row row, struct quiet *quiet) {
    quiet->since = days[row.from].day;
    quiet->days = days[row.end - 1].day - quiet->since + 1;
    quiet->rated = row.end - row.from;
}

static enum quiet_status status_of(const struct quiet *quiet, bool treated) {
    if (quiet->rated < QUIET_SPELL_RATED) {
        return QUIET_DAY;
    }
    if (quiet->days >= QUIET_LONG_DAYS && !treated) {
        return QUIET_LONG;
    }
    return quiet->days >= QUIET_REMISSION_DAYS ? QUIET_REMISSION : QUIET_SPELL;
}

// Whether any three days from `from` on have two numbers above 0.
static bool comes_back(const struct daily *days, int from, int count) {
    enum { WINDOW_DAYS = 3, LEAST = 2 };
    for (int i = from; i < count; i++) {
        int back = 0;
        for (int k = i; k < count && days[k].day < days[i].day + WINDOW_DAYS; k++) {
            back += !is_quiet(&days[k]);
        }
        if (back >= LEAST) {
            return true;
        }
    }
    return false;
}

// The last number is no zero: whether a spell ended not long ago, and it has come back since.
static void look_back(const struct daily *days, int count, int64_t today, struct quiet *quiet) {
    for (int end = count; end > 0; end--) {
        if (!is_quiet(&days[end - 1])) {
            continue;
        }
        struct row row = row_before(days, end);
        if (row.end - row.from >= QUIET_SPELL_RATED) {
            int64_t last = days[end - 1].day;
            if (today - last <= QUIET_RETURNED_DAYS && comes_back(days, end, count)) {
                measure(days, row, quiet);
                quiet->status = QUIET_RETURNED;
            }
            return;
        }
        end = row.from + 1;
    }
}

struct quiet quiet_of(const struct daily *days, int count, const struct treatment *treatment,
                      int64_t today) {
    struct quiet quiet = {.status = QUIET_NONE};
    while (count > 0 && days[count - 1].day > today) {
        count--;
    }
    // Today itself has no number yet, or is the last one.
    if (count == 0 || today - days[count - 1].day > QUIET_GAP_DAYS) {
        return quiet;
    }
    if (!is_quiet(&days[count - 1])) {
        look_back(days, count, today, &quiet);
        return quiet;
    }
    measure(days, row_before(days, count), &quiet);
    bool treated = treatment_acts(treatment, today);
    quiet.status = status_of(&quiet, treated);
    quiet.treatment = quiet.status == QUIET_REMISSION && treated;
    return quiet;
}
