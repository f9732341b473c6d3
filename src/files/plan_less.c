// SPDX-License-Identifier: MIT
#include "files/plan_less.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "files/token.h"

// The text is read by its words, so that what stands in comments and in quotes is left alone.

enum { DEPTH_LIST = 1, DEPTH_ITEM = 2, DEPTH_TIMES = 3 };

// What of the text goes, and what comes in its place.
struct cut {
    const char *from, *to;
};

struct search {
    struct scanner scanner;
    int depth, item; // the item that is being read, -1: none yet
    bool in_items;
    char name[16]; // the last setting of the item
    int times;
    const char *last_end; // of the last time of day that stays
    const char *comma;    // before the item, NULL: none
    struct cut group, count, times_cut;
};

static bool is(const struct token *token, const char *word) {
    return token->length == strlen(word) && strncmp(token->start, word, token->length) == 0;
}

static void take_name(struct search *search, const struct token *token) {
    if (search->depth == 0) {
        search->in_items = is(token, "items");
    }
    text_format(search->name, sizeof search->name, "%.*s",
                (int)(token->length < sizeof search->name ? token->length : 0), token->start);
}

static void close(struct search *search, const struct token *token, int wanted) {
    bool mine = search->in_items && search->item == wanted;
    if (mine && search->depth == DEPTH_TIMES && search->last_end &&
        strcmp(search->name, "at") == 0) {
        search->times_cut = (struct cut){search->last_end, token->start};
    }
    if (mine && search->depth == DEPTH_ITEM) {
        search->group.to = token->start + token->length;
    }
    search->depth--;
}

static void take(struct search *search, const struct token *token, int wanted, int per_day) {
    bool mine = search->in_items && search->item == wanted && !search->group.to;
    switch (token->kind) {
    case TOKEN_NAME:
        take_name(search, token);
        break;
    case TOKEN_OPEN:
        search->depth++;
        if (search->in_items && search->depth == DEPTH_ITEM && ++search->item == wanted) {
            search->group.from = token->start;
        }
        break;
    case TOKEN_CLOSE:
        close(search, token, wanted);
        break;
    case TOKEN_COMMA:
        if (search->in_items && search->depth == DEPTH_LIST) {
            search->comma = search->item < wanted ? token->start : search->comma;
        }
        break;
    case TOKEN_WHOLE:
        if (mine && search->depth == DEPTH_ITEM && strcmp(search->name, "per_day") == 0) {
            search->count = (struct cut){token->start, token->start + token->length};
        }
        break;
    case TOKEN_TEXT:
        if (mine && search->depth == DEPTH_TIMES && strcmp(search->name, "at") == 0) {
            search->last_end =
                ++search->times <= per_day ? token->start + token->length : search->last_end;
        }
        break;
    default:
        break;
    }
}

// What was not cut, from one place to the next.
static void copy(struct text_builder *to, const char **at, struct cut cut) {
    if (cut.from) {
        text_add_bytes(to, *at, (size_t)(cut.from - *at));
        *at = cut.to;
    }
}

// With the comma before it, or the one behind where it is the first.
static struct cut whole(const struct search *search) {
    struct cut cut = search->group;
    if (search->comma) {
        cut.from = search->comma;
        return cut;
    }
    const char *next = cut.to + strspn(cut.to, " \t\r\n");
    cut.to = *next == ',' ? next + 1 : cut.to;
    return cut;
}

char *plan_file_less(const char *text, int item, int per_day) {
    struct faults faults = {0};
    struct search search = {
        .scanner = {.at = text, .end = text + strlen(text), .line = 1, .faults = &faults},
        .item = -1};
    struct token token = scanner_next(&search.scanner);
    for (; token.kind != TOKEN_END; token = scanner_next(&search.scanner)) {
        take(&search, &token, item, per_day);
    }
    faults_free(&faults);
    if (!search.group.to || !search.count.from) {
        return NULL;
    }
    struct text_builder less = {0};
    const char *at = text;
    if (per_day == 0) {
        copy(&less, &at, whole(&search));
    } else {
        bool times_first = search.times_cut.from && search.times_cut.from < search.count.from;
        if (times_first) {
            copy(&less, &at, search.times_cut);
        }
        copy(&less, &at, search.count);
        text_add_format(&less, "%d", per_day);
        if (!times_first) {
            copy(&less, &at, search.times_cut);
        }
    }
    text_add(&less, at);
    return less.text;
}
