// SPDX-License-Identifier: MIT
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Text: UTF-8 in bytes, formatting into fixed places, and the words of other languages.
//
// The only place that calls snprintf and gettext.

// The translation of a sentence shown to people; `text` itself where there is none.
const char *text_translate(const char *text) __attribute__((format_arg(1)));
#define _(text) text_translate(text)
// Marks a text for translation where a constant is wanted; translate it when it is used.
#define N_(text) (text)

// "none", "one" or "many" by the rules of the language; `count` decides.
const char *text_translate_count(const char *one, const char *many, unsigned long count)
    __attribute__((format_arg(1), format_arg(2)));

// For a word that means several things: `sense` tells translators which, as in ("state", "open")
// beside the "open" that is a key's. Both are constants.
const char *text_translate_sense(const char *sense, const char *word);

// Takes up the language of the environment, or of `language` ("de") when not NULL.
// Numbers keep the dot in every language. `folder` holds the compiled catalogues.
void text_use_language(const char *language, const char *folder);

// The two letters of the language in use, "en" where none is.
const char *text_language(void);

// Like snprintf; returns false when the text was cut. A cut never splits a character.
bool text_format(char *to, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool text_format_list(char *to, size_t size, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));

// Copies, cutting at a character's border; returns false when it was cut.
bool text_copy(char *to, size_t size, const char *from);

// Reads one character of `length` bytes at `bytes`: its number in *code and its bytes as the
// result, 0 when it is not well-formed UTF-8 (overlong forms, surrogates and beyond U+10FFFF
// included).
size_t text_character(const char *bytes, size_t length, uint32_t *code);

// The offset of the first byte that is no valid UTF-8, or `length`.
size_t text_valid(const char *bytes, size_t length);

// Whether the character controls a terminal or the direction of text: C0, C1, DEL,
// U+200E/F, U+202A-E, U+2066-9, U+FEFF.
bool text_is_control(uint32_t code);

// Characters, not bytes, of a valid text.
size_t text_length(const char *text);

// Terminal columns of a valid text: 0 for combining marks, 2 for wide East Asian characters and
// emoji.
int text_columns(const char *text);

// The nearest of `count` known words (edit distance at most a third of its length, at least 1),
// or NULL. Used for "did you mean". A NULL among the known words is passed over.
const char *text_nearest(const char *word, const char *const known[], size_t count);

struct text_builder;
// Adds `text` as it is looked for: without capitals, marks on letters and punctuation, so that
// "ubung" is in "Übung" and "478" in "4-7-8". Latin, Greek and Cyrillic letters; others stay.
// Bytes that are no UTF-8 are left out. The builder's text is not NULL afterwards.
void text_fold(struct text_builder *to, const char *text);

// A text that grows. Zero-initialise; `text` is NULL until something was added.
struct text_builder {
    char *text;
    size_t length;
    size_t room;
};
void text_add(struct text_builder *builder, const char *text);
void text_add_bytes(struct text_builder *builder, const char *bytes, size_t length);
void text_add_format(struct text_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_builder_free(struct text_builder *builder);

// "4:30", "1:05:00"; negative counts as 0. Whole seconds, cut.
enum { TEXT_CLOCK_MAX = 16 };
const char *text_clock(int64_t ms, char to[TEXT_CLOCK_MAX]);

// A number without needless zeros: 5.5, 4, 0.25; a dot in every locale.
enum { TEXT_NUMBER_MAX = 32 };
const char *text_decimal(double value, char to[TEXT_NUMBER_MAX]);

// Reads a whole decimal number with a dot ("4", "-2.5", no exponent, nothing after it), whatever
// the locale.
bool text_read_decimal(const char *text, double *value);
bool text_read_whole(const char *text, int64_t *value);
