// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/routines.h"
#include "core/routine_kind.h"
#include "core/timeline_cues.h"
#include "core/timeline_dose.h"
#include "run/gate_words.h"
#include "run/own_cautions.h"
#include "run/routine_words.h"
#include "run/step_words.h"
#include "run/words.h"

enum { STEP_INDENT = 5, REPEAT_INDENT = 2, CLOCK_WIDTH = 9 };

struct page {
    int width;
    const struct opened *opened;
    const struct shared *shared;
};

static void paragraph(const struct page *page, const char *first, int indent, const char *text) {
    columns_wrap(stdout,
                 &(struct columns_margin){.first = first, .indent = indent, .width = page->width},
                 text);
}

static void print_head(const struct page *page) {
    const struct routine *routine = page->opened->routine;
    char length[TEXT_CLOCK_MAX];
    struct text_builder line = {0};
    paragraph(page, "", 0, routine->title);
    text_add_format(&line, "%s, %s, %s", routine->id, words_category(routine->category),
                    text_clock(page->opened->timeline->total_ms, length));
    paragraph(page, "", 0, line.text);
    text_builder_free(&line);
    putc('\n', stdout);
    paragraph(page, "", 0, routine->summary);
    putc('\n', stdout);
    routine_words_review(&line, routine);
    paragraph(page, "", 0, line.text);
    text_builder_free(&line);
}

// Whether she may play it now, why not, how much of it, until when, what instead.
static void print_gate(const struct page *page, const struct catalog *catalog) {
    const struct opened *opened = page->opened;
    const struct gating *gating = &opened->allowed.gating;
    struct text_builder text = {0};
    text_add_format(&text, _("For you: %s."), gate_words_now(&opened->allowed));
    text_add(&text, " ");
    gate_words_all(&text, opened->routine, &opened->allowed, &opened->person, catalog, " ");
    putc('\n', stdout);
    paragraph(page, "", 0, text.text);
    text_builder_free(&text);
    if (gating->small && routine_moves_face(opened->routine)) {
        paragraph(page, "", 0, gate_words_evidence());
    }
}

static void print_step(const struct page *page, const struct step *step, int depth) {
    char label[32], first[32], clock[TEXT_CLOCK_MAX] = "";
    int indent = STEP_INDENT + depth * REPEAT_INDENT;
    int64_t length_ms = step_words_length(page->opened->timeline, step);
    text_format(label, sizeof label, "%2d.", step->number);
    text_format(first, sizeof first, "%-*s", STEP_INDENT - 1, label);
    if (length_ms > 0)
        text_clock(length_ms, clock);
    printf("%s%*s", first, 1 + depth * REPEAT_INDENT, "");
    columns_cell(stdout, step->name, page->width - indent - CLOCK_WIDTH);
    columns_cell_right(stdout, clock, CLOCK_WIDTH);
    putc('\n', stdout);
    text_format(first, sizeof first, "%*s", indent, "");
    struct text_builder text = {0};
    step_words_add(&text, page->opened->routine, step, &page->opened->options, page->shared);
    if (text.length > 0)
        paragraph(page, first, indent, text.text);
    text_builder_free(&text);
    const char *say = timeline_words(page->opened->timeline, step, page->opened->options.words);
    if (say)
        paragraph(page, first, indent, say);
    if (step->tip)
        paragraph(page, first, indent, step->tip);
}

static void print_steps(const struct page *page) {
    const struct routine *routine = page->opened->routine;
    int ends[ROUTINE_DEPTH_MAX];
    int depth = 0;
    printf("\n%s\n", _("Steps"));
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        while (depth > 0 && i >= ends[depth - 1])
            depth--;
        if (timeline_leaves_out(step, &page->opened->options)) {
            i += step->inner;
            continue;
        }
        print_step(page, step, depth);
        if (step->inner > 0 && depth < ROUTINE_DEPTH_MAX)
            ends[depth++] = i + 1 + step->inner;
    }
}

static bool is_among(const char *key, const char *const keys[], int count) {
    for (int i = 0; i < count; i++) {
        if (strcmp(keys[i], key) == 0) {
            return true;
        }
    }
    return false;
}

// First those that her own answers switch on.
static void print_cautions(const struct page *page) {
    const struct routine *routine = page->opened->routine;
    const char *own[OWN_CAUTIONS_MAX];
    int own_count = own_cautions(&page->opened->person.profile, routine, own);
    struct text_builder others = {0};
    own_cautions_others(&others, &page->opened->person, routine);
    if (own_count > 0 || others.length > 0)
        printf("\n%s\n", _("You most of all, by what you told"));
    if (others.length > 0)
        paragraph(page, "  ! ", 4, others.text);
    text_builder_free(&others);
    for (int i = 0; i < own_count; i++) {
        const struct caution *caution = shared_caution(page->shared, own[i]);
        paragraph(page, "  ! ", 4, caution ? caution->text : own[i]);
    }
    bool headed = false;
    for (int i = 0; i < routine->caution_count; i++) {
        if (is_among(routine->cautions[i], own, own_count))
            continue;
        if (!headed)
            printf("\n%s\n", _("Take care"));
        headed = true;
        paragraph(page, "  - ", 4, routine_words_caution(routine, i, page->shared));
    }
}

static void print_sources(const struct page *page) {
    const struct routine *routine = page->opened->routine;
    if (routine->source_count == 0)
        return;
    printf("\n%s\n", _("Sources"));
    for (int i = 0; i < routine->source_count; i++) {
        struct text_builder text = {0};
        routine_words_source(&text, routine, i, page->shared);
        paragraph(page, "  - ", 4, text.text);
        text_builder_free(&text);
    }
}

enum status command_show(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    struct opened opened;
    bool right = opened_read(house, arguments, arguments->words[0], &opened, err);
    if (right) {
        const struct page page = {
            .width = columns_width(), .opened = &opened, .shared = &house->catalog.shared};
        print_head(&page);
        print_gate(&page, &house->catalog);
        print_steps(&page);
        print_cautions(&page);
        print_sources(&page);
    }
    opened_free(&opened);
    return right ? STATUS_DONE : STATUS_FAILED;
}
