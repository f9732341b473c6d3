// SPDX-License-Identifier: MIT
#pragma once

// Lines for whoever looks after the program, on standard error as "repose: LEVEL: text".
//
// The level is the one mutable variable of file scope that the program allows itself.
// Warnings are translated, their level is not.
// What a person must read is no log line: it is an error that a command or a screen shows.

enum log_level { LOG_SILENT, LOG_WARNING, LOG_INFO, LOG_DEBUG };

// The default is LOG_WARNING.
void log_set_level(enum log_level level);

void log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));
