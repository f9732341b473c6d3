// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// One line of text that a person writes into: what a keyboard, an input method or the clipboard
// gives is taken only so far as it is text.

// At the caret. Control characters and those that turn the direction of text are left out, ends of
// lines become spaces, what is beyond FIELD_LETTERS is cut. False when nothing was taken.
bool field_insert(struct field *field, const char *text);
void field_set(struct field *field, const char *text);

// Backspace, Delete, Left, Right, Home, End, and with Ctrl A... V: paste, Backspace: a word.
// *changed tells whether the text is another; false when the key means nothing here.
bool field_key(struct field *field, const SDL_Keysym *key, bool *changed);

// Whether a key writes a letter, and so belongs to the field while it has the focus.
bool field_is_letter(const SDL_Keysym *key);
