// SPDX-License-Identifier: MIT
#include "cli/tty.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"

enum {
    INPUT_MAX = 64,
    ESCAPE_WAIT_MS = 50, // a lone Escape is one that nothing follows within this
};

struct tty {
    struct termios before;
    char input[INPUT_MAX];
    size_t held; // bytes in `input`
    bool plain;
    bool closed;
};

// The cursor hidden, the alternate screen, keypad as arrows; and back.
static const char enter_screen[] = "\033[?1049h\033[?25l\033[2J";
static const char leave_screen[] = "\033[0m\033[?25h\033[?1049l";

bool tty_is_screen(void) {
    const char *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

bool tty_can_tell(void) {
    return isatty(STDOUT_FILENO);
}

bool tty_can_ask(void) {
    return isatty(STDIN_FILENO);
}

bool tty_speaks_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

struct tty_size tty_size(void) {
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        return (struct tty_size){80, 24};
    }
    return (struct tty_size){size.ws_col, size.ws_row};
}

void tty_write(struct tty *tty, const char *bytes, size_t length) {
    if (fwrite(bytes, 1, length, stdout) != length || fflush(stdout) != 0) {
        tty->closed = true;
    }
}

static void take(struct tty *tty) {
    struct termios raw = tty->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
    if (!tty->plain) {
        tty_write(tty, enter_screen, sizeof enter_screen - 1);
    }
}

static void put_back(struct tty *tty) {
    if (!tty->plain) {
        tty_write(tty, leave_screen, sizeof leave_screen - 1);
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &tty->before);
}

struct tty *tty_open(bool plain, struct error *err) {
    struct termios before;
    if (tcgetattr(STDIN_FILENO, &before) != 0) {
        error_set(err, ERROR_DEVICE, "the terminal does not answer: %s", strerror(errno));
        return NULL;
    }
    struct tty *tty = memory_new(1, sizeof *tty);
    tty->before = before;
    tty->plain = plain;
    take(tty);
    return tty;
}

void tty_close(struct tty *tty) {
    if (tty) {
        put_back(tty);
        memory_free(tty);
    }
}

bool tty_is_plain(const struct tty *tty) {
    return tty->plain;
}

void tty_suspend(struct tty *tty) {
    put_back(tty);
    raise(SIGSTOP);
    take(tty);
}

// Reads what is there within `wait_ms`; false when nothing came.
static bool fill(struct tty *tty, int64_t wait_ms) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int wait = wait_ms > 3600000 ? 3600000 : (int)wait_ms;
    if (poll(&input, 1, wait) <= 0) {
        return false;
    }
    ssize_t got = read(STDIN_FILENO, tty->input + tty->held, INPUT_MAX - tty->held);
    if (got <= 0) {
        tty->closed = got == 0 || errno != EINTR;
        return false;
    }
    tty->held += (size_t)got;
    return true;
}

static void drop(struct tty *tty, size_t count) {
    memmove(tty->input, tty->input + count, tty->held - count);
    tty->held -= count;
}

static const struct {
    const char *bytes; // behind Escape
    enum key key;
} sequences[] = {
    {"[C", KEY_RIGHT}, {"OC", KEY_RIGHT},         {"[D", KEY_LEFT},
    {"OD", KEY_LEFT},  {"[1;2D", KEY_SHIFT_LEFT}, {"[A", KEY_UP},
    {"OA", KEY_UP},    {"[B", KEY_DOWN},          {"OB", KEY_DOWN},
};

// The length of the control sequence at the start of the input, Escape included; unknown ones are
// read over whole, so that their rest is not taken for keys.
static size_t sequence_length(const struct tty *tty) {
    if (tty->held < 2 || (tty->input[1] != '[' && tty->input[1] != 'O')) {
        return tty->held < 2 ? tty->held : 2;
    }
    size_t length = 2;
    while (length < tty->held && !(tty->input[length] >= '@' && tty->input[length] <= '~')) {
        length++;
    }
    return length < tty->held ? length + 1 : length;
}

static int read_escape(struct tty *tty) {
    if (tty->held == 1 && !fill(tty, ESCAPE_WAIT_MS)) {
        drop(tty, 1);
        return KEY_ESCAPE;
    }
    if (tty->input[1] == '\033') {
        drop(tty, 1);
        return KEY_ESCAPE;
    }
    size_t length = sequence_length(tty);
    int key = KEY_NONE;
    for (size_t index = 0; index < sizeof sequences / sizeof *sequences; index++) {
        if (strlen(sequences[index].bytes) == length - 1 &&
            memcmp(sequences[index].bytes, tty->input + 1, length - 1) == 0) {
            key = (int)sequences[index].key;
        }
    }
    drop(tty, length);
    return key;
}

static int read_plain(struct tty *tty) {
    uint32_t code = 0;
    size_t length = text_character(tty->input, tty->held, &code);
    if (length == 0) {
        drop(tty, 1);
        return KEY_NONE;
    }
    drop(tty, length);
    switch (code) {
    case 3:
        return KEY_INTERRUPT;
    case 26:
        return KEY_SUSPEND;
    case '\r':
    case '\n':
        return KEY_ENTER;
    case 8:
    case 127:
        return KEY_BACKSPACE;
    default:
        return (int)code;
    }
}

int tty_key(struct tty *tty, int64_t wait_ms) {
    if (tty->held == 0 && !tty->closed) {
        fill(tty, wait_ms);
    }
    if (tty->held == 0) {
        return tty->closed ? KEY_CLOSED : KEY_NONE;
    }
    return tty->input[0] == '\033' ? read_escape(tty) : read_plain(tty);
}
