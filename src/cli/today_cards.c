// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/log_values.h"
#include "cli/today.h"
#include "run/notice_words.h"
#include "store/events.h"

// The cards of Today in the terminal, and their answers.

enum { INDENT = 4, ANSWER_WIDTH = 14, FIRST_OF_DATE = 3 };

static void paragraph(const char *first, int indent, const char *text) {
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = indent, .width = columns_width()}, text);
}

static bool can_answer(const struct notice *notice, enum notice_answer answer) {
    return notice_answers(notice) & 1u << answer;
}

// ---- listing ----

static void print_card(const struct notice *notice) {
    struct text_builder title = {0}, text = {0};
    struct sign_sentences facts;
    const char *above = notice_words_above(notice);
    notice_words_title(&title, notice);
    text_add_format(&title, "%s%s", *above ? " \u00b7 " : "", above);
    paragraph("", 0, title.text);
    notice_words_say(&text, notice);
    paragraph("    ", INDENT, text.text);
    notice_words_facts(&facts, notice);
    for (int i = 0; i < facts.count; i++) {
        paragraph("    ", INDENT, facts.sentences[i].text);
    }
    for (int i = 0; i < NOTICE_ANSWERS; i++) {
        if (can_answer(notice, (enum notice_answer)i)) {
            fputs("    ", stdout);
            columns_cell(stdout, notice_answer_words[i], ANSWER_WIDTH);
            paragraph("", INDENT + ANSWER_WIDTH, notice_words_answer((enum notice_answer)i));
        }
    }
    text_builder_free(&title);
    text_builder_free(&text);
    sign_sentences_free(&facts);
}

static void print_text(const struct notices *notices) {
    if (notices->count == 0) {
        paragraph("", 0, _("Nothing is told beside what is asked for today."));
    }
    for (int i = 0; i < notices->count; i++) {
        if (i > 0) {
            putc('\n', stdout);
        }
        printf("%s: ", notice_word(&notices->all[i]));
        print_card(&notices->all[i]);
    }
    if (notices->count > 0) {
        putc('\n', stdout);
        paragraph("", 0, _("`repose today answer CARD ANSWER` answers one of them."));
    }
}

static struct json *card_json(const struct notice *notice) {
    struct json *object = json_new_object(), *array = json_new_array();
    struct text_builder title = {0}, text = {0};
    struct sign_sentences facts;
    bool sign = notice->kind == NOTICE_SIGN;
    json_set(object, "card", json_text(notice_word(notice)));
    json_set(object, "sign", json_text(sign ? sign_rows[notice->sign.id].id : NULL));
    json_set(object, "urgency",
             json_text(sign ? urgency_words[sign_rows[notice->sign.id].urgency] : NULL));
    notice_words_title(&title, notice);
    json_set(object, "title", json_text(title.text));
    notice_words_say(&text, notice);
    json_set(object, "text", json_text(text.text));
    notice_words_facts(&facts, notice);
    for (int i = 0; i < facts.count; i++) {
        json_append(array, json_text(facts.sentences[i].text));
    }
    json_set(object, "facts", array);
    array = json_new_array();
    for (int i = 0; i < NOTICE_ANSWERS; i++) {
        if (can_answer(notice, (enum notice_answer)i)) {
            json_append(array, json_text(notice_answer_words[i]));
        }
    }
    json_set(object, "answers", array);
    text_builder_free(&title);
    text_builder_free(&text);
    sign_sentences_free(&facts);
    return object;
}

static void print_json(const struct notices *notices) {
    struct json *array = json_new_array();
    for (int i = 0; i < notices->count; i++) {
        json_append(array, card_json(&notices->all[i]));
    }
    (void)json_print(array, stdout);
    json_free(array);
}

// ---- answering ----

static bool read_answer(const char *word, enum notice_answer *answer) {
    int found = 0;
    while (found < NOTICE_ANSWERS && strcmp(notice_answer_words[found], word) != 0) {
        found++;
    }
    *answer = (enum notice_answer)found;
    return found < NOTICE_ANSWERS;
}

// "lasting (doctor away), weeks-1-4 (seen)".
static void add_allowed(struct text_builder *text, const struct notices *notices,
                        const char *word) {
    for (int i = 0; i < notices->count; i++) {
        const struct notice *notice = &notices->all[i];
        if (word && strcmp(word, notice_word(notice)) != 0) {
            continue;
        }
        text_add_format(text, "%s%s (", text->length > 0 ? ", " : "", notice_word(notice));
        for (int answer = 0, count = 0; answer < NOTICE_ANSWERS; answer++) {
            if (can_answer(notice, (enum notice_answer)answer)) {
                text_add_format(text, "%s%s", count++ > 0 ? " " : "", notice_answer_words[answer]);
            }
        }
        text_add(text, ")");
    }
}

static const struct notice *find(const struct notices *notices, const char *word,
                                 const char *answer_word, enum notice_answer *answer,
                                 struct error *err) {
    struct text_builder allowed = {0};
    const struct notice *named = NULL;
    bool known = read_answer(answer_word, answer);
    for (int i = 0; i < notices->count; i++) {
        const struct notice *notice = &notices->all[i];
        if (strcmp(notice_word(notice), word) == 0) {
            named = notice;
            if (known && can_answer(notice, *answer)) {
                return notice;
            }
        }
    }
    add_allowed(&allowed, notices, named ? word : NULL);
    if (named) {
        error_set(err, ERROR_INPUT, _("%s: %s is no answer to it; allowed: %s"), word, answer_word,
                  allowed.text);
    } else if (allowed.length > 0) {
        error_set(err, ERROR_MISSING, _("%s: no such card is shown today; there are: %s"), word,
                  allowed.text);
    } else {
        error_set(err, ERROR_MISSING, _("%s: no card is shown today"), word);
    }
    text_builder_free(&allowed);
    return NULL;
}

// Words without quotes are one date.
static bool note_appointment(struct house *house, const struct arguments *arguments,
                             struct error *err) {
    struct text_builder text = {0};
    struct log_date date;
    for (int i = FIRST_OF_DATE; i < arguments->word_count; i++) {
        text_add_format(&text, "%s%s", i > FIRST_OF_DATE ? " " : "", arguments->words[i]);
    }
    if (text.length == 0) {
        return error_set(err, ERROR_INPUT,
                         _("appointment: its day stands behind it, as 2026-12-04"));
    }
    bool right = log_read_date(house, "appointment", text.text, true, &date, err);
    text_builder_free(&text);
    if (right && date.day < house_today(house)) {
        return error_set(err, ERROR_INPUT, _("appointment: that day has passed"));
    }
    struct event event = {.kind = EVENT_APPOINTMENT,
                          .until_day = EVENT_OPEN,
                          .day = right ? date.day : 0,
                          .timed = right && date.timed,
                          .at = date.at};
    return right && events_add(house->store, &event, err);
}

static bool give(struct house *house, const struct plan_shelf *shelf,
                 const struct arguments *arguments, struct error *err) {
    enum notice_answer answer = NOTICE_ANSWERS;
    struct notices *notices = memory_new(1, sizeof *notices);
    bool right = notices_read(house, shelf, notices, err);
    const struct notice *notice = NULL;
    if (right) {
        notice = find(notices, arguments->words[1], arguments->words[2], &answer, err);
    }
    right = notice &&
            (answer == NOTICE_APPOINTMENT ? note_appointment(house, arguments, err)
                                          : notices_answer(house, shelf, notice, answer, err));
    if (right) {
        paragraph("", 0, notice_words_kept(answer));
    }
    memory_free(notices);
    return right;
}

static bool take_back(struct house *house, const struct plan_shelf *shelf,
                      const struct arguments *arguments, struct error *err) {
    enum notice_answer answer;
    struct notice notice;
    const char *word = arguments->words[1], *answer_word = arguments->words[2];
    bool known = read_answer(answer_word, &answer);
    if (!notice_meant(shelf, word, answer, &notice)) {
        return error_set(err, ERROR_MISSING, _("%s: no sign and no plan is called so"), word);
    }
    if (!known || !can_answer(&notice, answer)) {
        return error_set(err, ERROR_INPUT, _("%s: %s is no answer to it"), word, answer_word);
    }
    if (!notices_answer_back(house, shelf, &notice, answer, err)) {
        return false;
    }
    paragraph("", 0, _("Taken back."));
    return true;
}

// A date stands behind an appointment, nothing behind the others.
static bool fits(const struct arguments *arguments, struct error *err) {
    bool dated = strcmp(arguments->words[2], notice_answer_words[NOTICE_APPOINTMENT]) == 0 &&
                 !arguments->undo;
    return dated || arguments->word_count <= FIRST_OF_DATE ||
           error_set(err, ERROR_INPUT, _("%s: one word too many: %s"), "today",
                     arguments->words[FIRST_OF_DATE]);
}

static enum status answer_on(struct house *house, const struct arguments *arguments,
                             struct error *err) {
    struct plan_shelf shelf = {0};
    if (!fits(arguments, err)) {
        return STATUS_USAGE;
    }
    house_read_catalog(house); // a note names a routine
    // Where there is no history yet there is nothing to answer, and none is begun for it.
    bool right =
        file_exists(house->paths.history)
            ? house_open_store(house, false, err) && plan_shelf_read(house, &shelf, err)
            : error_set(err, ERROR_MISSING, _("%s: no card is shown today"), arguments->words[1]);
    right = right && (arguments->undo ? take_back(house, &shelf, arguments, err)
                                      : give(house, &shelf, arguments, err));
    plan_shelf_free(&shelf);
    return right ? STATUS_DONE : err->code == ERROR_INPUT ? STATUS_USAGE : STATUS_FAILED;
}

static enum status list(struct house *house, const struct arguments *arguments, struct error *err) {
    struct plan_shelf shelf = {0};
    struct notices *notices = memory_new(1, sizeof *notices);
    house_read_catalog(house); // for the names of routines
    bool read = house_open_store(house, true, err) && plan_shelf_read(house, &shelf, err) &&
                notices_read(house, &shelf, notices, err);
    if (read && arguments->json) {
        print_json(notices);
    } else if (read) {
        print_text(notices);
    }
    plan_shelf_free(&shelf);
    memory_free(notices);
    return read ? STATUS_DONE : STATUS_FAILED;
}

int today_card_count(struct house *house, const struct plan_shelf *shelf) {
    struct notices *notices = memory_new(1, sizeof *notices);
    struct error err = {0};
    int count = 0;
    if (notices_read(house, shelf, notices, &err)) {
        count = notices->count;
    } else {
        log_warning("%s", err.text);
    }
    memory_free(notices);
    return count;
}

enum status today_cards(struct house *house, const struct arguments *arguments, struct error *err) {
    enum { ANSWER_WORDS = 3 };
    const char *word = arguments->words[0];
    bool cards = strcmp(word, "cards") == 0 && arguments->word_count == 1 && !arguments->undo;
    bool answer =
        strcmp(word, "answer") == 0 && arguments->word_count >= ANSWER_WORDS && !arguments->json;
    if (cards || answer) {
        return cards ? list(house, arguments, err) : answer_on(house, arguments, err);
    }
    error_set(err, ERROR_INPUT, "%s",
              _("today: nothing stands behind it but cards, or answer CARD ANSWER"));
    return STATUS_USAGE;
}
