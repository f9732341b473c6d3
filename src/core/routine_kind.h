// SPDX-License-Identifier: MIT
#pragma once

#include "core/routine.h"

// What kind of routine it is, told from its steps (design section 6).

// A do or assist exercise of a pose that moves the face.
bool step_moves_face(const struct step *step);

// Such an exercise outside screen breaks: wants the three answers.
bool routine_moves_face(const struct routine *routine);
// An exercise of a pose of the face in which nothing moves but the mind.
bool routine_imagines(const struct routine *routine);
// rom, strengthening or nmr with an exercise pose that is not of the body: counts for the ceiling.
bool routine_is_face_routine(const struct routine *routine);
// Any massage, compress or exercise of a face or jaw pose, unless `rate = false`: ends with the
// closing question.
bool routine_asks_closing(const struct routine *routine);
// Any exercise of a pose of the face or the jaw, imagined ones too: what waits for the surgeon's
// word.
bool routine_works_jaw_or_face(const struct routine *routine);
// Steps are left out at the small dose and at a compress's first use.
bool routine_has_small_form(const struct routine *routine);
// Or some movement or massage is repeated more often than `reps` times.
bool routine_can_be_shorter(const struct routine *routine, int reps);
// A movement or a massage of it can be kept to one side. Jaws have none, and a breath, a rest, a
// compress is nobody's left or right.
bool routine_has_sides(const struct routine *routine);
// Some step means the affected side, the healthy one, one after the other, or a helping hand: the
// side that a person told decides what is played.
bool routine_asks_side(const struct routine *routine);
bool routine_holds_breath(const struct routine *routine);
bool routine_massages(const struct routine *routine);
// Elsewhere than inside the cheek and on the chin: what waits for a doctor after a stroke.
bool routine_massages_beyond_mouth(const struct routine *routine);
bool routine_warms(const struct routine *routine);
bool routine_cools(const struct routine *routine);
// Whether one may fall asleep in it: nothing lies on the skin, and no gate has to wake anybody
// (domain.md 12, `bedtime`).
bool routine_suits_bedtime(const struct routine *routine);
