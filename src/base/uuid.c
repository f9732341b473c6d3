// SPDX-License-Identifier: MIT
#include "base/uuid.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"

enum { UUID_BYTES = 16 };

// For kernels and sandboxes without the call.
static bool read_device(unsigned char *to, size_t length) {
    int device = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (device < 0) {
        return false;
    }
    size_t done = 0;
    while (done < length) {
        ssize_t got = read(device, to + done, length - done);
        if (got <= 0 && errno != EINTR) {
            break;
        }
        done += got > 0 ? (size_t)got : 0;
    }
    close(device);
    return done == length;
}

// Scatters the bits of a number over all of it.
static uint64_t scatter(uint64_t number) {
    number = (number ^ number >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    number = (number ^ number >> 27) * UINT64_C(0x94D049BB133111EB);
    return number ^ number >> 31;
}

// The last resort, where the system gives no random bytes at all: ids must differ from each other
// and from those of other machines, they need not be secret. Waiting for the clock to move makes
// two calls of one process differ.
static void mix_clocks(unsigned char to[UUID_BYTES]) {
    int64_t began = clock_monotonic_us();
    int64_t now = began;
    while (now == began) {
        now = clock_monotonic_us();
    }
    struct wall_clock clock = clock_wall_system();
    uint64_t wall = (uint64_t)clock_wall_now(&clock).utc_s;
    uint64_t process = (uint64_t)getpid() << 32 ^ (uint64_t)(uintptr_t)to;
    uint64_t high = scatter((uint64_t)now ^ scatter(wall));
    uint64_t low = scatter(high ^ scatter(process));
    memcpy(to, &high, sizeof high);
    memcpy(to + sizeof high, &low, sizeof low);
}

void uuid_make(char to[UUID_TEXT_MAX]) {
    unsigned char bytes[UUID_BYTES];
    ssize_t got;
    do {
        got = getrandom(bytes, sizeof bytes, 0);
    } while (got < 0 && errno == EINTR);
    if (got != sizeof bytes && !read_device(bytes, sizeof bytes)) {
        mix_clocks(bytes);
    }
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x40); // version 4
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80); // the variant of RFC 9562
    char *at = to;
    for (int i = 0; i < UUID_BYTES; i++) {
        bool dash = i == 4 || i == 6 || i == 8 || i == 10;
        text_format(at, 4, dash ? "-%02x" : "%02x", (unsigned)bytes[i]);
        at += dash ? 3 : 2;
    }
}
