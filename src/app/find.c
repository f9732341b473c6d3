// SPDX-License-Identifier: MIT
#include "app/find.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/words.h"

struct find {
    const struct catalog *catalog;
    char **texts; // of each entry, folded; the fields stand on lines of their own
    const struct routine *carried[FIND_CARRIED_MAX];
    int carried_count;
};

const char *filter_word(enum filter filter) {
    static const char *const words[FILTER_COUNT] = {
        [FILTER_ALL] = N_("All"),         [FILTER_BREATHING] = N_("Breathing"),
        [FILTER_REST] = N_("Rest"),       [FILTER_FACE] = N_("Face"),
        [FILTER_MASSAGE] = N_("Massage"), [FILTER_TEMPERATURE] = N_("Warm and cold"),
        [FILTER_SCREEN] = N_("Screen"),
    };
    assert(filter < FILTER_COUNT);
    return _(words[filter]);
}

bool filter_holds(enum filter filter, enum category category) {
    static const enum filter filters[CATEGORY_COUNT] = {
        [CATEGORY_BREATHING] = FILTER_BREATHING,
        [CATEGORY_MEDITATION] = FILTER_REST,
        [CATEGORY_ROM] = FILTER_FACE,
        [CATEGORY_STRENGTHENING] = FILTER_FACE,
        [CATEGORY_NMR] = FILTER_FACE,
        [CATEGORY_MASSAGE] = FILTER_MASSAGE,
        [CATEGORY_COMPRESS_WARM] = FILTER_TEMPERATURE,
        [CATEGORY_COMPRESS_COLD] = FILTER_TEMPERATURE,
        [CATEGORY_SCREEN_BREAK] = FILTER_SCREEN,
    };
    assert(category < CATEGORY_COUNT);
    return filter == FILTER_ALL || filters[category] == filter;
}

static void add_field(struct text_builder *text, const char *field) {
    text_fold(text, field);
    text_add(text, "\n");
}

static char *fold(const char *id, const struct routine *routine) {
    struct text_builder text = {0};
    add_field(&text, id);
    if (routine) {
        add_field(&text, routine->title);
        add_field(&text, routine->summary);
        add_field(&text, words_category(routine->category));
        for (int i = 0; i < routine->step_count; i++) {
            add_field(&text, routine->steps[i].name);
        }
    }
    return text.text;
}

struct find *find_new(const struct catalog *catalog) {
    struct find *find = memory_new(1, sizeof *find);
    find->catalog = catalog;
    find->texts = memory_new((size_t)catalog->count + 1, sizeof *find->texts);
    for (int i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        find->texts[i] = fold(entry->id, entry->error ? NULL : &entry->routine);
    }
    return find;
}

void find_free(struct find *find) {
    if (!find) {
        return;
    }
    for (int i = 0; i < find->catalog->count; i++) {
        memory_free(find->texts[i]);
    }
    memory_free(find->texts);
    memory_free(find);
}

// Cuts the folded words at their spaces: each becomes a text of its own. Returns how many bytes
// they span; between them stand zeros.
static size_t split(char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i < length; i++) {
        if (words[i] == ' ') {
            words[i] = '\0';
        }
    }
    return length;
}

static bool holds_all(const char *text, const char *words, size_t length) {
    size_t at = 0;
    while (at < length) {
        if (words[at] && !strstr(text, words + at)) {
            return false;
        }
        at += strlen(words + at) + 1;
    }
    return true;
}

void find_carry(struct find *find, const struct routine *const routines[], int count) {
    find->carried_count = count < FIND_CARRIED_MAX ? count : FIND_CARRIED_MAX;
    for (int i = 0; i < find->carried_count; i++) {
        find->carried[i] = routines[i];
    }
}

static bool is_replaced(const struct find *find, const struct catalog_entry *entry) {
    for (int i = 0; i < find->carried_count; i++) {
        if (find->carried[i] && strcmp(find->carried[i]->id, entry->id) == 0) {
            return true;
        }
    }
    return false;
}

static bool finds_carried(const struct routine *routine, enum filter filter, const char *words,
                          size_t length) {
    if (!routine || !filter_holds(filter, routine->category)) {
        return false;
    }
    char *text = fold(routine->id, routine);
    bool found = holds_all(text, words, length);
    memory_free(text);
    return found;
}

int find_run(const struct find *find, enum filter filter, const char *words, int *hits) {
    struct text_builder folded = {0};
    text_fold(&folded, words);
    size_t length = split(folded.text);
    int count = 0;
    for (int i = 0; i < find->catalog->count; i++) {
        const struct catalog_entry *entry = &find->catalog->entries[i];
        bool passes = (entry->error || filter_holds(filter, entry->routine.category)) &&
                      !is_replaced(find, entry);
        if (passes && holds_all(find->texts[i], folded.text, length)) {
            hits[count++] = i;
        }
    }
    for (int i = 0; i < find->carried_count; i++) {
        if (finds_carried(find->carried[i], filter, folded.text, length)) {
            hits[count++] = find->catalog->count + i;
        }
    }
    text_builder_free(&folded);
    return count;
}
