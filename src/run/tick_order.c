// SPDX-License-Identifier: MIT
#include "run/tick_order.h"

#include "base/log.h"
#include "base/memory.h"
#include "store/facts.h"
#include "store/moments.h"

struct tick_order tick_order_of(const int uses[TICK_ORDER_MOST]) {
    struct tick_order order = {0};
    for (int tick = 0; tick < TICK_ORDER_MOST; tick++) {
        int at = tick;
        for (; at > 0 && uses[order.ticks[at - 1]] < uses[tick]; at--) {
            order.ticks[at] = order.ticks[at - 1];
        }
        order.ticks[at] = (enum day_tick)tick;
    }
    return order;
}

struct tick_order tick_order_plain(void) {
    static const int unused[TICK_ORDER_MOST];
    return tick_order_of(unused);
}

static void count(uint64_t ticks, int uses[TICK_ORDER_MOST]) {
    for (int tick = 0; tick < TICK_ORDER_MOST; tick++) {
        uses[tick] += (int)(ticks >> tick & 1U);
    }
}

static void count_forms(const struct house *house, int64_t first, int64_t last, int *uses) {
    struct diary_day *days = NULL;
    struct error err = {0};
    int number = 0;
    if (!facts_forms(house->store, first, last, &days, &number, &err)) {
        log_warning("%s", err.text);
        return;
    }
    for (int i = 0; i < number; i++) {
        count(days[i].ticks, uses);
    }
    memory_free(days);
}

static void count_spasms(const struct house *house, int64_t first, int64_t last, int *uses) {
    struct moment_list list = {0};
    struct error err = {0};
    if (!moments_list(house->store, MOMENT_SPASM, first, last, house->settings.day_starts_min,
                      &list, &err)) {
        log_warning("%s", err.text);
        return;
    }
    for (int i = 0; i < list.count; i++) {
        count(list.moments[i].ticks, uses);
    }
    moment_list_free(&list);
}

struct tick_order tick_order_read(const struct house *house) {
    int uses[TICK_ORDER_MOST] = {0};
    int64_t today = house_today(house);
    if (house->store) {
        count_forms(house, today - TICK_ORDER_DAYS + 1, today, uses);
        count_spasms(house, today - TICK_ORDER_DAYS + 1, today, uses);
    }
    return tick_order_of(uses);
}
