// SPDX-License-Identifier: MIT
#include "sound/pulse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/sounds.h"

// A device that never was: the moments at which it asks, and at which it would have asked if
// nothing had delayed the asking (which is when its samples are really heard).
enum { ASKS_MAX = 60000, BUFFER = 2048 };

struct device_play {
    int64_t asks_us[ASKS_MAX];
    int64_t true_us[ASKS_MAX];
    int count;
};

static const int64_t begins_us = 5000000; // the monotonic clock does not begin at 0
static const double exact_us = BUFFER * 1e6 / 48000;

// `count` callbacks more, `period_us` apart, the first one period after the last one there is.
static void go_on(struct device_play *play, double period_us, int count) {
    int64_t last_us = play->count ? play->true_us[play->count - 1] : begins_us;
    for (int index = 1; index <= count; index++) {
        assert_true(play->count < ASKS_MAX);
        play->true_us[play->count] = last_us + (int64_t)(period_us * index);
        play->asks_us[play->count] = play->true_us[play->count];
        play->count++;
    }
}

static void pause_for(struct device_play *play, int64_t gap_us) {
    go_on(play, (double)gap_us, 1);
}

static void jitter(struct device_play *play, int from, int most_us, uint64_t seed) {
    struct chance chance = {seed};
    for (int index = from; index < play->count; index++) {
        int64_t late_us = play->true_us[index] + chance_below(&chance, most_us);
        bool ordered = index == 0 || late_us >= play->asks_us[index - 1];
        play->asks_us[index] = ordered ? late_us : play->asks_us[index - 1];
    }
}

// What a whole run showed, looked at every millisecond.
struct seen {
    int64_t ran_after_us;     // from the first callback
    int64_t largest_step_us;  // between two looks
    int64_t largest_wait_us;  // without any movement, once it ran
    int64_t largest_error_us; // against the sample truly heard, `calm_us` after it ran
    int64_t last_error_us;    // at the end
    int64_t last_us;          // the last reading
    int lost, found;
};

struct look {
    int64_t calm_us, until_us; // from the first callback
    bool find;                 // ask for pulse_found as a speaker does
};

static int64_t truly_heard_us(const struct device_play *play, int asked, int64_t now_us) {
    int64_t since_us = now_us - play->true_us[asked - 1];
    int64_t buffer_us = (int64_t)exact_us;
    since_us = since_us < 0 ? 0 : since_us > buffer_us ? buffer_us : since_us;
    return (int64_t)((asked - 2) * exact_us) + since_us;
}

static void look_at(struct seen *seen, int64_t reading_us, int64_t before_us, int64_t *stood_us) {
    int64_t step_us = reading_us - before_us;
    if (step_us < 0) {
        fail_msg("the clock ran backwards by %lld us", (long long)-step_us);
    }
    seen->largest_step_us = step_us > seen->largest_step_us ? step_us : seen->largest_step_us;
    *stood_us = step_us == 0 ? *stood_us + 1000 : 0;
    seen->largest_wait_us = *stood_us > seen->largest_wait_us ? *stood_us : seen->largest_wait_us;
}

static struct seen watch(const struct device_play *play, struct look look) {
    struct pulse pulse;
    pulse_init(&pulse, BUFFER);
    struct seen seen = {.ran_after_us = -1};
    int asked = 0;
    int64_t stood_us = 0;
    bool was_lost = false;
    int64_t first_us = play->asks_us[0];
    for (int64_t now_us = first_us; now_us < first_us + look.until_us; now_us += 1000) {
        while (asked < play->count && play->asks_us[asked] <= now_us) {
            pulse_callback(&pulse, BUFFER, play->asks_us[asked++]);
        }
        int64_t before_us = seen.last_us;
        seen.last_us = pulse_reading_us(&pulse, now_us);
        assert_true(pulse.offset_us % 1000 == 0);
        if (!pulse.running) {
            assert_int_equal(seen.last_us, 0);
            continue;
        }
        seen.ran_after_us = seen.ran_after_us < 0 ? now_us - first_us : seen.ran_after_us;
        look_at(&seen, seen.last_us, before_us, &stood_us);
        seen.lost += pulse.lost && !was_lost;
        seen.found += look.find && pulse_found(&pulse);
        was_lost = pulse.lost;
        int64_t error_us = seen.last_us - pulse.offset_us - truly_heard_us(play, asked, now_us);
        seen.last_error_us = error_us;
        if (!pulse.lost && now_us > first_us + look.calm_us) {
            error_us = llabs(error_us);
            seen.largest_error_us =
                error_us > seen.largest_error_us ? error_us : seen.largest_error_us;
        }
    }
    return seen;
}

static struct device_play *play_new(void) {
    return memory_new(1, sizeof(struct device_play));
}

static void a_regular_device_is_followed_to_a_millisecond(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us, 1500);
    struct seen seen = watch(play, (struct look){.calm_us = 500000, .until_us = 60000000});
    assert_in_range(seen.ran_after_us, 120000, 130000);
    assert_true(seen.largest_step_us <= 1100);
    assert_true(seen.largest_error_us <= 1100);
    assert_int_equal(seen.lost, 0);
    memory_free(play);
}

static void a_late_start_does_not_count(void **state) {
    (void)state;
    for (int64_t gap_us = 950000; gap_us <= 2000000; gap_us += 150000) {
        struct device_play *play = play_new();
        go_on(play, exact_us, 1);
        pause_for(play, gap_us);
        go_on(play, exact_us, 700);
        struct seen seen = watch(play, (struct look){.calm_us = 2500000, .until_us = 25000000});
        // Ready within the 3 s that a session waits, and never without sound meanwhile.
        assert_in_range(seen.ran_after_us, gap_us + 120000, gap_us + 135000);
        assert_true(seen.largest_step_us <= 1100);
        assert_true(seen.largest_error_us <= 1100);
        assert_int_equal(seen.lost, 0);
        memory_free(play);
    }
}

static void a_fast_device_leads(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us / 1.000171, 20000);
    struct seen seen = watch(play, (struct look){.calm_us = 1000000, .until_us = 800000000});
    assert_true(seen.largest_error_us <= 1500);
    assert_true(seen.largest_step_us <= 1100);
    // 171 millionths of 800 s are 137 ms, which nobody may lose.
    assert_in_range(seen.last_us, 800000000 + 5000, 800000000 + 137000);
    memory_free(play);
}

static void a_driver_that_sleeps_whole_milliseconds_leads(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, 42000, 5000);
    struct seen seen = watch(play, (struct look){.calm_us = 3000000, .until_us = 200000000});
    assert_true(seen.largest_error_us <= 16000);
    assert_true(seen.largest_step_us <= 1200);
    assert_in_range(seen.last_us, 202900000, 203200000);
    memory_free(play);
}

static void jittered_callbacks_make_a_smooth_clock(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct device_play *play = play_new();
        go_on(play, exact_us, 1500);
        jitter(play, 0, 9000, seed);
        struct seen seen = watch(play, (struct look){.calm_us = 4000000, .until_us = 60000000});
        // The device is known by its callbacks alone, which come 4.5 ms late on the average.
        if (seen.largest_error_us > 10000 || seen.largest_step_us > 1200 || seen.lost) {
            fail_msg("seed %llu: error %lld step %lld lost %d", (unsigned long long)seed,
                     (long long)seen.largest_error_us, (long long)seen.largest_step_us, seen.lost);
        }
        memory_free(play);
    }
}

static void two_buffers_at_a_time_are_no_trouble(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us, 1500);
    for (int index = 0; index + 1 < play->count; index += 2) {
        play->asks_us[index] = play->asks_us[index + 1];
    }
    struct seen seen = watch(play, (struct look){.calm_us = 5000000, .until_us = 60000000});
    assert_true(seen.ran_after_us >= 0 && seen.ran_after_us < 1200000);
    assert_true(seen.largest_step_us <= 5000);
    assert_true(seen.largest_error_us <= 50000);
    memory_free(play);
}

static void a_short_stall_stops_the_clock_and_loses_nothing(void **state) {
    (void)state;
    static const int64_t gaps_us[] = {90000, 429000, 950000};
    for (int index = 0; index < 3; index++) {
        struct device_play *play = play_new();
        go_on(play, exact_us, 200);
        pause_for(play, gaps_us[index]);
        go_on(play, exact_us, 600);
        struct seen seen = watch(play, (struct look){.calm_us = 500000, .until_us = 30000000});
        assert_true(seen.largest_step_us <= 1100);
        assert_true(seen.largest_error_us <= 12000);
        assert_true(seen.largest_wait_us >= gaps_us[index] - 60000);
        assert_int_equal(seen.lost, 0);
        assert_true(llabs(seen.last_error_us) <= 1100);
        int64_t played_us = 30000000 - seen.ran_after_us - gaps_us[index] + 42667;
        assert_true(llabs(seen.last_us - played_us) <= 3000);
        memory_free(play);
    }
}

static void a_stall_that_is_made_up_for_at_once_never_leaps(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us, 800);
    // The program slept for ten buffers, the device did not: it asks for all of them at once.
    for (int index = 200; index < 210; index++) {
        play->asks_us[index] = play->true_us[210];
    }
    struct seen seen = watch(play, (struct look){.calm_us = 14000000, .until_us = 30000000});
    assert_true(seen.largest_step_us <= 50000);
    assert_true(seen.largest_error_us <= 15000);
    assert_int_equal(seen.lost, 0);
    memory_free(play);
}

static void behind_a_long_stall_the_monotonic_clock_carries_on(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us, 200);
    pause_for(play, 5000000);
    go_on(play, exact_us, 600);
    struct look look = {.calm_us = 500000, .until_us = 30000000, .find = true};
    struct seen seen = watch(play, look);
    assert_int_equal(seen.lost, 1);
    assert_int_equal(seen.found, 1);
    assert_true(seen.largest_step_us <= 1100);
    assert_true(seen.largest_error_us <= 12000);
    // It stood for the first second of the five (less the buffer that was still to be heard).
    assert_in_range(seen.largest_wait_us, 930000, 1000000);
    int64_t played_us = 30000000 - seen.ran_after_us - 1000000 + 53000;
    assert_true(llabs(seen.last_us - played_us) <= 3000);
    memory_free(play);
}

static void a_device_that_vanishes_leaves_a_running_clock(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, exact_us, 200);
    struct look look = {.calm_us = 500000, .until_us = 60000000, .find = true};
    struct seen seen = watch(play, look);
    assert_int_equal(seen.lost, 1);
    assert_int_equal(seen.found, 0);
    assert_true(seen.largest_step_us <= 1000);
    assert_true(llabs(seen.last_us - (60000000 - seen.ran_after_us - 1000000 + 53000)) <= 3000);
    memory_free(play);
}

static void a_device_faster_than_time_is_followed(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, 90, 28000);
    struct seen seen = watch(play, (struct look){.calm_us = 100000, .until_us = 2500000});
    assert_true(seen.ran_after_us <= 3000);
    assert_int_equal(seen.lost, 0);
    assert_true(seen.largest_error_us <= 1150000); // a few milliseconds of such a device
    assert_true(seen.last_us > 1000000000);        // twenty minutes in two and a half seconds
    memory_free(play);
}

static void a_device_slower_than_time_starts_all_the_same(void **state) {
    (void)state;
    struct device_play *play = play_new();
    go_on(play, 90000, 600);
    struct seen seen = watch(play, (struct look){.calm_us = 3000000, .until_us = 50000000});
    assert_in_range(seen.ran_after_us, 2000000, 2200000);
    assert_int_equal(seen.lost, 0);
    assert_true(seen.largest_step_us <= 1100);
    assert_true(seen.largest_error_us <= 15000);
    memory_free(play);
}

static void losing_goes_on_from_the_same_reading_and_another_device_takes_over(void **state) {
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, BUFFER);
    int64_t now_us = begins_us;
    for (int index = 0; index < 100; index++, now_us += 42667) {
        pulse_callback(&pulse, BUFFER, now_us);
    }
    int64_t before_us = pulse_reading_us(&pulse, now_us);
    pulse_lose(&pulse, now_us);
    assert_int_equal(pulse_reading_us(&pulse, now_us), before_us);
    assert_int_equal(pulse_reading_us(&pulse, now_us + 2000000), before_us + 2000000);
    assert_false(pulse_found(&pulse));
    now_us += 2000000;
    for (int index = 0; index < 4; index++, now_us += 85333) {
        assert_false(pulse_found(&pulse));
        pulse_callback(&pulse, 4096, now_us); // its buffer is another
    }
    assert_true(pulse_found(&pulse));
    assert_false(pulse_found(&pulse));
    assert_int_equal(pulse.buffer_frames, 4096);
    int64_t reading_us = pulse_reading_us(&pulse, now_us - 85333);
    assert_int_equal(reading_us, before_us + 2000000 + 3 * 85333);
    int64_t ahead_us = pulse_next_heard_us(&pulse) - reading_us;
    assert_in_range(ahead_us, 2 * 85333 - 1000, 2 * 85333);
}

static void without_any_device_it_runs_from_the_moment_it_is_told(void **state) {
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, BUFFER);
    assert_int_equal(pulse_reading_us(&pulse, begins_us), 0);
    assert_false(pulse.running);
    pulse_lose(&pulse, begins_us);
    assert_true(pulse.running && pulse.lost);
    assert_int_equal(pulse_reading_us(&pulse, begins_us), 0);
    assert_int_equal(pulse_reading_us(&pulse, begins_us + 1234567), 1234567);
}

static void two_threads_that_look_in_another_order_see_no_way_back(void **state) {
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, BUFFER);
    int64_t now_us = begins_us, before_us = 0;
    struct chance chance = {11};
    for (int index = 0; index < 5000; index++) {
        now_us += 42667 + chance_below(&chance, 6000) - 3000;
        pulse_callback(&pulse, BUFFER, now_us);
        // The other thread read its clock up to 300 us earlier and got the lock later.
        for (int look = 0; look < 4; look++) {
            int64_t reading_us =
                pulse_reading_us(&pulse, now_us + 20000 - chance_below(&chance, 300));
            assert_true(reading_us >= before_us);
            before_us = reading_us;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_regular_device_is_followed_to_a_millisecond),
        cmocka_unit_test(a_late_start_does_not_count),
        cmocka_unit_test(a_fast_device_leads),
        cmocka_unit_test(a_driver_that_sleeps_whole_milliseconds_leads),
        cmocka_unit_test(jittered_callbacks_make_a_smooth_clock),
        cmocka_unit_test(two_buffers_at_a_time_are_no_trouble),
        cmocka_unit_test(a_short_stall_stops_the_clock_and_loses_nothing),
        cmocka_unit_test(a_stall_that_is_made_up_for_at_once_never_leaps),
        cmocka_unit_test(behind_a_long_stall_the_monotonic_clock_carries_on),
        cmocka_unit_test(a_device_that_vanishes_leaves_a_running_clock),
        cmocka_unit_test(a_device_faster_than_time_is_followed),
        cmocka_unit_test(a_device_slower_than_time_starts_all_the_same),
        cmocka_unit_test(losing_goes_on_from_the_same_reading_and_another_device_takes_over),
        cmocka_unit_test(without_any_device_it_runs_from_the_moment_it_is_told),
        cmocka_unit_test(two_threads_that_look_in_another_order_see_no_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
