// SPDX-License-Identifier: MIT
#include "sound/speech_command.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static const char BLANKS[] = " \t\n";

void speech_words_free(char **words) {
    for (int index = 0; words && words[index]; index++) {
        memory_free(words[index]);
    }
    memory_free(words);
}

// Adds the word at `*at` to `word` and goes behind it. False where a quote is left open.
static bool read_word(const char **at, struct text_builder *word) {
    char quote = '\0';
    text_add_bytes(word, "", 0); // "" is a word too
    for (; **at && (quote || !strchr(BLANKS, **at)); (*at)++) {
        char byte = **at;
        if (byte == quote) {
            quote = '\0';
        } else if (!quote && (byte == '"' || byte == '\'')) {
            quote = byte;
        } else {
            if (byte == '\\' && quote != '\'' && (*at)[1]) {
                (*at)++;
            }
            text_add_bytes(word, *at, 1);
        }
    }
    return !quote;
}

static bool read_words(const char *text, char **words, struct error *err) {
    int count = 0;
    for (const char *at = text + strspn(text, BLANKS); *at; at += strspn(at, BLANKS)) {
        struct text_builder word = {0};
        bool closed = read_word(&at, &word);
        if (count == SPEECH_WORDS_MAX) {
            text_builder_free(&word);
            return error_set(err, ERROR_LIMIT, "has more than %d words", SPEECH_WORDS_MAX);
        }
        words[count++] = word.text;
        if (!closed) {
            return error_set(err, ERROR_INPUT, "has a quote that is not closed");
        }
    }
    return count > 0 ? true : error_set(err, ERROR_INPUT, "is empty");
}

bool speech_command_split(const char *text, struct speech_command *command, struct error *err) {
    *command = (struct speech_command){
        .words = memory_new(SPEECH_WORDS_MAX + 1, sizeof *command->words),
    };
    if (!read_words(text, command->words, err)) {
        speech_words_free(command->words);
        command->words = NULL;
        return false;
    }
    for (char **word = command->words; *word; word++) {
        command->takes_text = command->takes_text || strstr(*word, "{text}");
        command->takes_out = command->takes_out || strstr(*word, "{out}");
    }
    return true;
}

// A language as speaking programs name it: pt-br for pt_BR.
static void add_language(struct text_builder *to, const char *language) {
    for (; *language; language++) {
        bool capital = *language >= 'A' && *language <= 'Z';
        char byte = *language == '_' ? '-' : (char)(capital ? *language - 'A' + 'a' : *language);
        text_add_bytes(to, &byte, 1);
    }
}

static char *fill_word(const char *word, const struct speech_filling *filling) {
    struct text_builder to = {0};
    text_add_bytes(&to, "", 0);
    while (*word) {
        if (strncmp(word, "{text}", 6) == 0) {
            bool option = to.length == 0 && filling->text[0] == '-';
            text_add(&to, option ? " " : "");
            text_add(&to, filling->text);
            word += 6;
        } else if (strncmp(word, "{out}", 5) == 0) {
            text_add(&to, filling->out);
            word += 5;
        } else if (strncmp(word, "{lang}", 6) == 0) {
            add_language(&to, filling->language);
            word += 6;
        } else {
            text_add_bytes(&to, word++, 1);
        }
    }
    return to.text;
}

char **speech_command_fill(const struct speech_command *command,
                           const struct speech_filling *filling) {
    char **words = memory_new(SPEECH_WORDS_MAX + 1, sizeof *words);
    for (int index = 0; command->words[index]; index++) {
        words[index] = fill_word(command->words[index], filling);
    }
    return words;
}
