// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/plan.h"
#include "cli/plan_find.h"
#include "core/plan_diff.h"
#include "run/day_words.h"
#include "run/plan_person.h"
#include "run/plan_words.h"

// A plan in words: what it is for, what it asks for, when it rests.

enum { ITEM_INDENT = 4, MORE_INDENT = 6 };

struct page {
    const struct plan_shelf *shelf;
    const struct plan_standing *standing;
    const struct plan *plan;
    const struct plan_file *file;
    const struct catalog *catalog;
};

static void print_paragraph(const char *first, int indent, const char *text) {
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = indent, .width = columns_width()}, text);
}

// A paragraph of what was put together, which is emptied.
static void print_built(const char *first, int indent, struct text_builder *text) {
    print_paragraph(first, indent, text->text ? text->text : "");
    text_builder_free(text);
}

// "By A. Therapist (therapist)"; a name that is the role stands once.
static void print_author(const struct page *page) {
    struct text_builder text = {0}, role = {0};
    plan_words_value(&role, page->plan, 0, PLAN_BY);
    if (strcmp(page->plan->author, role.text) == 0) {
        text_add_format(&text, _("By %s"), role.text);
    } else {
        // TRANSLATORS: who wrote a plan, and in which role
        text_add_format(&text, _("By %s (%s)"), page->plan->author, role.text);
    }
    text_builder_free(&role);
    print_built("", 0, &text);
}

static void print_head(const struct page *page) {
    const struct plan_standing *standing = page->standing;
    char added[DAY_WORDS_DATE_MAX], next[DAY_WORDS_DATE_MAX];
    struct text_builder text = {0};
    print_paragraph("", 0, page->plan->title);
    text_add_format(&text, "%s: ", standing->id);
    plan_state_tell(&text, standing);
    if (standing->next) {
        text_add_format(&text, _("; another version takes over on %s"),
                        day_words_day(standing->next_day, next));
    }
    print_built("", 0, &text);
    text_add_format(&text, _("Version %d of %d, added on %s, "), standing->version,
                    standing->versions, day_words_day(plan_added(page->shelf, page->plan), added));
    plan_span_tell(&text, page->plan->from, page->plan->to);
    print_built("", 0, &text);
    print_author(page);
    if (plan_person(page->shelf, page->plan)) {
        // TRANSLATORS: %s is for whom a plan was taken over
        text_add_format(&text, _("For %s"), plan_person(page->shelf, page->plan));
        print_built("", 0, &text);
    }
}

static void print_text(const char *label, const char *value, int indent) {
    struct text_builder text = {0};
    if (value) {
        text_add_format(&text, "%s: %s", label, value);
        printf("%*s", indent, "");
        print_built("", indent + 2, &text);
    }
}

static void print_value(const struct page *page, enum plan_field field) {
    struct text_builder value = {0};
    plan_words_value(&value, page->plan, 0, field);
    print_text(plan_words_field(field), value.text, 0);
    text_builder_free(&value);
}

static void print_person(const struct page *page) {
    const struct plan *plan = page->plan;
    print_text(plan_words_field(PLAN_GOAL), plan->goal, 0);
    print_text(plan_words_field(PLAN_CONTACT), plan->contact, 0);
    if (plan->review != INT64_MAX) {
        print_value(page, PLAN_REVIEW);
    }
    if (plan->has_profile) {
        print_value(page, PLAN_CONDITIONS);
        if (plan->affected != SIDE_NONE) {
            print_value(page, PLAN_AFFECTED);
        }
    }
}

// What an item says beside its name and how often, each as "hold 3 s".
static void print_more(const struct page *page, int index) {
    static const enum plan_field texts[] = {ITEM_WHY, ITEM_SAY, ITEM_NOTE, ITEM_DESPITE};
    const struct plan_item *item = &page->plan->items[index];
    const char *const values[] = {item->why, item->say, item->note, item->despite};
    struct text_builder text = {0};
    for (int field = ITEM_DAYS; field < ITEM_WHY; field++) {
        if (field != ITEM_SIDE && plan_item_says(item, (enum plan_field)field)) {
            text_add_format(&text, "%s%s ", text.text ? "; " : "",
                            plan_words_field((enum plan_field)field));
            plan_words_value(&text, page->plan, index, (enum plan_field)field);
        }
    }
    if (text.text) {
        print_built("      ", MORE_INDENT, &text);
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_text(plan_words_field(texts[i]), values[i], MORE_INDENT);
    }
}

static void print_items(const struct page *page) {
    printf("\n%s\n", _("What it asks for:"));
    for (int i = 0; i < page->plan->item_count; i++) {
        struct text_builder text = {0};
        plan_words_item(&text, page->file, page->catalog, i);
        print_built("  - ", ITEM_INDENT, &text);
        print_more(page, i);
    }
}

static void print_inside(const struct page *page) {
    struct text_builder text = {0};
    for (int i = 0; i < page->file->routine_count; i++) {
        text_add_format(&text, "%s%s", i ? ", " : "", page->file->routines[i].title);
    }
    print_text(_("routines inside"), text.text, 0);
    text_builder_free(&text);
}

static void print_pause(int64_t from, int64_t to, const char *reason, bool by_plan) {
    struct text_builder text = {0};
    text_add(&text, by_plan ? _("Pause by the plan: ") : _("Pause of yours: "));
    plan_span_tell(&text, from, to);
    if (reason) {
        text_add_format(&text, " (%s)", reason);
    }
    print_built("", 2, &text);
}

static void print_pauses(const struct page *page) {
    const struct plan *plan = page->plan;
    for (int i = 0; i < plan->pause_count; i++) {
        print_pause(plan->pauses[i].from, plan->pauses[i].to, plan->pauses[i].reason, true);
    }
    for (int i = 0; i < page->shelf->stored_pauses.count; i++) {
        const struct stored_pause *pause = &page->shelf->stored_pauses.pauses[i];
        if (!*pause->plan || strcmp(pause->plan, plan->id) == 0) {
            print_pause(pause->from, pause->to, pause->reason, false);
        }
    }
}

static void print_rules(const struct page *page) {
    putchar('\n');
    print_value(page, PLAN_CEILING);
    print_value(page, PLAN_ASKS);
    print_value(page, PLAN_BETWEEN);
    print_inside(page);
    print_pauses(page);
}

static void print_plan(const struct page *page) {
    print_head(page);
    print_person(page);
    print_items(page);
    print_rules(page);
}

enum status plan_show(struct house *house, const struct arguments *arguments, struct error *err) {
    struct plan_shelf shelf;
    struct plan_standing standing;
    house_read_catalog(house);
    if (!house_open_store(house, true, err) || !plan_shelf_read(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    bool found = plan_find(&shelf, arguments->words[1], house_today(house), false, &standing, err);
    if (found && arguments->json) {
        struct json *json = plan_json(&shelf, &standing);
        (void)json_print(json, stdout);
        json_free(json);
    } else if (found) {
        print_plan(&(struct page){.shelf = &shelf,
                                  .standing = &standing,
                                  .plan = standing.plan,
                                  .file = plan_shelf_file(&shelf, standing.plan),
                                  .catalog = &house->catalog});
    }
    plan_shelf_free(&shelf);
    return found ? STATUS_DONE : STATUS_FAILED;
}
