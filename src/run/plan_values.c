// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "run/day_words.h"
#include "run/number_words.h"
#include "run/plan_words.h"
#include "run/profile_items.h"
#include "run/words.h"

// The first Monday behind day 0, for the names of weekdays.
enum { A_MONDAY = 4, WEEK = 7, ASKS = 6, HOUR_MINUTES = 60 };

// A list so far, ", " between its parts.
static void add_part(struct text_builder *text, bool *any, const char *part) {
    text_add_format(text, "%s%s", *any ? ", " : "", part);
    *any = true;
}

static void add_text(struct text_builder *text, const char *value) {
    if (value) {
        text_add_format(text, _("\"%s\""), value);
    } else {
        text_add(text, _("nothing"));
    }
}

static void add_day(struct text_builder *text, int64_t day) {
    char to[DAY_WORDS_DATE_MAX];
    bool given = day != INT64_MIN && day != INT64_MAX;
    text_add(text, given ? day_words_day(day, to) : _("no date"));
}

static void add_whole(struct text_builder *text, int value) {
    if (value >= 0) {
        text_add_format(text, "%d", value);
    } else {
        text_add(text, _("as written"));
    }
}

static void add_seconds(struct text_builder *text, int64_t ms) {
    char number[TEXT_NUMBER_MAX];
    if (ms >= 0) {
        text_add_format(text, _("%s s"), number_words((double)ms / 1000.0, number));
    } else {
        text_add(text, _("as written"));
    }
}

static void add_days(struct text_builder *text, unsigned days) {
    bool any = false;
    if (days == PLAN_EVERY_DAY) {
        text_add(text, _("every day"));
        return;
    }
    for (int day = 0; day < WEEK; day++) {
        if (days >> day & 1U) {
            add_part(text, &any, day_words_weekday(A_MONDAY + day));
        }
    }
}

static void add_times(struct text_builder *text, const struct plan_item *item) {
    bool any = false;
    for (int i = 0; i < item->at_count; i++) {
        char at[8];
        text_format(at, sizeof at, "%02d:%02d", item->at[i] / HOUR_MINUTES,
                    item->at[i] % HOUR_MINUTES);
        add_part(text, &any, at);
    }
    if (!any) {
        text_add(text, _("free"));
    }
}

static void add_steps(struct text_builder *text, const struct plan_dose *dose) {
    bool any = false;
    for (int i = 0; i < dose->only_count; i++) {
        add_part(text, &any, dose->only[i]);
    }
    if (!any) {
        text_add(text, _("all"));
    }
}

static const char *mirror_of(const struct plan_dose *dose) {
    static const char *const texts[MIRROR_COUNT] = {
        [MIRROR_NONE] = N_("without"),
        [MIRROR_OPTIONAL] = N_("if you like"),
        [MIRROR_REQUIRED] = N_("a hand mirror"),
    };
    return dose->mirror_given ? _(texts[dose->mirror]) : _("as written");
}

static void add_conditions(struct text_builder *text, const struct plan *plan) {
    struct text_builder list = {0}, words = {0};
    if (!plan->has_profile) {
        text_add(text, _("the person's own"));
        return;
    }
    for (int word = 0; word < PROFILE_COUNT; word++) {
        if (plan->conditions >> word & 1U) {
            text_add_format(&list, "%s%s", list.text ? "," : "", profile_words[word]);
        }
    }
    const struct profile_item *item = profile_item(profile_item_find("condition"));
    profile_item_words(&words, item, list.text ? list.text : "", true, (struct wall){0});
    text_add(text, words.text);
    text_builder_free(&words);
    text_builder_free(&list);
}

static void add_asks(struct text_builder *text, const struct plan *plan) {
    static const char *const texts[ASKS] = {N_("twitch"), N_("severity"), N_("frequency"),
                                            N_("impact"), N_("count"),    N_("session")};
    bool any = false;
    for (int ask = 0; ask < ASKS; ask++) {
        if (plan->asks >> ask & 1U) {
            add_part(text, &any, _(texts[ask]));
        }
    }
    if (!any) {
        text_add(text, plan->asks_told ? _("nothing") : _("as usual"));
    }
}

static const char *author_of(enum plan_author by) {
    static const char *const texts[] = {[BY_THERAPIST] = N_("a therapist"),
                                        [BY_SELF] = N_("yourself"),
                                        [BY_STARTER] = N_("repose")};
    return _(texts[by]);
}

static void add_of_plan(struct text_builder *text, const struct plan *plan, enum plan_field field) {
    switch (field) {
    case PLAN_TITLE:
        add_text(text, plan->title);
        break;
    case PLAN_AUTHOR:
        add_text(text, plan->author);
        break;
    case PLAN_BY:
        text_add(text, author_of(plan->by));
        break;
    case PLAN_CONTACT:
        add_text(text, plan->contact);
        break;
    case PLAN_GOAL:
        add_text(text, plan->goal);
        break;
    case PLAN_REVIEW:
        add_day(text, plan->review);
        break;
    case PLAN_FROM:
        add_day(text, plan->from);
        break;
    case PLAN_TO:
        add_day(text, plan->to);
        break;
    case PLAN_CONDITIONS:
        add_conditions(text, plan);
        break;
    case PLAN_AFFECTED:
        text_add(text, plan->affected != SIDE_NONE ? words_side(plan->affected) : _("not told"));
        break;
    case PLAN_CEILING:
        if (plan->ceiling) {
            text_add_format(text, "%d", plan->ceiling);
        } else {
            text_add(text, _("as usual"));
        }
        break;
    case PLAN_ASKS:
        add_asks(text, plan);
        break;
    default:
        text_add(text, plan->lets_go ? _("a minute of letting go") : _("nothing"));
        break;
    }
}

static void add_of_dose(struct text_builder *text, const struct plan_dose *dose,
                        enum plan_field field) {
    char number[TEXT_NUMBER_MAX];
    switch (field) {
    case ITEM_REPS:
        add_whole(text, dose->reps);
        break;
    case ITEM_MOVE:
        add_seconds(text, dose->move_ms);
        break;
    case ITEM_HOLD:
        add_seconds(text, dose->hold_ms);
        break;
    case ITEM_REST:
        add_seconds(text, dose->rest_ms);
        break;
    case ITEM_EFFORT:
        add_whole(text, dose->effort);
        break;
    case ITEM_TEMPO:
        text_add(text, dose->tempo > 0 ? number_words(dose->tempo, number) : _("as written"));
        break;
    case ITEM_MIRROR:
        text_add(text, mirror_of(dose));
        break;
    default:
        add_steps(text, dose);
        break;
    }
}

static void add_of_item(struct text_builder *text, const struct plan_item *item,
                        enum plan_field field) {
    switch (field) {
    case ITEM_PER_DAY:
        add_whole(text, item->per_day);
        break;
    case ITEM_DAYS:
        add_days(text, item->days);
        break;
    case ITEM_AT:
        add_times(text, item);
        break;
    case ITEM_FROM:
        add_day(text, item->from);
        break;
    case ITEM_TO:
        add_day(text, item->to);
        break;
    case ITEM_SIDE:
        text_add(text, words_side(item->side == SIDE_NONE ? SIDE_BOTH : item->side));
        break;
    case ITEM_WHY:
        add_text(text, item->why);
        break;
    case ITEM_SAY:
        add_text(text, item->say);
        break;
    case ITEM_NOTE:
        add_text(text, item->note);
        break;
    case ITEM_DESPITE:
        add_text(text, item->despite);
        break;
    default:
        add_of_dose(text, &item->dose, field);
        break;
    }
}

void plan_words_value(struct text_builder *text, const struct plan *plan, int item,
                      enum plan_field field) {
    if (field < ITEM_FIELD_FIRST) {
        add_of_plan(text, plan, field);
    } else {
        add_of_item(text, &plan->items[item], field);
    }
}
