// SPDX-License-Identifier: MIT
#include "app/reading.h"

#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/play.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/words.h"

enum { TITLE_LINES = 2 }; // where no line is the screen's title

// Signs that are seen and not said, and keys that have no letter.
static const struct {
    const char *sign, *said;
} signs[] = {
    {" \u00b7 ", ", "},
    {"\u2026", ". "},
    {"\u201c", ""},
    {"\u201d", ""},
    {"\u201e", ""},
    {"\u2013", " "},
    {"\u00a0", " "},
    {"\n", " "},
    {"\u2212", "-"},
    {"\u00bd", ".5"},
    {"\u2190", N_("Arrow left")},
    {"\u2192", N_("Arrow right")},
    {"\u2191", N_("Arrow up")},
    {"\u2193", N_("Arrow down")},
};

// "1 1 2", so that nobody hears a hundred and twelve.
static void add_digits(struct text_builder *to, const char *digits) {
    for (; *digits; digits++) {
        text_add_bytes(to, digits, 1);
        text_add(to, digits[1] ? " " : "");
    }
}

static char *as_said(const char *text) {
    const char *emergency = words_emergency_number();
    struct text_builder to = {0};
    text_add_bytes(&to, "", 0);
    while (*text) {
        if (strncmp(text, emergency, strlen(emergency)) == 0) {
            add_digits(&to, emergency);
            text += strlen(emergency);
            continue;
        }
        size_t i = 0;
        while (i < sizeof signs / sizeof *signs &&
               strncmp(text, signs[i].sign, strlen(signs[i].sign)) != 0) {
            i++;
        }
        if (i < sizeof signs / sizeof *signs) {
            text_add(&to, signs[i].said[0] ? _(signs[i].said) : "");
            text += strlen(signs[i].sign);
        } else {
            text_add_bytes(&to, text++, 1);
        }
    }
    return to.text;
}

static void add(struct reading_texts *texts, const char *text) {
    char *said = as_said(text);
    if (!said[strspn(said, " .,")] || texts->count == READING_TEXTS_MAX) {
        memory_free(said);
        return;
    }
    texts->owned = memory_resize(texts->owned, (size_t)texts->owned_count + 1, sizeof(char *));
    texts->owned[texts->owned_count++] = said;
    texts->texts[texts->count++] = said;
}

void reading_texts_free(struct reading_texts *texts) {
    for (int i = 0; i < texts->owned_count; i++) {
        memory_free(texts->owned[i]);
    }
    memory_free(texts->owned);
    *texts = (struct reading_texts){0};
}

static void forget_lines(struct reading *reading) {
    for (int i = 0; i < reading->line_count; i++) {
        memory_free(reading->lines[i]);
    }
    memory_free(reading->lines);
    reading->lines = NULL;
    reading->line_count = 0;
}

void reading_forget(struct reading *reading) {
    reading->follows = false;
    reading->message[0] = '\0';
}

void reading_free(struct reading *reading) {
    forget_lines(reading);
}

void reading_type(struct reading *reading, const char *text, bool erased) {
    if (erased) {
        text_format(reading->typed, sizeof reading->typed, _("%s erased"), text);
    } else {
        text_copy(reading->typed, sizeof reading->typed, text);
    }
}

// The player's own voice leads, or one that is tried: what is shown is not read.
static bool leads_itself(const struct window *window) {
    const struct play *play = window->play;
    if (window->screen == SCREEN_HEARING) {
        return true;
    }
    return window->screen == SCREEN_PLAY && play && !play_shows_pause(window) && !play->helps;
}

// An element tells it already.
static bool is_of_element(const struct elements *elements, const char *line) {
    for (int i = 0; i < elements->count; i++) {
        const struct element *element = &elements->all[i];
        if (strcmp(element->name, line) == 0 || strstr(element->value, line)) {
            return true;
        }
    }
    return false;
}

static bool was_said(const struct reading *reading, const char *line) {
    for (int i = 0; i < reading->line_count; i++) {
        if (strcmp(reading->lines[i], line) == 0) {
            return true;
        }
    }
    return false;
}

// On a screen that stays, what is new on it.
static void add_lines(const struct reading *reading, const struct window *window, bool anew,
                      bool first, struct reading_texts *texts) {
    const struct said *said = &window->elements->said;
    bool titled = false;
    for (int i = 0; i < said->count; i++) {
        titled = titled || said->all[i].first;
    }
    for (int i = 0; i < said->count; i++) {
        bool is_first = titled ? said->all[i].first : i < TITLE_LINES;
        if (is_first == first && (anew || !was_said(reading, said->all[i].text)) &&
            !is_of_element(window->elements, said->all[i].text)) {
            add(texts, said->all[i].text);
        }
    }
}

static void element_text(const struct window *window, int index,
                         char to[static READING_ELEMENT_MAX]) {
    const struct elements *elements = window->elements;
    int at = 0, of = 0;
    char words[READING_ELEMENT_MAX - 64];
    element_spoken(&elements->all[index], words, sizeof words);
    focus_place(window, index, &at, &of);
    if (of > 1) {
        // TRANSLATORS: "Begin, button, 2 of 6"
        text_format(to, READING_ELEMENT_MAX, _("%s, %d of %d"), words, at, of);
    } else {
        text_copy(to, READING_ELEMENT_MAX, words);
    }
}

// What the next keys lead to.
static void add_ahead(const struct window *window, struct reading_texts *texts) {
    const struct elements *elements = window->elements;
    char text[READING_ELEMENT_MAX];
    for (int i = 1; i <= READING_AHEAD && i < elements->count; i++) {
        int next = (elements->focused + i) % elements->count;
        if (!elements->all[next].aside) {
            element_text(window, next, text);
            add(texts, text);
        }
    }
}

static void keep_lines(struct reading *reading, const struct said *said) {
    forget_lines(reading);
    reading->lines = memory_new((size_t)said->count + 1, sizeof *reading->lines);
    for (int i = 0; i < said->count; i++) {
        reading->lines[reading->line_count++] = memory_text(said->all[i].text);
    }
}

// The message and what was typed, before all else.
static void add_news(struct reading *reading, const struct window *window,
                     struct reading_texts *texts) {
    if (strcmp(reading->message, window->message) != 0) {
        add(texts, window->message);
        text_copy(reading->message, sizeof reading->message, window->message);
    }
    if (reading->typed[0]) {
        add(texts, reading->typed);
    }
}

// In a field its own letters were said already.
static void add_element(struct reading *reading, struct window *window, bool anew,
                        struct reading_texts *texts) {
    const struct element *element = focus_element(window);
    char text[READING_ELEMENT_MAX];
    bool moved = window->elements->moved;
    window->elements->moved = false;
    if (!element || (leads_itself(window) && !moved)) {
        return;
    }
    element_text(window, window->elements->focused, text);
    bool writes = element->role == ROLE_FIELD && reading->typed[0];
    if ((anew || strcmp(text, reading->element) != 0) && !writes) {
        add(texts, text);
    }
    text_copy(reading->element, sizeof reading->element, text);
}

bool reading_follow(struct reading *reading, struct window *window, struct reading_texts *texts) {
    bool anew = !reading->follows || reading->screen != window->screen;
    bool quiet = leads_itself(window);
    add_news(reading, window, texts);
    if (!quiet) {
        add_lines(reading, window, anew, true, texts);
    }
    add_element(reading, window, anew, texts);
    if (!quiet) {
        add_lines(reading, window, anew, false, texts);
    }
    keep_lines(reading, &window->elements->said);
    reading->typed[0] = '\0';
    reading->follows = true;
    reading->screen = window->screen;
    texts->said = texts->count;
    if (texts->said > 0) {
        add_ahead(window, texts);
    }
    return texts->said > 0;
}
