// SPDX-License-Identifier: MIT
#include "run/plan_profile.h"

#include "run/profile_items.h"
#include "run/words.h"

// Those that a person tells and a plan names; the rest passes or says that nothing is known.
static const unsigned conditions = (1U << PROFILE_UNKNOWN) - 1;

int plan_profile_compare(const struct plan *plan, const struct profile *own,
                         struct plan_difference differences[PLAN_DIFFERENCES_MAX]) {
    int count = 0;
    unsigned of_plan = plan->conditions & conditions, of_own = own->conditions & conditions;
    if (plan->affected != SIDE_NONE && own->affected != SIDE_NONE &&
        plan->affected != own->affected) {
        differences[count++] = (struct plan_difference){
            .kind = DIFFERS_SIDE, .plan_side = plan->affected, .own_side = own->affected};
    }
    if (of_plan && of_own && of_plan != of_own) {
        differences[count++] = (struct plan_difference){
            .kind = DIFFERS_CONDITIONS, .plan_conditions = of_plan, .own_conditions = of_own};
    }
    return count;
}

enum side plan_profile_side(const struct plan *plan) {
    enum side side = plan->affected;
    for (int i = 0; i < plan->item_count && plan->affected == SIDE_NONE; i++) {
        enum side of_item = plan->items[i].side;
        if (of_item != SIDE_NONE && side != SIDE_NONE && of_item != side) {
            return SIDE_NONE;
        }
        side = of_item != SIDE_NONE ? of_item : side;
    }
    return side;
}

bool plan_profile_is_for(const struct plan *plan, enum side side) {
    return side == plan_profile_side(plan) || (plan->affected == SIDE_NONE && side == SIDE_BOTH);
}

bool plan_profile_asks_side(const struct plan *plan, const struct profile *own) {
    return plan_profile_side(plan) != SIDE_NONE &&
           (own->affected == SIDE_NONE || !plan_profile_is_for(plan, own->affected));
}

// "Hemifacial spasm; Lid twitch".
static void add_conditions(struct text_builder *text, unsigned bits) {
    struct text_builder list = {0};
    for (int word = 0; word < PROFILE_UNKNOWN; word++) {
        if (bits >> word & 1U) {
            text_add_format(&list, "%s%s", list.text ? "," : "", profile_words[word]);
        }
    }
    const struct profile_item *item = profile_item(profile_item_find("condition"));
    profile_item_words(text, item, list.text ? list.text : "", true, (struct wall){0});
    text_builder_free(&list);
}

void plan_profile_words(struct text_builder *text, const struct plan_difference *difference) {
    struct text_builder plan = {0}, own = {0};
    if (difference->kind == DIFFERS_SIDE) {
        text_add_format(text, _("Affected side: the plan says %s, you told %s. Is it yours?"),
                        words_side(difference->plan_side), words_side(difference->own_side));
        return;
    }
    add_conditions(&plan, difference->plan_conditions);
    add_conditions(&own, difference->own_conditions);
    text_add_format(text, _("The plan is written for \"%s\", you told \"%s\". Is it yours?"),
                    plan.text, own.text);
    text_builder_free(&plan);
    text_builder_free(&own);
}
