// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/tty.h"

enum {
    QUIET_MS = 1000, // what is over by then needs no bar
    EVERY_MS = 100,
    COLUMNS_ELSE = 80,
    BAR_LEAST = 10, // shorter it says nothing
    BAR_MOST = 40,
};

static bool is_terminal(void) {
    const char *term = getenv("TERM");
    return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

static int width(void) {
    struct winsize size = {0};
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : COLUMNS_ELSE;
}

static void add_times(struct text_builder *text, const char *sign, int count) {
    for (int i = 0; i < count; i++) {
        text_add(text, sign);
    }
}

void progress_bar(struct text_builder *text, struct progress_look look, const char *what,
                  double share, int64_t left_ms) {
    char left[TEXT_CLOCK_MAX];
    struct text_builder tail = {0};
    text_add_format(text, "%s %3d %%", what, (int)(share * 100));
    if (left_ms >= 0) {
        text_add(&tail, "  ");
        text_add_format(&tail, _("%s left"), text_clock(left_ms, left));
    }
    // The last column stays free: some terminals would begin a new line.
    int taken = text_columns(text->text) + (tail.text ? text_columns(tail.text) : 0);
    int room = look.columns - 1 - taken - 2;
    int length = room < BAR_MOST ? room : BAR_MOST;
    if (length >= BAR_LEAST) {
        int full = (int)(share * length + 0.5);
        text_add(text, "  ");
        add_times(text, look.utf8 ? "\u2501" : "#", full);
        add_times(text, look.utf8 ? "\u2500" : "-", length - full);
    }
    if (tail.text && look.columns > taken) {
        text_add(text, tail.text);
    }
    text_builder_free(&tail);
}

void progress_begin(struct progress *progress, const char *what) {
    *progress = (struct progress){
        .what = what, .began_ms = clock_monotonic_ms(), .terminal = is_terminal()};
}

static void show_bar(struct progress *progress, double share, int64_t now_ms) {
    double passed_ms = (double)(now_ms - progress->began_ms);
    int64_t left_ms = share > 0 ? (int64_t)(passed_ms * (1 - share) / share) : -1;
    struct text_builder text = {0};
    const struct progress_look look = {.columns = width(), .utf8 = tty_speaks_utf8()};
    text_add(&text, "\r");
    progress_bar(&text, look, progress->what, share, left_ms);
    fprintf(stderr, "%s\033[K", text.text);
    fflush(stderr);
    text_builder_free(&text);
}

static void show_line(struct progress *progress, double share) {
    int tenths = (int)(share * 10);
    if (tenths > progress->tenths) {
        progress->tenths = tenths;
        fprintf(stderr, "%s %d %%\n", progress->what, tenths * 10);
    }
}

void progress_show(struct progress *progress, double share) {
    int64_t now_ms = clock_monotonic_ms();
    if (now_ms - progress->began_ms < QUIET_MS) {
        return;
    }
    if (!progress->terminal) {
        show_line(progress, share);
    } else if (!progress->shown || now_ms - progress->shown_ms >= EVERY_MS) {
        show_bar(progress, share, now_ms);
        progress->shown_ms = now_ms;
    }
    progress->shown = true;
}

void progress_end(struct progress *progress) {
    if (progress->shown && progress->terminal) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
}
