// SPDX-License-Identifier: MIT
#pragma once

#include "files/lexer.h"
#include "files/token.h"

// The brackets that are open while files/syntax walks through a file, what each holds so far, and
// what may come next in it.

// What may come next inside a bracket (or at the top, which is a group without one).
enum place {
    PLACE_NAME,   // group: a name, or its end
    PLACE_ASSIGN, // group: the = after a name
    PLACE_VALUE,  // group: the value after =
    PLACE_AFTER,  // group: behind a value, where ; or , may stand
    PLACE_FIRST,  // list: a first element, or its end
    PLACE_NEXT,   // list: an element after a comma
    PLACE_COMMA,  // list: behind an element
};

// One open bracket. The name of the top is "the file".
struct level {
    char bracket; // ( [ { or 0 for the top
    int line;
    enum place place;
    struct token names[LEXER_SETTINGS_MAX];
    int name_count;
    enum token_kind array_kind; // [ ]: the kind of its first element, TOKEN_END before
    struct token last;          // the latest value, or the name before it
    bool implied;               // it was never opened in the file, which has been told
};

struct syntax {
    struct scanner *scanner;
    struct level levels[LEXER_BRACKETS_MAX + 1];
    int depth; // index of the innermost
    int total; // settings and elements so far
    bool full; // a limit was passed: stop
};

struct level *syntax_top(struct syntax *syntax);
// Whether names stand in it ({ } and the top) rather than elements.
bool level_is_group(const struct level *level);

// A fault that follows from others on the same line is kept back.
void syntax_guess(struct syntax *syntax, const struct token *token, const char *why);
// The first 40 bytes of a word.
const char *syntax_excerpt(struct syntax *syntax, const struct token *token);

// Each takes a word that stands in its right place. A value may be an opening bracket.
void syntax_take_name(struct syntax *syntax, const struct token *token);
void syntax_take_value(struct syntax *syntax, const struct token *token);
void syntax_take_close(struct syntax *syntax, const struct token *token);

// Leaves the innermost bracket, as if it had been closed.
void syntax_leave(struct syntax *syntax, const struct token *token);
