// SPDX-License-Identifier: MIT
#include "run/starters.h"

#include <stdio.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"

enum { ITEM_INDENT = 6 };

static struct json *json_of_items(const struct starter *starter) {
    const struct plan *plan = &starter->file.plan;
    struct json *array = json_array();
    for (int i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        struct json *object = json_object();
        struct json *times = json_array();
        for (int t = 0; t < item->at_count; t++) {
            char at[8];
            text_format(at, sizeof at, "%02d:%02d", item->at[t] / 60, item->at[t] % 60);
            json_append(times, json_text(at));
        }
        json_set(object, "routine", json_text(item->routine));
        json_set(object, "per_day", json_whole(item->per_day));
        json_set(object, "at", times);
        json_set(object, "minutes", json_number((double)starter->item_ms[i] / 60000.0));
        json_set(object, "note", json_text(item->note));
        json_set(object, "why", json_text(item->why));
        json_append(array, object);
    }
    return array;
}

static void print_json(const struct starters *starters) {
    struct json *array = json_array();
    for (int i = 0; i < starters->count; i++) {
        const struct starter *starter = &starters->starters[i];
        const struct plan *plan = starter->error ? NULL : &starter->file.plan;
        struct json *object = json_object();
        json_set(object, "id", json_text(plan ? plan->id : NULL));
        json_set(object, "title", json_text(plan ? plan->title : NULL));
        json_set(object, "goal", json_text(plan ? plan->goal : NULL));
        json_set(object, "days", plan ? json_whole(plan->to - plan->from + 1) : json_null());
        json_set(object, "minutes_per_day",
                 plan ? json_number((double)starter->day_ms / 60000.0) : json_null());
        json_set(object, "items", plan ? json_of_items(starter) : json_array());
        json_set(object, "path", json_text(starter->path));
        json_set(object, "error", json_text(starter->error));
        json_append(array, object);
    }
    (void)json_print(array, stdout);
    json_free(array);
}

static void print_paragraph(const char *first, int indent, const char *text) {
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = indent, .width = columns_width()}, text);
}

static void print_item(const struct starter *starter, int index) {
    const struct plan_item *item = &starter->file.plan.items[index];
    struct text_builder text = {0};
    char length[TEXT_CLOCK_MAX];
    text_add_format(&text,
                    text_translate_count("%s, %d time a day", "%s, %d times a day",
                                         (unsigned long)item->per_day),
                    item->routine ? item->routine : item->task, item->per_day);
    if (item->routine) {
        text_add_format(&text, ", %s", text_clock(starter->item_ms[index], length));
    }
    if (item->note) {
        text_add_format(&text, ": %s", item->note);
    }
    print_paragraph("    ", ITEM_INDENT, text.text);
    text_builder_free(&text);
}

static void print_starter(const struct starter *starter) {
    if (starter->error) {
        print_paragraph("", 2, starter->error);
        return;
    }
    const struct plan *plan = &starter->file.plan;
    char length[TEXT_CLOCK_MAX];
    struct text_builder text = {0};
    text_add_format(&text, _("%s: %s, %s minutes a day for %d days"), plan->id, plan->title,
                    text_clock(starter->day_ms, length), (int)(plan->to - plan->from + 1));
    print_paragraph("", 2, text.text);
    text_builder_free(&text);
    if (plan->goal) {
        print_paragraph("  ", 2, plan->goal);
    }
    for (int i = 0; i < plan->item_count; i++) {
        print_item(starter, i);
    }
}

enum status command_starters(struct house *house, const struct arguments *arguments,
                             struct error *err) {
    struct starters starters;
    starters_read(house, &starters);
    bool any = starters.count > 0;
    if (arguments->json) {
        print_json(&starters);
    } else {
        for (int i = 0; i < starters.count; i++) {
            printf("%s", i ? "\n" : "");
            print_starter(&starters.starters[i]);
        }
        if (!any) {
            error_set(err, ERROR_MISSING, _("the folder of the starter fortnights is not there"));
        }
    }
    starters_free(&starters);
    return any || arguments->json ? STATUS_DONE : STATUS_FAILED;
}
