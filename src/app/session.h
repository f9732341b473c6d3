// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A session's way through the screens: question before, player, why, what it came to, closing
// question, and back.

// The chosen routine of the list, or the one of the command line.
bool session_prepare_chosen(struct window *window);
bool session_prepare_asked(struct window *window, struct error *err);
// Entries of the catalog, one after the other; at bedtime (run/chain.h).
bool session_prepare(struct window *window, const int entries[], int count, bool bedtime);
// Routines by their ids, of the catalog or of a plan in force.
bool session_prepare_ids(struct window *window, const char *const ids[], int count);
// Looks for a session that broke off; then window->preparation resumes it, else it is NULL.
void session_find_broken_off(struct window *window);
void session_go_on(struct window *window);

// From the prepared routine to the question before it, or straight to the player. One that may not
// be played now leads to its page.
void session_ask(struct window *window);
// Asks again what shuts the routine of the page by its answer, and goes back there.
void session_answer_anew(struct window *window);
// The same past a gate that is shut, for the routine of the page, when the word has been typed: the
// limits hold all the same, and the session is marked.
void session_ask_anyway(struct window *window);
// On from the questions about the person, when the last one has its answer.
void session_told(struct window *window);
void session_begin(struct window *window);

// The player is through, or was stopped for a reason.
void session_end(struct window *window, enum why why);
// Whether the number after is asked: where it was wanted before, unless the command gave it.
bool session_asks_after(const struct window *window);
// On from the screen of the end: to the closing question, or on as from its answer.
void session_done(struct window *window);
// On from the closing question, FEEL_NONE: without an answer. To what it has led to, or away.
void session_felt(struct window *window, enum feel feel);
// Away: to where it was started, out, or to a page.
void session_leave(struct window *window);
void session_leave_for(struct window *window, int entry);

// Writes the ratings that were given.
void session_keep_ratings(struct window *window, enum feel feel);

// The number of the routine that is prepared; -1: it comes from a file of its own, which has no
// page.
int session_entry(const struct window *window);

// A chain: the member that is on (one behind the last: none), whether another follows it, whether
// any of them is rated.
void session_turn_to(struct window *window, int member);
bool session_is_last(const struct window *window);
bool session_chain_is_rated(const struct window *window);
// On from a member that has ended and has been asked about: to what follows, or away.
void session_on(struct window *window);
// Between two: begins the one that follows; or ends the chain, with what it came to.
void session_next(struct window *window);
void session_enough(struct window *window);

// Whatever is under way is stored; the window is closing.
void session_abandon(struct window *window);
