// SPDX-License-Identifier: MIT
#include "base/clock.h"

#include <time.h>

// Linux stops CLOCK_MONOTONIC while the machine sleeps; CLOCK_BOOTTIME counts on, so that a lid
// that was closed shows as a gap. Elsewhere the monotonic clock counts sleep itself.
#ifdef CLOCK_BOOTTIME
#define STEADY_CLOCK CLOCK_BOOTTIME
#else
#define STEADY_CLOCK CLOCK_MONOTONIC
#endif

int64_t clock_monotonic_us(void) {
    struct timespec now = {0};
    if (clock_gettime(STEADY_CLOCK, &now) != 0) {
        clock_gettime(CLOCK_MONOTONIC, &now);
    }
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_monotonic_ms(void) {
    return clock_monotonic_us() / 1000;
}

void clock_sleep_ms(int64_t ms) {
    if (ms <= 0) {
        return;
    }
    struct timespec length = {
        .tv_sec = (time_t)(ms / 1000),
        .tv_nsec = (long)(ms % 1000) * 1000000,
    };
    nanosleep(&length, NULL);
}

void clock_sleep_until_us(int64_t us) {
#ifdef __APPLE__
    clock_sleep_ms((us - clock_monotonic_us()) / 1000);
#else
    struct timespec moment = {
        .tv_sec = (time_t)(us / 1000000),
        .tv_nsec = (long)(us % 1000000) * 1000,
    };
    clock_nanosleep(STEADY_CLOCK, TIMER_ABSTIME, &moment, NULL);
#endif
}

int clock_offset_at(int64_t utc_s) {
    time_t moment = (time_t)utc_s;
    struct tm local;
    tzset();
    return localtime_r(&moment, &local) ? (int)(local.tm_gmtoff / 60) : 0;
}

struct wall_clock clock_wall_system(void) {
    return (struct wall_clock){.fixed = false};
}

struct wall_clock clock_wall_fixed(struct wall began) {
    return (struct wall_clock){.fixed = true, .began = began, .began_ms = clock_monotonic_ms()};
}

struct wall clock_wall_now(const struct wall_clock *clock) {
    if (clock->fixed) {
        int64_t passed_ms = clock_monotonic_ms() - clock->began_ms;
        struct wall now = clock->began;
        now.utc_s += passed_ms / 1000;
        return now;
    }
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (struct wall){.utc_s = now.tv_sec, .offset_min = clock_offset_at(now.tv_sec)};
}
