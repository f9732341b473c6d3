// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/text.h"

static enum log_level log_limit = LOG_WARNING;

void log_set_level(enum log_level level) {
    log_limit = level;
}

__attribute__((format(printf, 3, 0))) static void log_line(enum log_level level, const char *word,
                                                           const char *format, va_list arguments) {
    if (level > log_limit) {
        return;
    }
    fprintf(stderr, "repose: %s: ", word);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void log_warning(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    log_line(LOG_WARNING, "warning", text_translate(format), arguments);
    va_end(arguments);
}

void log_info(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    log_line(LOG_INFO, "info", format, arguments);
    va_end(arguments);
}

void log_debug(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    log_line(LOG_DEBUG, "debug", format, arguments);
    va_end(arguments);
}
