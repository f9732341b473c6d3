// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "run/adjustments.h"
#include "run/gate_words.h"
#include "run/plan_lines.h"
#include "run/words.h"
#include "store/sessions.h"

enum { TABLE_LEAST = 60, WHEN_WIDTH = 18, TIMES_WIDTH = 16, STATUS_WIDTH = 13, RATINGS_WIDTH = 10 };

static struct json *rating_json(int rating) {
    return rating >= 0 ? json_whole(rating) : json_null();
}

static const char *const hold_words[] = {[HOLD_NONE] = NULL,
                                         [HOLD_HURT] = "hurt",
                                         [HOLD_PULLED] = "pulled",
                                         [HOLD_BUSIER] = "busier",
                                         [HOLD_RISE] = "rise"};

// A session with the hold it caused: derived from all sessions, it stands beside its own.
struct shown {
    const struct session_record *record;
    enum hold_reason hold;
};

// The list comes in the order of the past, of which it is a part.
static struct shown *shown_of(const struct session_list *list, const struct person *person) {
    const struct past *past = &person->held.past;
    struct shown *shown = memory_new((size_t)list->count + 1, sizeof *shown);
    enum hold_reason *holds = person_holds(person);
    int at = 0;
    for (int i = 0; i < list->count; i++) {
        const struct session_record *record = &list->records[i];
        shown[i].record = record;
        while (at < past->count && (past->sessions[at].started_s < record->started.utc_s ||
                                    !past_is_of(&past->sessions[at], record->routine))) {
            at++;
        }
        if (at < past->count) {
            shown[i].hold = holds[at++];
        }
    }
    memory_free(holds);
    return shown;
}

static struct json *record_json(const struct shown *one) {
    const struct session_record *record = one->record;
    char when[WALL_TEXT_MAX];
    struct json *object = json_object();
    json_set(object, "id", json_text(record->id));
    json_set(object, "routine", json_text(record->routine));
    json_set(object, "title", json_text(record->title));
    json_set(object, "started_at", json_text(wall_text(record->started, when)));
    json_set(object, "status", json_text(session_status_words[record->status]));
    json_set(object, "ended", json_text(ending_words[record->ending]));
    json_set(object, "why", json_text(why_words[record->why]));
    json_set(object, "played_ms", json_whole(record->played_ms));
    json_set(object, "planned_ms", json_whole(record->planned_ms));
    json_set(object, "before", rating_json(record->before));
    json_set(object, "after", rating_json(record->after));
    json_set(object, "feel", json_text(feel_words[record->feel]));
    json_set(object, "source", json_text(record->source));
    json_set(object, "plan", json_text(record->plan[0] ? record->plan : NULL));
    json_set(object, "note", json_text(record->note));
    json_set(object, "chain", json_text(record->chain[0] ? record->chain : NULL));
    json_set(object, "anyway", json_bool(record->anyway));
    json_set(object, "adjusted", json_text(record->options));
    json_set(object, "hold", json_text(hold_words[one->hold]));
    json_set(object, "time_told", json_bool(adjustments_has_time(record->options)));
    return object;
}

static void print_json(const struct shown *shown, int count) {
    struct json *array = json_array();
    for (int i = 0; i < count; i++)
        json_append(array, record_json(&shown[i]));
    (void)json_print(array, stdout);
    json_free(array);
}

// "2026-11-21 08:00", as the person's clock showed it; the day alone where no time was told.
static void put_when(const struct session_record *record) {
    char when[WALL_TEXT_MAX];
    wall_text(record->started, when);
    when[10] = ' ';
    when[adjustments_has_time(record->options) ? 16 : 10] = '\0';
    columns_cell(stdout, when, WHEN_WIDTH);
}

static const char *status_word(const struct session_record *record) {
    if (record->status == SESSION_RUNNING)
        return _("running");
    if (record->ending == ENDING_WELL)
        return _("ended well");
    return record->status == SESSION_COMPLETE ? _("complete") : _("in part");
}

// "6 → 4", as far as it was told.
static void put_ratings(const struct session_record *record) {
    if (record->before < 0 && record->after < 0)
        return;
    fputs("  ", stdout);
    if (record->before >= 0)
        printf("%d ", record->before);
    fputs("→", stdout);
    if (record->after >= 0)
        printf(" %d", record->after);
}

// "4:30 of 4:30  complete", then the ratings.
static void put_numbers(const struct session_record *record) {
    char played[TEXT_CLOCK_MAX], planned[TEXT_CLOCK_MAX], text[64] = "";
    bool rated = record->before >= 0 || record->after >= 0;
    text_format(text, sizeof text, _("%s of %s"), text_clock(record->played_ms, played),
                text_clock(record->planned_ms, planned));
    columns_cell(stdout, text, TIMES_WIDTH);
    if (rated)
        columns_cell(stdout, status_word(record), STATUS_WIDTH);
    else
        fputs(status_word(record), stdout);
    put_ratings(record);
    putc('\n', stdout);
}

static void print_below(const char *text, int width) {
    columns_wrap(stdout, &(struct columns_margin){.first = "    ", .indent = 4, .width = width},
                 text);
}

// What the closing question noticed, and that the routine rests since.
static void print_hold(enum hold_reason reason, int width) {
    struct text_builder text = {0};
    if (reason == HOLD_NONE)
        return;
    text_add_format(&text, _("On hold for a week from here: %s."), gate_words_hold(reason));
    print_below(text.text, width);
    text_builder_free(&text);
}

static void print_part(struct text_builder *text, int width) {
    if (text->length > 0) {
        print_below(text->text, width);
    }
    text_builder_free(text);
}

// The side, the person's or the plan's; whether she told it herself; what was as a plan asks.
static void print_how(const struct session_record *record, int width) {
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    struct text_builder how = {0}, asked = {0};
    adjustments_read(record->options, &options);
    int side = vocabulary_find(side_words, SIDE_COUNT, record->side);
    const char *on_side = words_on_side(side >= 0 ? (enum side)side : options.asked.side);
    text_add(&how, on_side ? on_side : "");
    if (strcmp(record->source, "ticked") == 0) {
        text_add(&how, how.length > 0 ? " \u00b7 " : "");
        text_add(&how, _("done without the screen"));
    }
    print_part(&how, width);
    options.asked.side = SIDE_NONE; // it was named
    plan_lines_played(&asked, &options);
    print_part(&asked, width);
}

static void print_table(const struct shown *shown, int count) {
    int width = columns_width();
    int title = width - WHEN_WIDTH - TIMES_WIDTH - STATUS_WIDTH - RATINGS_WIDTH;
    for (int i = 0; i < count; i++) {
        const struct session_record *record = shown[i].record;
        put_when(record);
        if (width < TABLE_LEAST) {
            columns_wrap(stdout, &(struct columns_margin){.first = "", .width = width - WHEN_WIDTH},
                         record->title);
            fputs("  ", stdout);
        } else {
            columns_cell(stdout, record->title, title - 2);
            fputs("  ", stdout);
        }
        put_numbers(record);
        if (record->anyway)
            print_below(_("Played against its gate."), width);
        print_how(record, width);
        print_hold(shown[i].hold, width);
        if (record->note)
            print_below(record->note, width);
    }
    if (count == 0)
        printf("%s\n", _("Nothing has been played yet."));
}

enum status command_history(struct house *house, const struct arguments *arguments,
                            struct error *err) {
    struct session_list list = {0};
    struct person person = {0};
    int64_t first = arguments->first_day_given ? arguments->first_day : INT64_MIN;
    int64_t last = arguments->last_day_given ? arguments->last_day : INT64_MAX;
    if (!house_open_store(house, true, err) || !person_read(house, &person, err) ||
        !sessions_list(house->store, first, last, house->settings.day_starts_min,
                       clock_wall_now(&house->clock), &list, err))
        return STATUS_FAILED;
    struct shown *shown = shown_of(&list, &person);
    if (arguments->json)
        print_json(shown, list.count);
    else
        print_table(shown, list.count);
    memory_free(shown);
    session_list_free(&list);
    person_free(&person);
    return STATUS_DONE;
}
