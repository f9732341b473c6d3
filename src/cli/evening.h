// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "cli/screen.h"
#include "run/chain.h"

// One command `play` in a terminal: what is asked and told around the sessions of a chain.

struct evening {
    struct house *house;
    const struct play_request *request;
    struct chain chain;
    struct screen screen;        // without a tty: nobody can be asked
    bool rated;                  // numbers before and after are wanted
    char last_id[UUID_TEXT_MAX]; // of the newest record, "" none: what the number after stands on
    struct text_builder summary;
    char aside[ERROR_TEXT_MAX];
    const volatile sig_atomic_t *asked_to_stop;
};

bool evening_is_recorded(const struct evening *evening);

// Whether a number is wanted for one of the chain at least.
bool evening_is_rated(const struct evening *evening);

// Whether the number after of what is played waits for the morning (run/night.h).
bool evening_asks_in_the_morning(const struct evening *evening);

// Once in the life of a history, before the first session: the lines about safety.
bool evening_safety_is_new(const struct evening *evening);
void evening_remember_safety(const struct evening *evening);

// The number that was left for this morning.
void evening_ask_for_the_night(struct evening *evening);

// A session that broke off is offered once, before what was asked for, and takes its place.
bool evening_offer_resume(struct evening *evening);

// What to mind this time: by her own words, after an injection, and how much of it is played.
void evening_add_dose(struct text_builder *text, const struct preparation *preparation);

// The same on the screen: at length the first time and when a dose has been taken back, else for a
// moment beside the lead-in.
void evening_say_dose(struct evening *evening, const struct preparation *preparation);

// Before the first session of a life: the voice, for ten seconds, and whether it shall lead.
void evening_hear(struct evening *evening);

void evening_rate_before(struct evening *evening, struct sitting_options *options);

// What was played, and how far it served a plan; for the plain screen, after all.
void evening_summarize(struct evening *evening, const struct sitting_result *result,
                       const struct preparation *preparation);

// The number and the closing question, as far as nothing is in the way. A chain has one number, at
// its end, and a question for each routine that ends with one.
void evening_ask_after(struct evening *evening, int member, bool last,
                       const struct sitting_result *result);
