// SPDX-License-Identifier: MIT
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/routines.h"
#include "run/gate_words.h"
#include "run/words.h"

enum { TABLE_LEAST = 60, ID_MOST = 28, LENGTH_WIDTH = 7, GATE_WIDTH = 15, GAP = 2, OWN_MAX = 64 };

// A routine as the list shows it: of a file, or of a plan in force.
struct line {
    const char *id, *path;         // path NULL: it travels inside a plan
    const struct routine *routine; // NULL: the file has faults
    int order;                     // as it was found
    int64_t total_ms;              // -1 where it cannot be told
    char *error;                   // owned, NULL: none
    struct allowed allowed;
    char *reason; // owned, NULL: open, nothing to say
};

struct lines {
    struct line *items;
    int count;
};

// Whether it belongs to the category asked for; a broken file's category is not known, so it hides
// behind none.
static bool is_wanted(const struct routine *routine, const char *category) {
    return !category || !routine || strcmp(category_words[routine->category], category) == 0;
}

static void take_reason(const struct person *person, struct line *line) {
    struct text_builder reason = {0};
    line->allowed = allowed_for(person, line->routine);
    gate_words_reason(&reason, line->routine, &line->allowed);
    line->reason = reason.text;
}

static void take_line(const struct house *house, const struct arguments *arguments,
                      const struct person *person, struct line *line) {
    struct error why = {0};
    struct timeline_options options;
    struct timeline *timeline = NULL;
    if (opened_options(house, arguments, person, line->routine, &options, &why))
        timeline = timeline_compile(line->routine, &options, &why);
    if (timeline)
        line->total_ms = timeline->total_ms;
    else
        line->error = memory_text(why.text);
    timeline_free(timeline);
    take_reason(person, line);
}

// A routine of a plan takes the place of the one in the list.
static bool is_taken(const struct lines *lines, const char *id) {
    for (int i = 0; i < lines->count; i++) {
        if (strcmp(lines->items[i].id, id) == 0)
            return true;
    }
    return false;
}

// Those of the plans stand first in their category, because a plan is what counts today.
static int by_category(const void *left, const void *right) {
    const struct line *one = left, *other = right;
    int categories[2] = {one->routine ? (int)one->routine->category : CATEGORY_COUNT,
                         other->routine ? (int)other->routine->category : CATEGORY_COUNT};
    return categories[0] != categories[1] ? categories[0] - categories[1]
                                          : one->order - other->order;
}

// A line with nothing but what it is of, where it is wanted and stands there not yet.
static struct line *add_line(struct lines *lines, const char *category, struct line line) {
    if (!is_wanted(line.routine, category) || is_taken(lines, line.id))
        return NULL;
    line.order = lines->count;
    line.total_ms = -1;
    lines->items[lines->count] = line;
    return &lines->items[lines->count++];
}

static void take_lines(const struct house *house, const struct arguments *arguments,
                       const struct person *person, struct lines *lines) {
    const struct routine *own[OWN_MAX];
    int own_count = person_own_routines(person, own, OWN_MAX);
    const struct catalog *catalog = &house->catalog;
    lines->items = memory_new((size_t)(catalog->count + own_count) + 1, sizeof *lines->items);
    for (int i = 0; i < own_count; i++) {
        struct line *line = add_line(lines, arguments->category,
                                     (struct line){.id = own[i]->id, .routine = own[i]});
        if (line)
            take_line(house, arguments, person, line);
    }
    for (int i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        const struct routine *routine = entry->error ? NULL : &entry->routine;
        struct line *line =
            add_line(lines, arguments->category,
                     (struct line){.id = entry->id, .path = entry->path, .routine = routine});
        if (line && routine)
            take_line(house, arguments, person, line);
        else if (line)
            line->error = memory_text(entry->error);
    }
    qsort(lines->items, (size_t)lines->count, sizeof *lines->items, by_category);
}

static void free_line(struct line *line) {
    memory_free(line->error);
    memory_free(line->reason);
}

static void free_lines(struct lines *lines) {
    for (int i = 0; i < lines->count; i++)
        free_line(&lines->items[i]);
    memory_free(lines->items);
}

static void print_json(const struct lines *lines) {
    struct json *array = json_array();
    for (int i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        const struct routine *routine = line->routine;
        struct json *object = json_object();
        json_set(object, "id", json_text(line->id));
        json_set(object, "title", json_text(routine ? routine->title : NULL));
        json_set(object, "category", json_text(routine ? category_words[routine->category] : NULL));
        json_set(object, "total_ms",
                 line->total_ms >= 0 ? json_whole(line->total_ms) : json_null());
        json_set(object, "gate", json_text(routine ? gate_words[line->allowed.gating.gate] : NULL));
        json_set(object, "reason",
                 routine ? json_text(line->reason ? line->reason : "") : json_null());
        json_set(object, "path", json_text(line->path));
        json_set(object, "error", json_text(line->error));
        json_append(array, object);
    }
    (void)json_print(array, stdout);
    json_free(array);
}

static int widest_id(const struct lines *lines) {
    int most = 0;
    for (int i = 0; i < lines->count; i++) {
        int columns = text_columns(lines->items[i].id);
        if (!lines->items[i].error && columns > most)
            most = columns;
    }
    return most < ID_MOST ? most : ID_MOST;
}

// "open" stands nowhere: it is what a routine is where nothing else stands.
static const char *gate_of(const struct line *line) {
    enum gate_word gate = line->allowed.gating.gate;
    return gate == GATE_OPEN ? "" : gate_words_now(&line->allowed);
}

// One line where there is room for id, title, gate and length, else the title below.
static void print_line(const struct line *line, int id_width, int width) {
    const struct routine *routine = line->routine;
    char length[TEXT_CLOCK_MAX];
    bool narrow = width < TABLE_LEAST;
    text_clock(line->total_ms, length);
    fputs("  ", stdout);
    columns_cell(stdout, line->id, narrow ? width - LENGTH_WIDTH - 2 : id_width + GAP);
    if (!narrow) {
        columns_cell(stdout, routine->title,
                     width - 2 - id_width - GAP - GATE_WIDTH - LENGTH_WIDTH);
        columns_cell_right(stdout, gate_of(line), GATE_WIDTH);
    }
    columns_cell_right(stdout, length, LENGTH_WIDTH);
    putc('\n', stdout);
    if (narrow) {
        struct text_builder text = {0};
        text_add_format(&text, "%s%s%s", routine->title, *gate_of(line) ? ", " : "", gate_of(line));
        columns_wrap(stdout, &(struct columns_margin){.first = "    ", .indent = 4, .width = width},
                     text.text);
        text_builder_free(&text);
    }
}

// Whether the next one of the list says the same, so that the sentence stands once below both.
static bool says_the_same(const struct line *line, const struct line *next) {
    return next && !next->error && next->reason && strcmp(line->reason, next->reason) == 0 &&
           next->routine->category == line->routine->category;
}

static void print_sentence(const char *text, int width) {
    columns_wrap(stdout, &(struct columns_margin){.first = "      ", .indent = 6, .width = width},
                 text);
}

static void print_reason(const struct line *line, const struct line *next,
                         const struct person *person, int width) {
    struct text_builder text = {0};
    if (line->reason && !says_the_same(line, next)) {
        text_add(&text, line->reason);
        if (allowed_is_shut(&line->allowed) && line->allowed.gating.until_s > 0) {
            text_add(&text, " ");
            gate_words_until(&text, &line->allowed, person->now);
        }
    } else if (!allowed_is_shut(&line->allowed)) {
        gate_words_limit(&text, &line->allowed, person->now);
    }
    if (text.text)
        print_sentence(text.text, width);
    text_builder_free(&text);
}

static void print_broken(const struct lines *lines, int width, bool behind) {
    bool headed = false;
    for (int i = 0; i < lines->count; i++) {
        if (!lines->items[i].error)
            continue;
        if (!headed)
            printf("%s%s\n", behind ? "\n" : "", _("These cannot be played yet:"));
        headed = true;
        struct text_builder text = {0};
        text_add_format(&text, "%s: %s", lines->items[i].id, lines->items[i].error);
        columns_wrap(stdout, &(struct columns_margin){.first = "  ", .indent = 4, .width = width},
                     text.text);
        text_builder_free(&text);
    }
}

// By category, each under its name.
static void print_table(const struct lines *lines, const struct person *person) {
    int width = columns_width();
    int id_width = widest_id(lines);
    int category = -1;
    for (int i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        if (line->error)
            continue;
        int own = (int)line->routine->category;
        if (own != category)
            printf("%s%s\n", category >= 0 ? "\n" : "", words_category((enum category)own));
        category = own;
        print_line(line, id_width, width);
        print_reason(line, i + 1 < lines->count ? line + 1 : NULL, person, width);
    }
    print_broken(lines, width, category >= 0);
}

enum status command_list(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    struct person person;
    house_read_catalog(house);
    if (!opened_person(house, arguments, &person, err))
        return STATUS_FAILED;
    struct lines lines = {0};
    take_lines(house, arguments, &person, &lines);
    if (arguments->json)
        print_json(&lines);
    else
        print_table(&lines, &person);
    if (house->catalog.count == 0)
        fprintf(stderr, "repose: %s %s\n", _("there are no routines in"),
                house->paths.routines ? house->paths.routines : house->paths.own_routines);
    free_lines(&lines);
    person_free(&person);
    return STATUS_DONE;
}
