// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/plan.h"
#include "run/plan_person.h"
#include "run/plan_words.h"

// What plans there are, one each, and the pauses that are not over.

static void print_paragraph(const char *first, int indent, const char *text) {
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = indent, .width = columns_width()}, text);
}

static void print_plan(const struct plan_shelf *shelf, const struct plan_standing *standing) {
    const struct plan *plan = standing->plan;
    struct text_builder text = {0};
    text_add_format(&text, "%s: %s, ", standing->id, plan->title);
    plan_state_tell(&text, standing);
    print_paragraph("", 4, text.text);
    text_builder_free(&text);
    plan_span_tell(&text, plan->from, plan->to);
    text_add_format(&text,
                    text_translate_count("; by %s; %d version", "; by %s; %d versions",
                                         (unsigned long)standing->versions),
                    plan->author, standing->versions);
    if (plan_person(shelf, plan)) {
        // TRANSLATORS: %s is for whom a plan was taken over
        text_add_format(&text, _("; for %s"), plan_person(shelf, plan));
    }
    print_paragraph("    ", 4, text.text);
    text_builder_free(&text);
}

static void print_pauses(const struct plan_shelf *shelf, int64_t today) {
    for (int i = 0; i < shelf->stored_pauses.count; i++) {
        const struct stored_pause *pause = &shelf->stored_pauses.pauses[i];
        struct text_builder text = {0};
        if (pause->to < today) {
            continue;
        }
        if (*pause->plan) {
            text_add_format(&text, _("Pause of %s: "), pause->plan);
        } else {
            text_add(&text, _("Pause of all plans: "));
        }
        plan_span_tell(&text, pause->from, pause->to);
        if (pause->reason) {
            text_add_format(&text, " (%s)", pause->reason);
        }
        print_paragraph("", 4, text.text);
        text_builder_free(&text);
    }
}

static void print_json(const struct plan_shelf *shelf, const struct plan_standing *standings,
                       int count) {
    struct json *array = json_array();
    for (int i = 0; i < count; i++) {
        json_append(array, plan_json_head(shelf, &standings[i]));
    }
    (void)json_print(array, stdout);
    json_free(array);
}

enum status plan_list(struct house *house, const struct arguments *arguments, struct error *err) {
    struct plan_shelf shelf;
    struct plan_standing *standings;
    if (!house_open_store(house, true, err) || !plan_shelf_read(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    int64_t today = house_today(house);
    int count = plan_standings(&shelf, today, &standings);
    if (arguments->json) {
        print_json(&shelf, standings, count);
    } else {
        for (int i = 0; i < count; i++) {
            print_plan(&shelf, &standings[i]);
        }
        if (count == 0) {
            print_paragraph("", 0,
                            _("There is no plan yet. `repose plan add FILE` adds one, `repose "
                              "starters` shows fortnights to begin with."));
        }
        print_pauses(&shelf, today);
    }
    memory_free(standings);
    plan_shelf_free(&shelf);
    return STATUS_DONE;
}
