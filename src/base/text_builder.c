// SPDX-License-Identifier: MIT
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

// Makes room for `more` bytes and a closing zero. Doubling keeps many small additions cheap.
static void reserve(struct text_builder *builder, size_t more) {
    size_t needed = builder->length + more + 1;
    assert(needed > more);
    if (needed <= builder->room) {
        return;
    }
    size_t room = builder->room ? builder->room : 64;
    while (room < needed) {
        room *= 2;
    }
    builder->text = memory_resize(builder->text, room, 1);
    builder->room = room;
}

void text_add_bytes(struct text_builder *builder, const char *bytes, size_t length) {
    reserve(builder, length);
    if (length) {
        memcpy(builder->text + builder->length, bytes, length);
    }
    builder->length += length;
    builder->text[builder->length] = '\0';
}

void text_add(struct text_builder *builder, const char *text) {
    text_add_bytes(builder, text, strlen(text));
}

void text_add_format(struct text_builder *builder, const char *format, ...) {
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int needed = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (needed >= 0) {
        reserve(builder, (size_t)needed);
        vsnprintf(builder->text + builder->length, (size_t)needed + 1, format, again);
        builder->length += (size_t)needed;
    }
    va_end(again);
}

void text_builder_free(struct text_builder *builder) {
    memory_free(builder->text);
    *builder = (struct text_builder){0};
}
