// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

// The clocks of the machine, and the wall clock that --now can fix. Nothing in core/ may include
// this: there, time comes in as an argument.

// Steady: milliseconds and microseconds since some point in the past, never backwards.
int64_t clock_monotonic_ms(void);
int64_t clock_monotonic_us(void);

// Sleeps at most this long; signals end it early.
void clock_sleep_ms(int64_t ms);
// Sleeps until the steady clock shows `us`: for pictures that must come on time to a part of a
// millisecond, which a wait in whole ones cannot give.
void clock_sleep_until_us(int64_t us);

// A moment as a person's clock showed it.
struct wall {
    int64_t utc_s;  // seconds since 1970-01-01T00:00:00Z
    int offset_min; // local time less UTC at that moment, minutes
};

// The wall clock of this run: the machine's, or one that began at --now and goes on with steady
// time.
struct wall_clock {
    bool fixed;
    struct wall began;
    int64_t began_ms; // monotonic
};

struct wall_clock clock_wall_system(void);
struct wall_clock clock_wall_fixed(struct wall began);
struct wall clock_wall_now(const struct wall_clock *clock);

// The local offset at a moment, by the machine's time zone.
int clock_offset_at(int64_t utc_s);

// Another moment as somebody's clock shows it whose clock shows `now`: by the machine's zone,
// summer time included; one that shows another offset than the machine keeps its own.
struct wall wall_at(struct wall now, int64_t utc_s);

enum { WALL_TEXT_MAX = 32 };

// "2026-11-21T08:00:00+01:00". Years 1-9999.
const char *wall_text(struct wall wall, char to[WALL_TEXT_MAX]);

// Reads that form, also without seconds, with "Z", with a blank for the T; without an offset the
// machine's zone decides, a date alone is its first second. False names what would be right.
bool wall_read(const char *text, struct wall *wall, struct error *err);
// The same, but without an offset it is a time of the place where `now` was read: where that is not
// the machine's zone (--now), its offset decides, as for wall_day_begins.
bool wall_read_there(const char *text, struct wall now, struct wall *wall, struct error *err);

// The local date as a day number (1970-01-01 is 0) and back; proleptic Gregorian calendar.
int64_t wall_day(struct wall wall);
// The day that a moment belongs to where days begin `day_starts_min` minutes after midnight.
int64_t wall_day_of(struct wall wall, int day_starts_min);

// The first UTC second of a local day that begins `day_starts_min` minutes after midnight, summer
// time included: of a beginning that the clocks skip it is the moment they are put forward, of one
// that comes twice the first. By the machine's zone where that agrees with the offset of `now`,
// else (--now from elsewhere) by that offset.
int64_t wall_day_begins(struct wall now, int64_t day, int day_starts_min);

int64_t day_of_date(int year, int month, int day);
void date_of_day(int64_t day, int *year, int *month, int *day_of_month);
