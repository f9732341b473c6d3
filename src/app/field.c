// SPDX-License-Identifier: MIT
#include "app/field.h"

#include <string.h>

#include "base/text.h"

// What may stand in a field in place of this character: itself, a space, or nothing (0).
static uint32_t taken(uint32_t code) {
    enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };
    if (code == '\n' || code == '\t' || code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR) {
        return ' ';
    }
    return text_is_control(code) ? 0 : code;
}

bool field_insert(struct field *field, const char *text) {
    char piece[FIELD_MAX];
    size_t length = 0;
    size_t room = FIELD_LETTERS - text_length(field->text);
    // A clipboard may hold megabytes: no more is looked at than can be taken.
    while (*text && room > 0) {
        uint32_t code;
        size_t bytes = text_character(text, strnlen(text, 4), &code);
        if (bytes == 0) {
            text++;
            continue;
        }
        uint32_t kept = taken(code);
        if (kept == code) {
            memcpy(piece + length, text, bytes);
            length += bytes;
        } else if (kept != 0) {
            piece[length++] = (char)kept;
        }
        room -= kept != 0;
        text += bytes;
    }
    size_t rest = strlen(field->text) - field->caret;
    memmove(field->text + field->caret + length, field->text + field->caret, rest + 1);
    memcpy(field->text + field->caret, piece, length);
    field->caret += length;
    return length > 0;
}

void field_set(struct field *field, const char *text) {
    *field = (struct field){0};
    field_insert(field, text);
}

static bool is_inside_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t one_back(const struct field *field, size_t at) {
    while (at > 0 && is_inside_character(field->text[--at])) {
    }
    return at;
}

static size_t one_on(const struct field *field, size_t at) {
    if (field->text[at] == '\0') {
        return at;
    }
    at++;
    while (is_inside_character(field->text[at])) {
        at++;
    }
    return at;
}

// To the beginning of the word before the caret.
static size_t word_back(const struct field *field, size_t at) {
    while (at > 0 && field->text[at - 1] == ' ') {
        at--;
    }
    while (at > 0 && field->text[at - 1] != ' ') {
        at--;
    }
    return at;
}

static bool take_out(struct field *field, size_t from, size_t to) {
    memmove(field->text + from, field->text + to, strlen(field->text + to) + 1);
    field->caret = from;
    return to > from;
}

static bool paste(struct field *field) {
    char *text = SDL_GetClipboardText();
    bool changed = text && field_insert(field, text);
    SDL_free(text);
    return changed;
}

bool field_key(struct field *field, const SDL_Keysym *key, bool *changed) {
    bool control = key->mod & KMOD_CTRL;
    size_t caret = field->caret;
    *changed = false;
    switch (key->sym) {
    case SDLK_BACKSPACE:
        *changed =
            take_out(field, control ? word_back(field, caret) : one_back(field, caret), caret);
        return true;
    case SDLK_DELETE:
        *changed = take_out(field, caret, one_on(field, caret));
        return true;
    case SDLK_LEFT:
        field->caret = control ? word_back(field, caret) : one_back(field, caret);
        return true;
    case SDLK_RIGHT:
        field->caret = one_on(field, caret);
        return true;
    case SDLK_HOME:
        field->caret = 0;
        return true;
    case SDLK_END:
        field->caret = strlen(field->text);
        return true;
    case SDLK_u:
        *changed = control && take_out(field, 0, strlen(field->text));
        return control;
    case SDLK_v:
    case SDLK_INSERT:
        *changed = (control || key->mod & KMOD_SHIFT) && (control || key->sym == SDLK_INSERT) &&
                   paste(field);
        return control || key->sym == SDLK_INSERT;
    default:
        return false;
    }
}

bool field_is_letter(const SDL_Keysym *key) {
    // Keys without a letter are marked by SDL with a bit above all characters.
    bool has_letter =
        key->sym >= SDLK_SPACE && !(key->sym & SDLK_SCANCODE_MASK) && key->sym != SDLK_DELETE;
    bool keypad = key->sym >= SDLK_KP_DIVIDE && key->sym <= SDLK_KP_PERIOD;
    return (has_letter || (keypad && key->sym != SDLK_KP_ENTER)) && !(key->mod & KMOD_CTRL) &&
           !(key->mod & KMOD_LALT);
}
