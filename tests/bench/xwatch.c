// SPDX-License-Identifier: MIT

// Tells, with times of the monotonic clock, what reaches an X screen, whichever program sent it:
// when a window is mapped, each piece that is drawn (XDamage), and when the middle of the screen
// first shows a picture, that is, three colours or more instead of a background.
//
//   xwatch [SECONDS]           SECONDS: how long to look for the picture; 0 where left out: not
//
//   start T WIDTH HEIGHT       of the screen; from here on everything is told
//   map T WIDTH HEIGHT         of a window that is no menu and no hint
//   drawn T X Y WIDTH HEIGHT
//   content T
//
// Ends on SIGTERM. Looking costs the X server some time, so nobody looks once a picture was found.

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
    COLOURS_LEAST = 3,
    GRID = 3, // every third pixel of every third row
    POLL_MS = 100,
};

struct watch {
    Display *display;
    Window root;
    int width, height;
    int damage_events; // number of the extension's first event
    double look_until;
    bool found, changed;
};

static volatile sig_atomic_t asked_to_stop;

static void ask_to_stop(int signal_number) {
    (void)signal_number;
    asked_to_stop = 1;
}

// A window may be gone by the time it is asked about.
static int ignore_error(Display *display, XErrorEvent *event) {
    (void)display, (void)event;
    return 0;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Whether the grid meets as many colours as a picture has.
static bool is_picture(XImage *image) {
    unsigned long seen[COLOURS_LEAST];
    int count = 0;
    for (int y = 0; y < image->height; y += GRID) {
        for (int x = 0; x < image->width; x += GRID) {
            unsigned long pixel = XGetPixel(image, x, y) & 0xffffff;
            int known = 0;
            while (known < count && seen[known] != pixel)
                known++;
            if (known == count)
                seen[count++] = pixel;
            if (count == COLOURS_LEAST)
                return true;
        }
    }
    return false;
}

// The time stands before the colours are counted: they were there already.
static void look(struct watch *watch) {
    unsigned width = (unsigned)watch->width * 7 / 10;
    unsigned height = (unsigned)watch->height * 7 / 10;
    XImage *image = XGetImage(watch->display, watch->root, watch->width * 15 / 100,
                              watch->height * 15 / 100, width, height, AllPlanes, ZPixmap);
    double time = now();
    if (!image)
        return;
    if (is_picture(image)) {
        printf("content %.6f\n", time);
        watch->found = true;
    }
    XDestroyImage(image);
}

static void tell_map(const struct watch *watch, const XMapEvent *event, double time) {
    XWindowAttributes window = {0};
    if (!event->override_redirect && XGetWindowAttributes(watch->display, event->window, &window))
        printf("map %.6f %d %d\n", time, window.width, window.height);
}

static void take_event(struct watch *watch) {
    XEvent event;
    XNextEvent(watch->display, &event);
    double time = now();
    if (event.type == watch->damage_events + XDamageNotify) {
        const XDamageNotifyEvent *damage = (const void *)&event;
        const XRectangle *area = &damage->area;
        printf("drawn %.6f %d %d %u %u\n", time, area->x, area->y, area->width, area->height);
        watch->changed = true;
    } else if (event.type == MapNotify) {
        tell_map(watch, &event.xmap, time);
    }
}

static bool open_watch(struct watch *watch, double seconds) {
    int errors;
    watch->display = XOpenDisplay(NULL);
    if (!watch->display || !XDamageQueryExtension(watch->display, &watch->damage_events, &errors)) {
        fprintf(stderr, "xwatch: no display, or one without the DAMAGE extension\n");
        return false;
    }
    XSetErrorHandler(ignore_error);
    watch->root = DefaultRootWindow(watch->display);
    XWindowAttributes screen = {0};
    XGetWindowAttributes(watch->display, watch->root, &screen);
    watch->width = screen.width;
    watch->height = screen.height;
    XSelectInput(watch->display, watch->root, SubstructureNotifyMask);
    XDamageCreate(watch->display, watch->root, XDamageReportRawRectangles);
    XSync(watch->display, False);
    watch->look_until = now() + seconds;
    printf("start %.6f %d %d\n", now(), watch->width, watch->height);
    fflush(stdout);
    return true;
}

static void run(struct watch *watch) {
    struct pollfd server = {.fd = ConnectionNumber(watch->display), .events = POLLIN};
    while (!asked_to_stop) {
        if (!XPending(watch->display))
            poll(&server, 1, POLL_MS);
        while (XPending(watch->display))
            take_event(watch);
        if (watch->changed && !watch->found && now() < watch->look_until) {
            look(watch);
            fflush(stdout);
        }
        watch->changed = false;
    }
}

int main(int argc, char **argv) {
    struct watch watch = {0};
    struct sigaction stop = {.sa_handler = ask_to_stop};
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGINT, &stop, NULL);
    if (!open_watch(&watch, argc > 1 ? strtod(argv[1], NULL) : 0))
        return EXIT_FAILURE;
    run(&watch);
    XCloseDisplay(watch.display);
    return EXIT_SUCCESS;
}
