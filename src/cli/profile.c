// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "run/profile_items.h"
#include "run/profile_keys.h"
#include "run/questions.h"
#include "store/answers.h"

enum { KEY_WIDTH = 12, DATE_LENGTH = 10 };

static const struct answer *find(const struct answer_list *list, const char *key) {
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->answers[i].key, key) == 0 && list->answers[i].value[0] != '\0')
            return &list->answers[i];
    return NULL;
}

// "hfs,synk" as an array of its words; never told is an empty one.
static struct json *words_json(const char *value) {
    struct json *array = json_array();
    while (value && *value) {
        struct text_builder word = {0};
        size_t length = strcspn(value, ",");
        text_add_bytes(&word, value, length);
        json_append(array, json_text(word.text));
        text_builder_free(&word);
        value += length + (value[length] == ',');
    }
    return array;
}

static void print_json(const struct answer_list *list) {
    struct json *object = json_object();
    for (int i = 0; i < profile_key_count(); i++) {
        const struct answer *answer = find(list, profile_key(i));
        const char *value = answer ? answer->value : NULL;
        json_set(object, profile_key(i),
                 profile_key_is_list(i) ? words_json(value) : json_text(value));
    }
    (void)json_print(object, stdout);
    json_free(object);
}

static void print_table(struct house *house, const struct answer_list *list) {
    for (int i = 0; i < profile_key_count(); i++) {
        const struct answer *answer = find(list, profile_key(i));
        char first[64];
        struct text_builder text = {0};
        text_format(first, sizeof first, "%-*s", KEY_WIDTH, profile_key(i));
        if (answer) {
            char date[WALL_TEXT_MAX];
            wall_text(answer->at, date);
            text_add_format(&text, _("%s  (told on %.*s)"), answer->value, DATE_LENGTH, date);
        } else {
            bool asked = house->store && questions_were_asked(house->store, profile_key(i));
            text_add(&text, asked ? text_translate_sense("was told", "none") : "-");
        }
        columns_wrap(
            stdout,
            &(struct columns_margin){.first = first, .indent = KEY_WIDTH, .width = columns_width()},
            text.text);
        text_builder_free(&text);
    }
}

static bool show(struct house *house, const struct arguments *arguments, struct error *err) {
    struct answer_list list = {0};
    if (!house_open_store(house, true, err) || !answers_list(house->store, &list, err))
        return false;
    if (arguments->json)
        print_json(&list);
    else
        print_table(house, &list);
    answer_list_free(&list);
    return true;
}

// "none" where that is an answer, which is not asked again; an empty value takes back what was
// told.
static bool is_none(const char *key, const char *value) {
    int item = profile_item_find(key);
    bool found = false;
    for (int i = 0; item >= 0 && i < profile_item_choice_count(profile_item(item)); i++) {
        const char *choice = profile_item(item)->choices[i].value;
        found = found || (choice && *choice == '\0');
    }
    return found && strcmp(value, "none") == 0;
}

static bool keep(struct house *house, const char *key, const char *value, bool none,
                 struct error *err) {
    struct wall now = clock_wall_now(&house->clock);
    return house_open_store(house, false, err) &&
           answers_set(house->store, key, value, "self", now, err) &&
           ((!none && *value) || questions_set_asked(house->store, key, none, now, err));
}

static enum status set(struct house *house, const struct arguments *arguments, struct error *err) {
    struct wall now = clock_wall_now(&house->clock);
    int key = profile_key_find(arguments->words[1], err);
    bool none = key >= 0 && is_none(profile_key(key), arguments->words[2]);
    char *value =
        key >= 0 ? profile_key_value(key, none ? "" : arguments->words[2], now, err) : NULL;
    if (!value)
        return STATUS_USAGE;
    bool right = keep(house, profile_key(key), value, none, err);
    memory_free(value);
    return right ? STATUS_DONE : STATUS_FAILED;
}

enum status command_profile(struct house *house, const struct arguments *arguments,
                            struct error *err) {
    int count = arguments->word_count;
    const char *verb = count > 0 ? arguments->words[0] : "show";
    if (strcmp(verb, "show") == 0 && count <= 1)
        return show(house, arguments, err) ? STATUS_DONE : STATUS_FAILED;
    if (strcmp(verb, "set") == 0 && count == 3)
        return set(house, arguments, err);
    error_set(err, ERROR_INPUT, "%s",
              _("profile takes: show, or set KEY VALUE; see repose profile --help"));
    return STATUS_USAGE;
}
