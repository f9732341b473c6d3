// SPDX-License-Identifier: MIT
#include "core/hold.h"

enum { DAY_S = 24 * 3600 };

// What the last sessions said, newest in the lowest bit.
struct signs {
    unsigned busier, risen; // bits
    int busier_running;
};

static int bits_of(unsigned bits, int among) {
    int count = 0;
    for (int i = 0; i < among; i++) {
        count += (bits >> i & 1U) != 0;
    }
    return count;
}

static void add_answer(struct signs *signs, enum feel feel) {
    if (feel == FEEL_NONE) {
        return;
    }
    bool busier = feel == FEEL_BUSIER;
    signs->busier = signs->busier << 1 | busier;
    signs->busier_running = busier ? signs->busier_running + 1 : 0;
}

static void add_rating(struct signs *signs, int before, int after) {
    if (before < 0 || after < 0) {
        return;
    }
    signs->risen = signs->risen << 1 | (after - before >= HOLD_RISE_POINTS);
}

// Breathing and rest are not what hurts, whatever ended them.
static bool has_hurt(const struct past_session *session) {
    bool touched = session->face_routine || session->warm || session->cold ||
                   session->category == CATEGORY_MASSAGE;
    return session->feel == FEEL_HURT || (touched && session->why == WHY_PAIN);
}

// The reason that this session gives, together with those before it.
static enum hold_reason reason_of(const struct signs *signs, const struct past_session *session,
                                  bool linked_known) {
    if (has_hurt(session)) {
        return HOLD_HURT;
    }
    if (session->feel == FEEL_PULLED && !linked_known) {
        return HOLD_PULLED;
    }
    if (bits_of(signs->busier, HOLD_BUSIER_OF) >= HOLD_BUSIER_LEAST) {
        return HOLD_BUSIER;
    }
    if (bits_of(signs->risen, HOLD_RISE_OF) >= HOLD_RISE_LEAST) {
        return HOLD_RISE;
    }
    return HOLD_NONE;
}

// The hold that the next session of a routine causes; with it begins a clean sheet.
static enum hold_reason add_session(struct signs *signs, const struct past_session *session,
                                    bool linked_known) {
    add_answer(signs, session->feel);
    add_rating(signs, session->before, session->after);
    enum hold_reason reason = reason_of(signs, session, linked_known);
    if (reason != HOLD_NONE) {
        *signs = (struct signs){0};
    }
    return reason;
}

void hold_reasons(const char *routine, const struct past *past, bool linked_known,
                  enum hold_reason *reasons) {
    struct signs signs = {0};
    for (int i = 0; i < past->count; i++) {
        if (past_is_of(&past->sessions[i], routine)) {
            reasons[i] = add_session(&signs, &past->sessions[i], linked_known);
        }
    }
}

struct hold hold_of(const char *routine, const struct past *past, int64_t now_s, bool linked_known,
                    int64_t renewed_s) {
    struct hold hold = {.reason = HOLD_NONE};
    struct signs signs = {0};
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        if (!past_is_of(session, routine) || session->ended_s < renewed_s) {
            continue;
        }
        enum hold_reason reason = add_session(&signs, session, linked_known);
        if (reason != HOLD_NONE) {
            hold = (struct hold){.reason = reason,
                                 .since_s = session->ended_s,
                                 .until_s = session->ended_s + (int64_t)HOLD_DAYS * DAY_S};
        }
    }
    if (now_s >= hold.until_s) {
        hold = (struct hold){.reason = HOLD_NONE};
    }
    hold.step_back = hold.reason == HOLD_NONE && signs.busier_running >= 2;
    return hold;
}

bool hold_is_unanswered(const struct past *past) {
    int running = 0;
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        if (session->face_routine) {
            running = session->feel == FEEL_NONE ? running + 1 : 0;
        }
    }
    return running > 0 && running % HOLD_UNANSWERED == 0;
}
