// SPDX-License-Identifier: MIT
#include "run/today.h"

#include <math.h>
#include <stdio.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/today.h"
#include "run/day_words.h"
#include "run/gate_words.h"
#include "run/today_week.h"
#include "run/words.h"

// What is due, done and open today, in the words of domain.md 7.4: what is there to do, never what
// is missing.

enum { MINUTE_MS = 60000, MINUTES_OF_HOUR = 60, COUNT_WIDTH = 10, LENGTH_WIDTH = 8, INDENT = 4 };

static struct json *minutes(int64_t ms) {
    return json_number(round((double)ms / MINUTE_MS * 10.0) / 10.0);
}

static struct json *times_json(const struct plan_item *item) {
    struct json *array = json_new_array();
    for (int i = 0; i < item->at_count; i++) {
        char text[16];
        text_format(text, sizeof text, "%02d:%02d", item->at[i] / MINUTES_OF_HOUR,
                    item->at[i] % MINUTES_OF_HOUR);
        json_append(array, json_text(text));
    }
    return array;
}

static struct json *row_json(const struct today *today, const struct today_row *row) {
    const struct plan_item *item = row->item;
    struct json *object = json_new_object();
    bool one_side = item->side == SIDE_LEFT || item->side == SIDE_RIGHT;
    json_set(object, item->task ? "task" : "routine",
             json_text(item->task ? item->task : item->routine));
    json_set(object, "title", json_text(today_row_title(row)));
    json_set(object, "due", json_whole(row->due));
    json_set(object, "done", json_whole(row->done));
    json_set(object, "open", json_whole(row->open));
    json_set(object, "state", json_text(today_state_words[row->state]));
    json_set(object, "enough", json_bool(today->enough && row->state == TODAY_ENOUGH));
    json_set(object, "at", times_json(item));
    json_set(object, "minutes", item->task ? json_new_null() : minutes(row->length_ms));
    json_set(object, "side", json_text(one_side ? side_words[item->side] : NULL));
    json_set(object, "plan", json_text(row->plan->id));
    json_set(object, "why", json_text(item->why));
    json_set(object, "note", json_text(item->note));
    return object;
}

static void print_json(const struct today *today) {
    struct json *array = json_new_array();
    for (int i = 0; i < today->count; i++) {
        json_append(array, row_json(today, &today->rows[i]));
    }
    (void)json_print(array, stdout);
    json_free(array);
}

static void paragraph(const char *first, int indent, const char *text) {
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = indent, .width = columns_width()}, text);
}

// Adds a part of a line behind those that stand there.
static void join(struct text_builder *text, const char *part) {
    if (part && *part) {
        text_add_format(text, "%s%s", text->length ? "; " : "", part);
    }
}

static void join_state(struct text_builder *text, const struct today *today,
                       const struct today_row *row) {
    char moment[DAY_WORDS_MOMENT_MAX];
    struct text_builder reason = {0};
    switch (row->state) {
    case TODAY_DONE:
        join(text, _("done"));
        break;
    case TODAY_LATER:
        join(text, day_words_moment(today->person.now, row->opens_s, moment));
        break;
    case TODAY_ENOUGH:
        join(text, _("enough for today"));
        break;
    case TODAY_SHUT:
        if (row->routine) {
            gate_words_reason(&reason, row->routine, &row->allowed);
        } else {
            text_add(&reason, _("this routine is not there any more"));
        }
        join(text, reason.text);
        break;
    case TODAY_NOW:
    case TODAY_STATES:
        break;
    }
    text_builder_free(&reason);
}

static void print_row(const struct today *today, const struct today_row *row) {
    char length[TEXT_CLOCK_MAX] = "", count[32];
    struct text_builder below = {0};
    if (row->length_ms > 0) {
        text_clock(row->length_ms, length);
    }
    // TRANSLATORS: how often it was done of how often it is asked for today
    text_format(count, sizeof count, _("%d of %d"), row->done, row->due);
    fputs("  ", stdout);
    columns_cell(stdout, today_row_title(row), columns_width() - 2 - COUNT_WIDTH - LENGTH_WIDTH);
    columns_cell_right(stdout, count, COUNT_WIDTH);
    columns_cell_right(stdout, length, LENGTH_WIDTH);
    putc('\n', stdout);
    join_state(&below, today, row);
    join(&below, words_on_side(row->item->side));
    join(&below, row->item->note);
    join(&below, row->item->why);
    if (below.length > 0) {
        paragraph("    ", INDENT, below.text);
    }
    text_builder_free(&below);
}

static void print_open(const struct today *today) {
    const char *ids[TODAY_CHAIN_MAX];
    char length[DAY_WORDS_LENGTH_MAX], moment[DAY_WORDS_MOMENT_MAX];
    int64_t length_ms = 0;
    int count = today_chain(today, ids, &length_ms);
    struct text_builder text = {0};
    if (count > 0) {
        text_add_format(&text,
                        text_translate_count("Open now: %d routine, %s. ",
                                             "Open now: %d routines, %s. ", (unsigned long)count),
                        count, day_words_length(length_ms, length));
        text_add(&text, _("repose play --today plays what is open, one after the other."));
    } else if (today->next_s > 0) {
        text_add_format(&text, _("Next: %s."),
                        day_words_moment(today->person.now, today->next_s, moment));
    }
    if (text.length > 0) {
        putc('\n', stdout);
        paragraph("", 0, text.text);
    }
    text_builder_free(&text);
}

// One line for the day as a whole; NULL: what is open speaks for itself.
static const char *day_line(const struct today *today) {
    if (!today->has_plan) {
        return _("No plan is in force. repose starters shows fortnights to begin with; repose plan "
                 "add FILE takes your therapist's plan.");
    }
    switch (today->kind) {
    case DAY_FREE:
        return today->count > 0 ? NULL : _("A rest day: nothing is asked for today.");
    case DAY_PAUSED:
        return _("A pause: nothing is asked for today.");
    case DAY_DONE:
        return _("All of today's routines are done.");
    case DAY_PART:
    case DAY_LEFT:
    case DAY_OPEN:
    case DAY_AHEAD:
    case DAY_KINDS:
        break;
    }
    return today->enough ? _("Enough for today: the face rests now.") : NULL;
}

static void print_text(const struct today *today) {
    char date[DAY_WORDS_DATE_MAX];
    const char *line = day_line(today);
    paragraph("", 0, day_words_date(today->person.now, date));
    if (today->count > 0) {
        putc('\n', stdout);
    }
    for (int i = 0; i < today->count; i++) {
        print_row(today, &today->rows[i]);
    }
    if (line) {
        putc('\n', stdout);
        paragraph("", 0, line);
    }
    print_open(today);
}

static void print_week(struct house *house, const struct today *today) {
    struct today_week week;
    struct text_builder text = {0};
    struct error err = {0};
    if (!today->has_plan || !today_week_read(house, today, &week, &err)) {
        return;
    }
    text_add(&text, _("This week"));
    text_add(&text, " \u00b7 ");
    today_week_words(&text, &week);
    if (week.streak > 0) {
        text_add(&text, " ");
        today_week_streak(&text, week.streak);
    }
    putc('\n', stdout);
    paragraph("", 0, text.text);
    text_builder_free(&text);
}

static void print_cards(int count) {
    struct text_builder text = {0};
    if (count > 0) {
        text_add_format(&text,
                        text_translate_count("%d card stands beside it: repose today cards.",
                                             "%d cards stand beside it: repose today cards.",
                                             (unsigned long)count),
                        count);
        putc('\n', stdout);
        paragraph("", 0, text.text);
        text_builder_free(&text);
    }
}

bool today_request(struct house *house, struct play_request *request, struct today *today,
                   const char *ids[], struct error *err) {
    char moment[DAY_WORDS_MOMENT_MAX];
    *today = (struct today){0};
    if (!house_open_store(house, true, err)) {
        return false;
    }
    bool read = today_read(house, today, err);
    // Whoever plays opens it as she needs it.
    store_close(house->store);
    house->store = NULL;
    if (!read) {
        return false;
    }
    request->routines = ids;
    request->routine_count = today_chain(today, ids, NULL);
    if (request->routine_count > 0) {
        return true;
    }
    const char *line = day_line(today);
    if (!line && today->next_s > 0) {
        return error_set(err, ERROR_INPUT, _("nothing is open now; next: %s"),
                         day_words_moment(today->person.now, today->next_s, moment));
    }
    return error_set(err, ERROR_INPUT, "%s", line ? line : _("Nothing is open now."));
}

enum status command_today(struct house *house, const struct arguments *arguments,
                          struct error *err) {
    struct today today;
    if (arguments->word_count > 0) {
        return today_cards(house, arguments, err);
    }
    if (arguments->undo) {
        error_set(err, ERROR_INPUT, "%s", _("--undo takes an answer back: answer CARD ANSWER"));
        return STATUS_USAGE;
    }
    bool read = house_open_store(house, true, err) && today_read(house, &today, err);
    if (!read) {
        return STATUS_FAILED;
    }
    if (arguments->json) {
        print_json(&today);
    } else {
        print_text(&today);
        print_week(house, &today);
        print_cards(today_card_count(house, &today.person.shelf));
    }
    today_free(&today);
    return STATUS_DONE;
}
