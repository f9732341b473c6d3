// SPDX-License-Identifier: MIT
#include "run/plan_news.h"

#include <string.h>

#include "run/day_words.h"
#include "run/plan_words.h"

static const struct plan *newest_of(const struct plan_shelf *shelf, const char *id, int *versions) {
    const struct plan *newest = NULL;
    *versions = 0;
    for (const struct plan *plan; (plan = plan_version(shelf, id, *versions + 1));) {
        newest = plan;
        ++*versions;
    }
    return newest;
}

// What its dates mean beside those of the version that is in force.
static void weigh_dates(const struct plan_shelf *shelf, const struct plan *plan, int64_t today,
                        struct plan_news *news) {
    const struct plan *serving = plan_in_force(&shelf->book, plan->id, today);
    news->ended = plan->to < today;
    news->later = serving && plan->from > today;
    news->earlier = serving && plan->from < serving->from;
    news->before_begins = serving ? serving->from : 0;
}

void plan_news_weigh(const struct house *house, const struct plan_shelf *shelf,
                     const struct plan_coming *coming, struct plan_news *news) {
    const struct plan *plan = &coming->file.plan;
    int versions = 0;
    const struct plan *newest = newest_of(shelf, plan->id, &versions);
    *news = (struct plan_news){.kind = NEWS_FIRST, .version = versions + 1};
    weigh_dates(shelf, plan, house_today(house), news);
    if (!newest) {
        return;
    }
    const struct stored_plan *stored = plan_shelf_stored(shelf, newest);
    bool removed = stored->removed != INT64_MAX;
    bool same = !removed && strcmp(stored->text, coming->text.data) == 0;
    news->kind = same ? NEWS_SAME : removed ? NEWS_AGAIN : NEWS_VERSION;
    news->version = same ? versions : versions + 1;
    news->before = plan_shelf_file(shelf, newest);
    news->change_count = plan_diff(newest, plan, news->changes);
}

static void tell_kind(struct text_builder *text, const struct plan *plan,
                      const struct plan_news *news) {
    switch (news->kind) {
    case NEWS_FIRST:
        text_add_format(text, _("Added: %s (%s), "), plan->title, plan->id);
        plan_span_tell(text, plan->from, plan->to);
        text_add(text, ".");
        break;
    case NEWS_SAME:
        text_add_format(text, _("Nothing has changed: version %d of %s has this very text."),
                        news->version, plan->id);
        break;
    case NEWS_VERSION:
        text_add_format(text, _("Added: version %d of %s."), news->version, plan->id);
        break;
    case NEWS_AGAIN:
        text_add_format(text, _("%s was removed; with version %d it begins anew."), plan->id,
                        news->version);
        break;
    }
}

static void tell_changes(struct text_builder *text, const struct house *house,
                         const struct plan_coming *coming, const struct plan_news *news) {
    struct plan_versions versions = {
        .before = news->before, .after = &coming->file, .catalog = &house->catalog};
    if (!news->before || news->kind == NEWS_SAME) {
        return;
    }
    if (news->change_count == 0) {
        text_add_format(text, "\n%s", _("What it asks for is the same as before."));
    }
    for (int i = 0; i < news->change_count; i++) {
        text_add(text, "\n  ");
        plan_words_change(text, &versions, &news->changes[i]);
    }
}

static void tell_dates(struct text_builder *text, const struct plan *plan,
                       const struct plan_news *news) {
    char day[DAY_WORDS_DATE_MAX], other[DAY_WORDS_DATE_MAX];
    if (news->ended) {
        text_add_format(text, _("\nIts last day, %s, has passed: it asks for nothing any more."),
                        day_words_day(plan->to, day));
    }
    if (news->kind == NEWS_SAME) {
        return;
    }
    if (news->later) {
        text_add_format(text, _("\nIt counts from %s on; until then the version before does."),
                        day_words_day(plan->from, day));
    }
    if (news->earlier) {
        text_add_format(text,
                        _("\nIt begins on %s, before the version that was in force (%s). Is it an "
                          "older file?"),
                        day_words_day(plan->from, day), day_words_day(news->before_begins, other));
    }
}

void plan_news_words(struct text_builder *text, const struct house *house,
                     const struct plan_coming *coming, const struct plan_news *news) {
    tell_kind(text, &coming->file.plan, news);
    tell_changes(text, house, coming, news);
    tell_dates(text, &coming->file.plan, news);
}
