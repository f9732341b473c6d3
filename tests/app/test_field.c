// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "app/field.h"
#include "base/memory.h"
#include "base/text.h"

static bool press(struct field *field, SDL_Keycode sym, Uint16 mod) {
    SDL_Keysym key = {.sym = sym, .mod = mod};
    bool changed = false;
    field_key(field, &key, &changed);
    return changed;
}

static void letters_go_to_the_caret(void **state) {
    (void)state;
    struct field field = {0};
    assert_true(field_insert(&field, "bth"));
    press(&field, SDLK_LEFT, 0);
    press(&field, SDLK_LEFT, 0);
    field_insert(&field, "rea");
    assert_string_equal(field.text, "breath");
    press(&field, SDLK_END, 0);
    field_insert(&field, "e");
    assert_string_equal(field.text, "breathe");
}

static void a_character_is_deleted_whole(void **state) {
    (void)state;
    struct field field = {0};
    field_set(&field, "a\u00fc\U0001F642z");
    press(&field, SDLK_LEFT, 0);
    assert_true(press(&field, SDLK_BACKSPACE, 0));
    assert_string_equal(field.text, "a\u00fcz");
    press(&field, SDLK_HOME, 0);
    press(&field, SDLK_RIGHT, 0);
    assert_true(press(&field, SDLK_DELETE, 0));
    assert_string_equal(field.text, "az");
    press(&field, SDLK_END, 0);
    assert_false(press(&field, SDLK_DELETE, 0));
    press(&field, SDLK_HOME, 0);
    assert_false(press(&field, SDLK_BACKSPACE, 0));
}

static void a_word_or_all_is_deleted_at_once(void **state) {
    (void)state;
    struct field field = {0};
    field_set(&field, "warm compress  ");
    press(&field, SDLK_BACKSPACE, KMOD_LCTRL);
    assert_string_equal(field.text, "warm ");
    press(&field, SDLK_u, KMOD_LCTRL);
    assert_string_equal(field.text, "");
    assert_int_equal(field.caret, 0);
}

static void what_is_no_text_is_dropped(void **state) {
    (void)state;
    struct field field = {0};
    field_set(&field, "a\x1b[31mb\u202ec\u2066d\x7f\ufeff\r");
    assert_string_equal(field.text, "a[31mbcd");
    field_set(&field, "two\nlines\tand\u2028more");
    assert_string_equal(field.text, "two lines and more");
    field_set(&field, "\xff\xc0\x80ok\xe2\x82");
    assert_string_equal(field.text, "ok");
    field_set(&field, "\U0001F469\u200d\U0001F3A8 \u0628\u0627");
    assert_string_equal(field.text, "\U0001F469\u200d\U0001F3A8 \u0628\u0627");
}

static void megabytes_are_cut(void **state) {
    (void)state;
    enum { MEGABYTES = 4 << 20 };
    char *text = memory_new(MEGABYTES + 1, 1);
    struct field field = {0};
    memset(text, 'x', MEGABYTES);
    field_insert(&field, text);
    assert_int_equal(text_length(field.text), FIELD_LETTERS);
    assert_false(field_insert(&field, "y"));
    // The widest characters, all there is room for.
    field_set(&field, "");
    for (int i = 0; i < FIELD_LETTERS + 5; i++) {
        field_insert(&field, "\U0001F642");
    }
    assert_int_equal(text_length(field.text), FIELD_LETTERS);
    assert_int_equal(strlen(field.text), FIELD_MAX - 1);
    memory_free(text);
}

static void letters_are_told_from_keys(void **state) {
    (void)state;
    const SDL_Keysym letters[] = {{.sym = SDLK_e},
                                  {.sym = SDLK_SPACE},
                                  {.sym = SDLK_5},
                                  {.sym = SDLK_KP_5},
                                  {.sym = SDLK_EXCLAIM, .mod = KMOD_LSHIFT}};
    const SDL_Keysym keys[] = {{.sym = SDLK_F3},     {.sym = SDLK_ESCAPE},
                               {.sym = SDLK_RETURN}, {.sym = SDLK_TAB},
                               {.sym = SDLK_DOWN},   {.sym = SDLK_KP_ENTER},
                               {.sym = SDLK_DELETE}, {.sym = SDLK_q, .mod = KMOD_LCTRL}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        assert_true(field_is_letter(&letters[i]));
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        assert_false(field_is_letter(&keys[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_go_to_the_caret),
        cmocka_unit_test(a_character_is_deleted_whole),
        cmocka_unit_test(a_word_or_all_is_deleted_at_once),
        cmocka_unit_test(what_is_no_text_is_dropped),
        cmocka_unit_test(megabytes_are_cut),
        cmocka_unit_test(letters_are_told_from_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
