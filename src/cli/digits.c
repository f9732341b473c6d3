// SPDX-License-Identifier: MIT
#include "cli/digits.h"

#include <string.h>

#include "base/text.h"

enum { DIGIT_COLUMNS = 4, CLOCK_FROM = 100 };

// Each digit as five rows of four cells; the last shape is the colon of a clock.
static const char shapes[11][DIGITS_ROWS][DIGIT_COLUMNS + 1] = {
    {" ## ", "#  #", "#  #", "#  #", " ## "}, {"  # ", " ## ", "  # ", "  # ", " ###"},
    {"### ", "   #", " ## ", "#   ", "####"}, {"### ", "   #", " ## ", "   #", "### "},
    {"#  #", "#  #", "####", "   #", "   #"}, {"####", "#   ", "### ", "   #", "### "},
    {" ## ", "#   ", "### ", "#  #", " ## "}, {"####", "   #", "  # ", " #  ", " #  "},
    {" ## ", "#  #", " ## ", "#  #", " ## "}, {" ## ", "#  #", " ###", "   #", " ## "},
    {"    ", "  # ", "    ", "  # ", "    "},
};

void digits_line(int count, int row, bool utf8, char to[DIGITS_LINE_MAX]) {
    char number[TEXT_CLOCK_MAX];
    if (count >= CLOCK_FROM) {
        text_clock((int64_t)count * 1000, number);
    } else {
        text_format(number, sizeof number, "%d", count > 0 ? count : 0);
    }
    size_t used = 0;
    to[0] = '\0';
    for (const char *digit = number; *digit; digit++) {
        const char *cells = shapes[*digit == ':' ? 10 : *digit - '0'][row];
        for (int cell = 0; cell < DIGIT_COLUMNS; cell++) {
            // Two columns a cell, because a character is about twice as high as it is wide.
            const char *mark = cells[cell] == ' ' ? "  " : utf8 ? "\u2588\u2588" : "##";
            text_copy(to + used, DIGITS_LINE_MAX - used, mark);
            used += strlen(to + used);
        }
        text_copy(to + used, DIGITS_LINE_MAX - used, digit[1] ? "  " : "");
        used += strlen(to + used);
    }
}
