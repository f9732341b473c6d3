// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/allowed.h"

// The profile as a form: one item for each profile key, with the words for it, for its answers and
// for what it decides.

enum item_form {
    ITEM_ONE,     // one of its choices
    ITEM_SEVERAL, // any of them
    ITEM_ANSWERS, // the three answers before a face movement
    ITEM_DATE,
    ITEM_TEXT, // own words; the choices are suggestions
};

enum { ITEM_CHOICES_MAX = 12 };

// `value` is what the key stores. "" is an answer too ("none of these"), which is not asked again;
// NULL is "not sure", which is. Texts are to be translated.
struct item_choice {
    const char *value, *text, *line;
};

struct profile_item {
    const char *key;
    enum item_form form;
    const char *head;     // of the items from here on, or NULL
    const char *name;     // of a row
    const char *question; // above its choices
    const char *decides;  // what it is good for, in a sentence
    bool ahead;           // a date that may lie ahead
    struct item_choice choices[ITEM_CHOICES_MAX];
};

int profile_item_count(void);
const struct profile_item *profile_item(int index);
int profile_item_find(const char *key); // -1: none
int profile_item_choice_count(const struct profile_item *item);

// The item whose answer shuts the routine or makes it small, -1: none does.
int profile_item_behind(const struct profile *profile, const struct gating *gating);

// A stored value in words: "Hemifacial spasm; Lid twitch"; of an empty one "none" or "not
// sure", as it was `asked` (run/questions.h) or not.
void profile_item_words(struct text_builder *text, const struct profile_item *item,
                        const char *value, bool asked, struct wall now);

// Whether a stored list holds a word.
bool profile_list_holds(const char *list, const char *word);
// The list with the word, or without it where it holds it. "unknown" and any other word of
// `condition` push each other out.
void profile_list_turn(struct text_builder *to, const char *list, const char *word);
