// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/sentence.h"

static void a_first_sentence_ends_at_its_mark(void **state) {
    (void)state;
    static const struct {
        const char *text, *rest;
    } rows[] = {
        {"", ""},
        {"Sit up", ""},
        {"Sit up.", ""},
        {"Sit up. Then rest.", " Then rest."},
        {"Sit up! Then rest.", " Then rest."},
        {"Ready? Then go on.", " Then go on."},
        {"Wait ... Now breathe.", " Now breathe."},
        {"Wait … Now breathe.", " Now breathe."},
        {"Say “ah.” Then rest.", " Then rest."},
        {"Say »ah.« Then rest.", ""}, // a quote that opens here closes elsewhere
        {"(Sit up.) Then rest.", " Then rest."},
        {"Breathe for 4.5 seconds. Rest.", " Rest."},
        {"Lift the 2. Finger now. Rest.", " Rest."},
        {"Look at a thing, e.g. A tree. Rest.", " Rest."},
        {"Nimm z. B. Watte. Ruhe.", " Ruhe."},
        {"Nimm ca. einen Schluck. Ruhe.", " Ruhe."},
        {"Höre zu. Über dir ist Ruhe.", " Über dir ist Ruhe."},
        {"Zähle: Ä. Dann ruhe.", " Dann ruhe."},
        {"坐好。放松。", "放松。"},
        {".", ""},
    };
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        const char *rest = rows[row].text + sentence_first(rows[row].text);
        if (strcmp(rest, rows[row].rest) != 0) {
            fail_msg("%s: left is \"%s\"", rows[row].text, rest);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_first_sentence_ends_at_its_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
