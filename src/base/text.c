// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

// The bytes that a character beginning with this byte has; 0 for bytes that begin none.
static size_t length_by_lead(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

// Where the first `length` bytes can end without splitting a character.
static size_t border_before(const char *text, size_t length) {
    size_t lead = length;
    while (lead > 0 && length - lead < 3 && is_continuation(text[lead - 1])) {
        lead--;
    }
    if (lead == 0) {
        return length;
    }
    size_t needed = length_by_lead((unsigned char)text[lead - 1]);
    return needed > length - (lead - 1) ? lead - 1 : length;
}

bool text_format_list(char *to, size_t size, const char *format, va_list arguments) {
    assert(size > 0);
    int needed = vsnprintf(to, size, format, arguments);
    if (needed < 0) {
        to[0] = '\0';
        return false;
    }
    if ((size_t)needed < size) {
        return true;
    }
    to[border_before(to, size - 1)] = '\0';
    return false;
}

bool text_format(char *to, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    bool whole = text_format_list(to, size, format, arguments);
    va_end(arguments);
    return whole;
}

bool text_copy(char *to, size_t size, const char *from) {
    assert(size > 0);
    size_t length = strlen(from);
    bool whole = length < size;
    size_t kept = whole ? length : border_before(from, size - 1);
    memmove(to, from, kept);
    to[kept] = '\0';
    return whole;
}

size_t text_character(const char *bytes, size_t length, uint32_t *code) {
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    // The least number that needs so many bytes: a smaller one is an overlong form.
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (length == 0) {
        return 0;
    }
    unsigned char lead = (unsigned char)bytes[0];
    size_t needed = length_by_lead(lead);
    if (needed == 0 || needed > length) {
        return 0;
    }
    uint32_t number = lead & lead_bits[needed];
    for (size_t i = 1; i < needed; i++) {
        if (!is_continuation(bytes[i])) {
            return 0;
        }
        number = number << 6 | ((unsigned char)bytes[i] & 0x3Fu);
    }
    bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    if (number < least[needed] || surrogate || number > 0x10FFFF) {
        return 0;
    }
    *code = number;
    return needed;
}

size_t text_valid(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        uint32_t code;
        size_t step = text_character(bytes + at, length - at, &code);
        if (step == 0) {
            break;
        }
        at += step;
    }
    return at;
}

bool text_is_control(uint32_t code) {
    bool plain = code < 0x20 || (code >= 0x7F && code <= 0x9F);
    bool direction = code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
                     (code >= 0x2066 && code <= 0x2069);
    return plain || direction || code == 0xFEFF;
}

size_t text_length(const char *text) {
    size_t count = 0;
    for (; *text; text++) {
        count += !is_continuation(*text);
    }
    return count;
}
