// SPDX-License-Identifier: MIT
#pragma once

#include "cli/commands.h"
#include "run/plan_shelf.h"

// `repose today cards` and `repose today answer CARD ANSWER`: what the first screen of the window
// tells beside what is asked for, and what is answered to it.
enum status today_cards(struct house *house, const struct arguments *arguments, struct error *err);
// How many there are; a failure is said in the log and none.
int today_card_count(struct house *house, const struct plan_shelf *shelf);
