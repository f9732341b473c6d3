// SPDX-License-Identifier: MIT
#include "cli/ask.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/told.h"
#include "run/words.h"

enum {
    POLL_MS = 250, // how soon a signal is noticed
    SECOND_DIGIT_MS = 800,
    RATING_MAX = 10,
    ANSWER_MAX = 128,
    ANSWERS_MAX = 11,
    ROWS_FOR_ALL = 15,
};

void ask_suspend(const struct asker *asker) {
    tty_suspend(asker->tty);
    if (!tty_is_plain(asker->tty)) {
        page_forget(asker->view->page);
    }
}

// What was answered, for who does not see which line it was.
static int taken(const struct asker *asker, const char *words, int answer) {
    if (tty_is_plain(asker->tty)) {
        told_line(words);
    }
    return answer;
}

// The answers of a question as lines, kept together with the places they point into.
struct answers {
    char texts[ANSWERS_MAX][ANSWER_MAX];
    const char *lines[ANSWERS_MAX];
    int count;
};

static void add_answer(struct answers *answers, int key, const char *text) {
    char *line = answers->texts[answers->count];
    text_format(line, ANSWER_MAX, "%2d   %-28s", key, text);
    answers->lines[answers->count++] = line;
}

// Told once, where nothing is shown.
static void tell(const struct asker *asker, const char *before, const char *question,
                 const struct answers *answers) {
    if (tty_is_plain(asker->tty)) {
        told_question(before, question, answers->lines, answers->count);
        fflush(stdout);
    }
}

// Waits for a key while showing the question; KEY_CLOSED when it must end.
static int next_key(const struct asker *asker, const char *before, const char *question,
                    const struct answers *answers) {
    for (;;) {
        if (!tty_is_plain(asker->tty)) {
            view_question(asker->view, before, question, answers->lines, answers->count);
            page_show(asker->view->page);
        }
        int key = tty_key(asker->tty, POLL_MS);
        if (*asker->asked_to_stop || key == KEY_CLOSED || key == KEY_INTERRUPT) {
            return KEY_CLOSED;
        }
        if (key == KEY_SUSPEND) {
            ask_suspend(asker);
        } else if (key != KEY_NONE) {
            return key;
        }
    }
}

static int wait_key(const struct asker *asker, const char *before, const char *question,
                    const struct answers *answers) {
    tell(asker, before, question, answers);
    return next_key(asker, before, question, answers);
}

static bool leaves_open(int key) {
    return key == KEY_CLOSED || key == KEY_ENTER || key == KEY_ESCAPE;
}

// The number that a key begins, -1: none.
static int rating_of(const struct asker *asker, int key) {
    if (key == 't' || key == 'T') {
        return RATING_MAX;
    }
    if (key == '1') {
        return tty_key(asker->tty, SECOND_DIGIT_MS) == '0' ? RATING_MAX : 1;
    }
    return key >= '0' && key <= '9' ? key - '0' : -1;
}

int ask_rating(const struct asker *asker, const char *before, const char *question) {
    struct answers answers = {0};
    // Where eleven lines do not fit, or are read one by one, those with a word stand for the rest.
    bool plain = tty_is_plain(asker->tty);
    bool all = !plain && tty_size().rows >= ROWS_FOR_ALL;
    for (int value = 0; value <= RATING_MAX; value++) {
        if (all || *words_rating(value)) {
            add_answer(&answers, value, words_rating(value));
        }
    }
    if (plain) {
        answers.lines[answers.count++] = _("Any digit answers, T is 10, Enter leaves it open.");
    }
    for (;;) {
        int key = wait_key(asker, before, question, &answers);
        if (leaves_open(key)) {
            return -1;
        }
        int value = rating_of(asker, key);
        if (value >= 0) {
            char words[ANSWER_MAX];
            text_format(words, sizeof words, "%d %s", value, words_rating(value));
            return taken(asker, words, value);
        }
    }
}

enum why ask_why(const struct asker *asker, bool *stay) {
    struct answers answers = {0};
    for (int why = WHY_PULL; why < WHY_COUNT; why++) {
        add_answer(&answers, why, words_why((enum why)why));
    }
    *stay = false;
    for (;;) {
        int key = wait_key(asker, _("Stopping here is fine. What was done is kept."),
                           _("Why now? Enter says nothing, Space goes on."), &answers);
        if (key == ' ') {
            *stay = true;
            return (enum why)taken(asker, _("Going on."), WHY_NONE);
        }
        if (leaves_open(key)) {
            return WHY_INTERRUPTED;
        }
        if (key > '0' && key < '0' + WHY_COUNT) {
            enum why why = (enum why)(key - '0');
            return (enum why)taken(asker, words_why(why), (int)why);
        }
    }
}

enum feel ask_feel(const struct asker *asker) {
    struct answers answers = {0};
    for (int feel = FEEL_CALMER; feel < FEEL_COUNT; feel++) {
        add_answer(&answers, feel, words_feel((enum feel)feel));
    }
    for (;;) {
        int key = wait_key(asker, NULL, words_question_feel(), &answers);
        if (leaves_open(key)) {
            return FEEL_NONE;
        }
        if (key > '0' && key < '0' + FEEL_COUNT) {
            enum feel feel = (enum feel)(key - '0');
            return (enum feel)taken(asker, words_feel(feel), (int)feel);
        }
    }
}

int ask_choice(const struct asker *asker, const char *before, const char *question,
               const char *const texts[], int count) {
    struct answers answers = {0};
    for (int index = 0; index < count && index < ANSWERS_MAX; index++) {
        add_answer(&answers, index + 1, texts[index]);
    }
    for (;;) {
        int key = wait_key(asker, *before ? before : NULL, question, &answers);
        if (leaves_open(key)) {
            return -1;
        }
        if (key > '0' && key <= '0' + answers.count) {
            return taken(asker, texts[key - '1'], key - '1');
        }
    }
}

// Takes one key into what was typed so far.
static void type_key(char *typed, size_t size, int key) {
    size_t length = strlen(typed);
    if (key == KEY_BACKSPACE && length > 0) {
        do {
            typed[--length] = '\0';
        } while (length > 0 && ((unsigned char)typed[length - 1] & 0xC0) == 0x80);
    } else if (key > ' ' && key < 0x7F && length + 2 < size) {
        typed[length] = (char)key;
        typed[length + 1] = '\0';
    }
}

// What is typed stands on the line as in any terminal; what was taken back is a line anew.
static void echo(const struct asker *asker, int key, const char *typed) {
    if (tty_is_plain(asker->tty)) {
        if (key == KEY_BACKSPACE) {
            printf("\n%s", typed);
        } else if (key == KEY_ENTER) {
            putchar('\n');
        } else if (key > ' ' && key < 0x7F) {
            putchar(key);
        }
        fflush(stdout);
    }
}

bool ask_word(const struct asker *asker, const char *text, const char *word) {
    enum { TYPED_MAX = 32 };
    char typed[TYPED_MAX] = "";
    char question[ANSWER_MAX];
    text_format(
        question, sizeof question,
        _("Type the word \"%s\" and press Enter to play it all the same. Escape leaves it."), word);
    tell(asker, text, question, &(struct answers){.count = 0});
    for (;;) {
        struct answers answers = {.lines = {typed}, .count = 1};
        int key = next_key(asker, text, question, &answers);
        if (key == KEY_CLOSED || key == KEY_ESCAPE) {
            return false;
        }
        if (key != KEY_ENTER) {
            type_key(typed, sizeof typed, key);
        }
        echo(asker, key, typed);
        if (key == KEY_ENTER) {
            return strcmp(typed, word) == 0;
        }
    }
}

bool ask_begin(const struct asker *asker, const char *text) {
    const struct answers none = {0};
    return wait_key(asker, text, _("Enter begins."), &none) != KEY_CLOSED;
}

bool ask_yes(const struct asker *asker, const char *question) {
    const struct answers answers = {
        .lines = {_("Enter   yes"), _("N       no")},
        .count = 2,
    };
    for (;;) {
        int key = wait_key(asker, NULL, question, &answers);
        if (key == KEY_ENTER || key == 'y' || key == 'Y') {
            return true;
        }
        if (key == KEY_CLOSED || key == KEY_ESCAPE || key == 'n' || key == 'N') {
            return false;
        }
    }
}
