// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/plan.h"
#include "run/plan_news.h"
#include "run/plan_person.h"
#include "run/plan_profile.h"
#include "run/profile_read.h"

// Adding a plan: faults and doubts go to standard error, what has come of it to standard output.

static void warn_of_profile(const struct house *house, const struct plan *plan) {
    struct profile own = {0};
    struct plan_difference differences[PLAN_DIFFERENCES_MAX];
    struct error err = {0};
    if (!profile_read(house->store, clock_wall_now(&house->clock), &own, &err)) {
        log_warning("%s", err.text);
        return;
    }
    int count = plan_profile_compare(plan, &own, differences);
    for (int i = 0; i < count; i++) {
        struct text_builder text = {0};
        plan_profile_words(&text, &differences[i]);
        fprintf(stderr, "repose: %s\n", text.text);
        text_builder_free(&text);
    }
}

static void warn_of_person(const struct plan_shelf *shelf, const struct plan_coming *coming) {
    struct text_builder text = {0};
    if (plan_person_differs(&text, shelf, coming)) {
        fprintf(stderr, "repose: %s\n", text.text);
    }
    text_builder_free(&text);
}

static void print_news(const struct house *house, const struct plan_coming *coming,
                       const struct plan_news *news) {
    struct text_builder text = {0};
    plan_news_words(&text, house, coming, news);
    for (char *line = text.text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next) {
            *next++ = '\0';
        }
        size_t blanks = strspn(line, " ");
        columns_wrap(stdout,
                     &(struct columns_margin){.first = blanks ? "  " : "",
                                              .indent = blanks ? 4 : 0,
                                              .width = columns_width()},
                     line + blanks);
    }
    text_builder_free(&text);
}

static void print_person(const struct plan_coming *coming) {
    struct text_builder text = {0};
    if (*coming->person) {
        text_add_format(&text, _("For %s"), coming->person);
        columns_wrap(stdout, &(struct columns_margin){.first = "", .width = columns_width()},
                     text.text);
    }
    text_builder_free(&text);
}

// Under the name that was given, or the file that it stands for.
static void print_faults(const struct house *house, const char *what, struct faults *faults) {
    char *path = plan_file_path(house->paths.routines, what);
    faults_print(faults, file_exists(path) ? path : what, stderr);
    memory_free(path);
}

static enum status add(struct house *house, const struct plan_coming *coming, struct error *err) {
    struct plan_shelf shelf;
    struct plan_news news;
    char row[UUID_TEXT_MAX];
    bool added;
    if (!plan_shelf_read(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    plan_news_weigh(house, &shelf, coming, &news);
    bool done = plan_coming_keep(house, coming, &added, row, err);
    if (done) {
        warn_of_person(&shelf, coming);
        warn_of_profile(house, &coming->file.plan);
        print_news(house, coming, &news);
        print_person(coming);
    }
    plan_shelf_free(&shelf);
    return done ? STATUS_DONE : STATUS_FAILED;
}

// A refused plan leaves nothing behind, not even an empty history.
enum status plan_add(struct house *house, const struct arguments *arguments, struct error *err) {
    struct plan_coming coming = {0};
    struct faults faults = {0};
    bool there = file_exists(house->paths.history);
    if (there && !house_open_store(house, false, err)) {
        return STATUS_FAILED;
    }
    bool right = plan_coming_read(house, arguments->words[1], &coming, &faults);
    print_faults(house, arguments->words[1], &faults);
    faults_free(&faults);
    enum status status = STATUS_FAILED;
    text_copy(coming.person, sizeof coming.person, arguments->person ? arguments->person : "");
    if (right && (there || house_open_store(house, false, err))) {
        status = add(house, &coming, err);
    }
    plan_coming_free(&coming);
    return status;
}
