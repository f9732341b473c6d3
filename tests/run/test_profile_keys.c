// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "run/profile_keys.h"

// 2026-11-21T08:00:00+01:00
static const struct wall now = {.utc_s = 1795244400, .offset_min = 60};

static char *value_of(const char *key, const char *value, struct error *err) {
    *err = (struct error){0};
    int index = profile_key_find(key, err);
    assert_true(index >= 0);
    return profile_key_value(index, value, now, err);
}

static void right_values_are_stored_in_one_form(void **state) {
    (void)state;
    static const struct {
        const char *key, *value, *stored;
    } cases[] = {
        {"condition", "hfs", "hfs"},
        {"condition", "synk, hfs ,synk", "hfs,synk"},
        {"condition", "unknown", "unknown"},
        {"condition", "unknown,bsp", "bsp"},
        {"condition", "", ""},
        {"affected", "both", "both"},
        {"floppy", "no", "no"},
        {"skin", "unsure", "unsure"},
        {"answers", "no,no,no", "no,no,no"},
        {"answers", "yes, unsure, no", "yes,unsure,no"},
        {"asks", "nuts,heart,asthma,nuts", "asthma,heart,nuts"},
        {"onset", "2026-11-20", "2026-11-20"},
        {"toxin", "2026-11-20T14:30:00+01:00", "2026-11-20T14:30:00+01:00"},
        {"toxin", "2026-11-22T07:59:00+01:00", "2026-11-22T07:59:00+01:00"},
        {"released", "2027-01-15", "2027-01-15"},
        {"cause", "A vessel at the nerve, says Dr Ö.", "A vessel at the nerve, says Dr Ö."},
        {"neurologist", "yes", "yes"},
        {"trick", "Touch the temple", "Touch the temple"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err;
        char *stored = value_of(cases[i].key, cases[i].value, &err);
        if (!stored)
            fail_msg("%s = %s: %s", cases[i].key, cases[i].value, err.text);
        assert_string_equal(stored, cases[i].stored);
        memory_free(stored);
    }
}

static void wrong_values_name_what_is_allowed(void **state) {
    (void)state;
    static const struct {
        const char *key, *value, *says;
    } cases[] = {
        {"condition", "hfs,toxin-24h", "myok hfs bsp"},
        {"condition", "hfs,", "myok hfs bsp"},
        {"condition", ",", "myok hfs bsp"},
        {"condition", "HFS", "myok hfs bsp"},
        {"affected", "links", "left right both"},
        {"floppy", "unsure", "yes no"},
        {"answers", "no,no", "three"},
        {"answers", "no,no,no,no", "three"},
        {"answers", "no,,no", "three"},
        {"answers", "no,no,maybe", "yes no unsure"},
        {"asks", "asthma,,heart", "asthma copd"},
        {"asks", "a\nb", "asthma copd"},
        {"onset", "2026-02-30", "a date like"},
        {"onset", "last week", "a date like"},
        {"onset", "2027-01-15", "more than a day ahead"},
        {"toxin", "2026-11-22T08:01:00+01:00", "more than a day ahead"},
        {"trick", "touch\x1b[2J", "your own words"},
        {"trick", "\xff", "your own words"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err;
        char *stored = value_of(cases[i].key, cases[i].value, &err);
        if (stored)
            fail_msg("%s = %s was taken", cases[i].key, cases[i].value);
        assert_int_equal(err.code, ERROR_INPUT);
        if (!strstr(err.text, cases[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, cases[i].says);
    }
}

static void long_values_end_at_their_limit(void **state) {
    (void)state;
    char text[502];
    struct error err;
    memset(text, 'a', 501);
    text[501] = '\0';
    assert_null(value_of("cause", text, &err));
    text[500] = '\0';
    char *stored = value_of("cause", text, &err);
    assert_non_null(stored);
    assert_int_equal(strlen(stored), 500);
    memory_free(stored);
    // Many commas are no way past the limit of a list.
    for (int i = 1; i < 500; i += 2)
        text[i] = ',';
    assert_null(value_of("asks", text, &err));
}

static void an_unknown_key_names_the_nearest(void **state) {
    (void)state;
    struct error err = {0};
    assert_int_equal(profile_key_find("conditon", &err), -1);
    assert_non_null(strstr(err.text, "did you mean condition"));
    assert_int_equal(profile_key_find("colour of the eyes", &err), -1);
    assert_non_null(strstr(err.text, "affected"));
}

static void every_key_says_what_it_takes(void **state) {
    (void)state;
    assert_true(profile_key_count() >= 12);
    for (int i = 0; i < profile_key_count(); i++) {
        struct text_builder takes = {0};
        struct error err = {0};
        profile_key_add_takes(i, &takes);
        assert_true(takes.length > 0);
        text_builder_free(&takes);
        assert_int_equal(profile_key_find(profile_key(i), &err), i);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_values_are_stored_in_one_form),
        cmocka_unit_test(wrong_values_name_what_is_allowed),
        cmocka_unit_test(long_values_end_at_their_limit),
        cmocka_unit_test(an_unknown_key_names_the_nearest),
        cmocka_unit_test(every_key_says_what_it_takes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
