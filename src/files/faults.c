// SPDX-License-Identifier: MIT
#include "files/faults.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

static const char *__attribute__((format(printf, 2, 0)))
text_of_list(struct faults *faults, const char *format, va_list arguments) {
    char text[1024];
    text_format_list(text, sizeof text, text_translate(format), arguments);
    return arena_text(&faults->arena, text, strlen(text));
}

const char *faults_text(struct faults *faults, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = text_of_list(faults, format, arguments);
    va_end(arguments);
    return text;
}

static void append(struct faults *faults, struct fault fault) {
    if (faults->count == faults->room) {
        faults->room = faults->room ? faults->room * 2 : 16;
        faults->items = memory_resize(faults->items, (size_t)faults->room, sizeof *faults->items);
    }
    faults->items[faults->count++] = fault;
}

void faults_add(struct faults *faults, enum fault_level level, int line, const char *key,
                const char *format, ...) {
    faults->errors += level == FAULT_ERROR;
    if (faults->count > FAULTS_MAX) {
        return;
    }
    if (faults->count == FAULTS_MAX) {
        // Behind all others, whatever their lines.
        append(faults,
               (struct fault){.level = level, .line = line, .why = _("and more like these")});
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *why = text_of_list(faults, format, arguments);
    va_end(arguments);
    if (key) {
        key = arena_text(&faults->arena, key, strlen(key));
    }
    append(faults, (struct fault){.level = level, .line = line, .key = key, .why = why});
}

void faults_forget(struct faults *faults, int count) {
    while (faults->count > count) {
        faults->errors -= faults->items[--faults->count].level == FAULT_ERROR;
    }
}

// Insertion keeps equal lines in the order found, and what arrives is nearly in order already.
void faults_sort(struct faults *faults) {
    for (int index = 1; index < faults->count; index++) {
        struct fault fault = faults->items[index];
        int place = index;
        while (place > 0 && faults->items[place - 1].line > fault.line) {
            faults->items[place] = faults->items[place - 1];
            place--;
        }
        faults->items[place] = fault;
    }
}

void faults_free(struct faults *faults) {
    memory_free(faults->items);
    arena_free(&faults->arena);
    *faults = (struct faults){0};
}

char *fault_text(const struct fault *fault, const char *file) {
    struct text_builder text = {0};
    text_add(&text, file);
    if (fault->line > 0) {
        text_add_format(&text, ":%d", fault->line);
    }
    text_add(&text, fault->level == FAULT_ERROR ? ": error: " : ": warning: ");
    if (fault->key) {
        text_add_format(&text, "%s: ", fault->key);
    }
    text_add(&text, fault->why);
    char *copy = memory_text(text.text);
    text_builder_free(&text);
    return copy;
}

void faults_print(struct faults *faults, const char *file, FILE *stream) {
    faults_sort(faults);
    for (int index = 0; index < faults->count; index++) {
        char *text = fault_text(&faults->items[index], file);
        fputs(text, stream);
        fputc('\n', stream);
        memory_free(text);
    }
}
