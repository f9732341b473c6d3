// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

bool error_set(struct error *err, enum error_code code, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    text_format_list(err->text, sizeof err->text, text_translate(format), arguments);
    va_end(arguments);
    err->code = code;
    return false;
}

bool error_prefix(struct error *err, const char *prefix) {
    char text[ERROR_TEXT_MAX];
    memcpy(text, err->text, sizeof text);
    text_format(err->text, sizeof err->text, "%s: %s", prefix, text);
    return false;
}
