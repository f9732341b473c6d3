// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/tick_order.h"
#include "store/days.h"
#include "store/moments.h"

// In which order it is offered what was around.

static void assert_first(struct tick_order order, const enum day_tick *ticks, int count) {
    uint64_t seen = 0;
    for (int i = 0; i < TICK_ORDER_MOST; i++) {
        seen |= UINT64_C(1) << order.ticks[i];
    }
    assert_int_equal(seen, (UINT64_C(1) << TICK_ORDER_MOST) - 1); // each once
    for (int i = 0; i < count; i++) {
        assert_int_equal(order.ticks[i], ticks[i]);
    }
}

static void what_is_used_as_often_keeps_its_place(void **state) {
    (void)state;
    int uses[TICK_ORDER_MOST] = {0};
    for (int i = 0; i < TICK_ORDER_MOST; i++) {
        assert_int_equal(tick_order_plain().ticks[i], i);
    }
    uses[TICK_TV] = uses[TICK_COLD] = 2;
    uses[TICK_SMILING] = 3;
    uses[TICK_BRIGHT_LIGHT] = 1;
    static const enum day_tick first[] = {TICK_SMILING,      TICK_COLD, TICK_TV,
                                          TICK_BRIGHT_LIGHT, TICK_WIND, TICK_TINTED_GLASSES};
    assert_first(tick_order_of(uses), first, 6);
}

static void tell_day(struct room *room, int days_ago, uint64_t ticks) {
    struct error err = {0};
    struct day_form form = day_form_empty(house_today(&room->house) - days_ago);
    form.ticks = ticks;
    assert_true(days_set(room->house.store, &form, 0, &err));
    day_form_free(&form);
}

static void note_spasm(struct room *room, int days_ago, uint64_t ticks) {
    struct error err = {0};
    struct moment spasm = {.kind = MOMENT_SPASM,
                           .at = later(morning, -(int64_t)days_ago * DAY_S),
                           .per_minute = -1,
                           .strength = -1,
                           .ticks = ticks};
    assert_true(moments_add(room->house.store, &spasm, &err));
    moment_free(&spasm);
}

#define ONE(tick) (UINT64_C(1) << (tick))

// Forms and spasms count alike; what was felt has no place here, nor has what is long ago.
static void days_and_spasms_of_late_count(void **state) {
    struct room *room = *state;
    assert_first(tick_order_read(&room->house), (const enum day_tick[]){TICK_BRIGHT_LIGHT}, 1);
    tell_day(room, 0, ONE(TICK_READING) | ONE(TICK_TEARING));
    tell_day(room, 5, ONE(TICK_TALKING) | ONE(TICK_TEARING));
    note_spasm(room, 0, ONE(TICK_TALKING));
    note_spasm(room, TICK_ORDER_DAYS - 1, ONE(TICK_DRIVING) | ONE(TICK_TALKING));
    for (int day = TICK_ORDER_DAYS; day < TICK_ORDER_DAYS + 5; day++) {
        tell_day(room, day, ONE(TICK_SMILING));
        note_spasm(room, day, ONE(TICK_SMILING));
    }
    static const enum day_tick first[] = {TICK_TALKING, TICK_READING, TICK_DRIVING,
                                          TICK_BRIGHT_LIGHT};
    assert_first(tick_order_read(&room->house), first, 4);
}

static void without_a_history_it_is_the_vocabulary(void **state) {
    struct room *room = *state;
    struct house none = room->house;
    none.store = NULL;
    assert_first(tick_order_read(&none),
                 (const enum day_tick[]){TICK_BRIGHT_LIGHT, TICK_WIND, TICK_COLD}, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_used_as_often_keeps_its_place),
        TEST(days_and_spasms_of_late_count),
        TEST(without_a_history_it_is_the_vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
