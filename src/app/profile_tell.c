// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/first.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/page.h"
#include "app/profile.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/profile_effect.h"
#include "run/profile_keys.h"
#include "run/questions.h"

// What was told: read, stored, taken back.

static void free_effects(struct profile_form *form) {
    for (int i = 0; i < ITEM_CHOICES_MAX; i++) {
        memory_free(form->effects[i]);
        form->effects[i] = NULL;
    }
}

void profile_free(struct profile_form *form) {
    if (form) {
        free_effects(form);
        for (int i = 0; i < UNDO_MAX; i++) {
            memory_free(form->told[i].value);
        }
        answer_list_free(&form->all);
        memory_free(form);
    }
}

const struct answer *profile_answer(const struct window *window, int item) {
    const struct answer_list *all = &window->profile->all;
    for (int i = 0; i < all->count; i++) {
        if (strcmp(all->answers[i].key, profile_item(item)->key) == 0) {
            return &all->answers[i];
        }
    }
    return NULL;
}

static const char *value_of(const struct window *window, int item) {
    const struct answer *answer = profile_answer(window, item);
    return answer ? answer->value : "";
}

void profile_answer_words(const struct window *window, int item, struct text_builder *text) {
    const struct profile_item *told = profile_item(item);
    const struct answer *answer = profile_answer(window, item);
    if (answer) {
        bool asked = questions_were_asked(window->house->store, told->key);
        profile_item_words(text, told, answer->value, asked, window->gates->person.now);
    }
}

// What the key would hold after this choice.
static void value_after(const struct window *window, const struct item_choice *choice,
                        struct text_builder *value) {
    const struct profile_item *item = profile_item(window->profile->item);
    if (item->form == ITEM_SEVERAL && choice->value && *choice->value) {
        profile_list_turn(value, value_of(window, window->profile->item), choice->value);
    } else {
        text_add(value, choice->value ? choice->value : "");
    }
}

static void effect_of(const struct window *window, const char *key, const char *value,
                      struct text_builder *text) {
    const struct person *person = &window->gates->person;
    struct profile other = person->profile;
    profile_suppose(&other, key, value, person->now);
    profile_effect(text, person, &other, &window->house->catalog);
}

static void weigh_effects(struct window *window) {
    struct profile_form *form = window->profile;
    const struct profile_item *item = profile_item(form->item);
    free_effects(form);
    bool chosen = item->form == ITEM_ONE || item->form == ITEM_SEVERAL;
    for (int i = 0; chosen && i < profile_item_choice_count(item); i++) {
        struct text_builder value = {0}, effect = {0};
        value_after(window, &item->choices[i], &value);
        effect_of(window, item->key, value.text, &effect);
        form->effects[i] = effect.text; // taken over
        text_builder_free(&value);
    }
}

void profile_read_all(struct window *window) {
    struct profile_form *form = window->profile;
    struct error err = {0};
    answer_list_free(&form->all);
    gates_weigh(window);
    if (window->house->store && !answers_list(window->house->store, &form->all, &err)) {
        log_warning("%s", err.text);
        window_say(window, err.text);
    }
    weigh_effects(window);
    for (int place = 0; place < ANSWERS; place++) {
        enum reply told = window->gates->person.profile.answers[place];
        form->answers[place] = told != REPLY_NONE ? told : form->answers[place];
    }
}

// A step that can be taken back later. Those of the ring that are overwritten cannot be reached any
// more: the window remembers no more of them.
static int remember(struct window *window, struct told told) {
    struct profile_form *form = window->profile;
    int number = form->told_count++ % UNDO_MAX;
    memory_free(form->told[number].value);
    form->told[number] = told;
    return number;
}

static bool store(struct window *window, const struct profile_item *item, const char *value,
                  bool asked, struct error *err) {
    struct house *house = window->house;
    struct wall now = clock_wall_now(&house->clock);
    if (!house->store || window->options->request->no_record) {
        return error_set(err, ERROR_FILE, "%s", _("Nothing is kept in this session."));
    }
    return answers_set(house->store, item->key, value, "self", now, err) &&
           (*value || questions_set_asked(house->store, item->key, asked, now, err));
}

static void say_told(struct window *window, const char *effect, int number) {
    char text[MESSAGE_MAX];
    // Where it would cover most of the window it says no more than that.
    bool brief = window_is_compact(window) || !effect || !*effect;
    text_format(text, sizeof text, "%s%s%s", _("Kept."), brief ? "" : " ", brief ? "" : effect);
    window->elements->follow = true; // what has the focus is not covered
    window_did(window, text, (struct act){ACT_UNTELL, number});
}

bool profile_tell(struct window *window, const char *value) {
    struct profile_form *form = window->profile;
    const struct profile_item *item = profile_item(form->item);
    const struct answer *before = profile_answer(window, form->item);
    struct wall now = clock_wall_now(&window->house->clock);
    struct error err = {0};
    int key = profile_key_find(item->key, &err);
    char *right = key >= 0 ? profile_key_value(key, value ? value : "", now, &err) : NULL;
    bool was_asked = questions_were_asked(window->house->store, item->key);
    struct text_builder effect = {0};
    if (!right) {
        window_say(window, err.text);
        return false;
    }
    if (before && strcmp(before->value, right) == 0 && (*right || was_asked == (value != NULL))) {
        memory_free(right);
        return true;
    }
    effect_of(window, item->key, right, &effect);
    bool stored = store(window, item, right, value != NULL, &err);
    if (stored) {
        int number = remember(window, (struct told){form->item, right, now.utc_s, was_asked});
        profile_read_all(window);
        say_told(window, effect.text, number);
    } else {
        memory_free(right);
        window_say(window, err.text);
    }
    text_builder_free(&effect);
    window_stale(window);
    return stored;
}

// Whatever shows what is open has to weigh it anew.
static void show_again(struct window *window) {
    switch (window->screen) {
    case SCREEN_FIRST:
        first_show(window);
        break;
    case SCREEN_LIST:
        list_show(window);
        break;
    case SCREEN_PAGE:
        page_again(window);
        break;
    case SCREEN_ITEM:
        if (profile_item(window->profile->item)->form == ITEM_ANSWERS) {
            memset(window->profile->answers, 0, sizeof window->profile->answers);
        }
        profile_read_all(window);
        profile_fill_field(window);
        break;
    case SCREEN_PROFILE:
        profile_read_all(window);
        break;
    default:
        break;
    }
}

void profile_untell(struct window *window, int number) {
    struct house *house = window->house;
    struct told *told = &window->profile->told[number];
    struct wall now = clock_wall_now(&house->clock);
    struct error err = {0};
    if (!told->value) {
        return;
    }
    const char *key = profile_item(told->item)->key;
    if (!answers_take_back(house->store, key, told->value, told->at_s, &err) ||
        !questions_set_asked(house->store, key, told->asked, now, &err)) {
        window_say(window, err.text);
        return;
    }
    memory_free(told->value);
    told->value = NULL;
    show_again(window);
    window_say(window, _("Taken back."));
    window_stale(window);
}
