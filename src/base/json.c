// SPDX-License-Identifier: MIT
// The library comes first: base/json.h gives other meanings to three of its names.
#include <jansson.h>

#include "base/json.h"
#undef json_object
#undef json_array
#undef json_null

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { JSON_DIGITS = 10 };

static void *allocate(size_t size) {
    return memory_new(size, 1);
}

// A value as the rest of the program sees it. The library takes its memory where all of the program
// does, so it cannot run out half-way through a tree; setting this anew each time needs no state.
static struct json *hand_out(json_t *value) {
    assert(value);
    return (struct json *)value;
}

static void use_memory(void) {
    json_set_alloc_funcs(allocate, memory_free);
}

static json_t *inner(struct json *value) {
    return (json_t *)value;
}

struct json *json_new_object(void) {
    use_memory();
    return hand_out(json_object());
}

struct json *json_new_array(void) {
    use_memory();
    return hand_out(json_array());
}

struct json *json_new_null(void) {
    return hand_out(json_null());
}

// A copy in which every byte that is no part of valid UTF-8 has become U+FFFD.
static struct text_builder repaired(const char *text, size_t length) {
    struct text_builder builder = {0};
    for (;;) {
        size_t good = text_valid(text, length);
        text_add_bytes(&builder, text, good);
        if (good == length) {
            return builder;
        }
        text_add(&builder, "\xEF\xBF\xBD");
        text += good + 1;
        length -= good + 1;
    }
}

struct json *json_text(const char *text) {
    if (!text) {
        return json_new_null();
    }
    use_memory();
    size_t length = strlen(text);
    if (text_valid(text, length) == length) {
        return hand_out(json_stringn_nocheck(text, length));
    }
    struct text_builder right = repaired(text, length);
    json_t *value = json_stringn_nocheck(right.text, right.length);
    text_builder_free(&right);
    return hand_out(value);
}

struct json *json_whole(int64_t value) {
    static_assert(sizeof(json_int_t) >= sizeof value, "the library keeps 64 bits");
    use_memory();
    return hand_out(json_integer(value));
}

struct json *json_number(double value) {
    if (!isfinite(value)) {
        return json_new_null();
    }
    use_memory();
    // Adding zero takes the sign off a negative zero, which would print as -0.0.
    return hand_out(json_real(value + 0.0));
}

struct json *json_bool(bool value) {
    return hand_out(value ? json_true() : json_false());
}

void json_set(struct json *object, const char *key, struct json *value) {
    use_memory();
    size_t length = strlen(key);
    struct text_builder right = {0};
    if (text_valid(key, length) != length) {
        right = repaired(key, length);
        key = right.text;
    }
    int failed = json_object_set_new_nocheck(inner(object), key, inner(value));
    text_builder_free(&right);
    assert(!failed);
    (void)failed;
}

void json_append(struct json *array, struct json *value) {
    use_memory();
    int failed = json_array_append_new(inner(array), inner(value));
    assert(!failed);
    (void)failed;
}

static int gather(const char *bytes, size_t length, void *context) {
    text_add_bytes(context, bytes, length);
    return 0;
}

bool json_print(const struct json *value, FILE *stream) {
    const json_t *tree = (const json_t *)(const void *)value;
    const size_t flags = JSON_INDENT(2) | JSON_ENCODE_ANY | JSON_REAL_PRECISION(JSON_DIGITS);
    use_memory();
    // As one text: it comes in pieces of a few bytes each.
    struct text_builder text = {0};
    bool printed = json_dump_callback(tree, gather, &text, flags) == 0;
    text_add(&text, "\n");
    printed = printed && fwrite(text.text, 1, text.length, stream) == text.length;
    text_builder_free(&text);
    // Only flushing tells whether the bytes got there.
    return fflush(stream) == 0 && printed && !ferror(stream);
}

void json_free(struct json *value) {
    json_decref(inner(value));
}
