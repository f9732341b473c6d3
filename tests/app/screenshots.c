// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Paints every screen without a window, into FOLDER/NAME-THEME-SIZE-TEXT-LANG.png, with a contact
// sheet for each screen: screenshots FOLDER ROOT LOCALE [all] [NAME...]
// Those of the README, smaller and named by screen alone: screenshots FOLDER ROOT LOCALE readme
//
// The clock stands still and the history is made up, so that two runs give the same bytes.

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/shots.h"
#include "app/stage.h"
#include "draw/text.h"

struct job {
    const char *folder, *root, *locale;
    bool all;
    char *const *names; // of the screens that are wanted
    int name_count;     // 0: every one
};

struct look {
    const char *theme;
    int width, height, text_percent;
    const char *language;
};

enum { WORKERS = 2, LOOKS_MAX = 128, PATH_MOST = 512 };

static const char *const themes[] = {"evening", "day", "contrast", "dim"};
static const char *const languages[] = {"en", "de"};
static const int sizes[][2] = {{640, 480}, {1280, 800}, {1920, 1080}, {3840, 2160}};
static const int text_percents[] = {100, 150, 250};

// Each theme, each size, each text size and each language at least once.
static const struct look few_looks[] = {
    {"evening", 1280, 800, 100, "en"},  {"day", 1280, 800, 100, "en"},
    {"contrast", 1280, 800, 100, "en"}, {"dim", 1280, 800, 150, "de"},
    {"evening", 640, 480, 100, "en"},   {"day", 640, 480, 100, "de"},
    {"evening", 1280, 800, 250, "de"},  {"evening", 1920, 1080, 100, "en"},
    {"evening", 640, 480, 250, "de"},
};
// Fine displays show what others show, only larger: one screen of a kind is enough to look at.
static const struct look fine_look = {"day", 3840, 2160, 150, "en"};

static int add_all_looks(struct look looks[LOOKS_MAX]) {
    int count = 0;
    for (size_t language = 0; language < 2; language++) {
        for (size_t i = 0; i < 4 * 4 * 3; i++) {
            const int *size = sizes[i / 3 % 4];
            looks[count++] = (struct look){themes[i / 12], size[0], size[1], text_percents[i % 3],
                                           languages[language]};
        }
    }
    return count;
}

// In the order of languages, because each opens the house anew.
static int list_looks(const struct job *job, const struct shot *shot,
                      struct look looks[LOOKS_MAX]) {
    int count = 0;
    if (job->all) {
        return add_all_looks(looks);
    }
    for (size_t language = 0; language < 2; language++) {
        for (size_t i = 0; i < sizeof few_looks / sizeof *few_looks; i++) {
            if (strcmp(few_looks[i].language, languages[language]) == 0) {
                looks[count++] = few_looks[i];
            }
        }
    }
    if (strcmp(shot->name, "first") == 0) {
        looks[count++] = fine_look;
    }
    return count;
}

static void look_name(const struct shot *shot, const struct look *look, char *to, size_t size) {
    text_format(to, size, "%s-%s-%dx%d-%d-%s", shot->name, look->theme, look->width, look->height,
                look->text_percent, look->language);
}

static void write_picture(cairo_surface_t *picture, const char *folder, const char *name) {
    char path[PATH_MOST];
    text_format(path, sizeof path, "%s/%s.png", folder, name);
    cairo_status_t status = cairo_surface_write_to_png(picture, path);
    if (status != CAIRO_STATUS_SUCCESS) {
        fprintf(stderr, "screenshots: %s: %s\n", path, cairo_status_to_string(status));
        exit(1);
    }
}

// All pictures of one screen beside one another, each with its name below.
struct sheet {
    cairo_surface_t *surface;
    cairo_t *cairo;
    int across, next;
};
enum { CELL_WIDTH = 400, CELL_HEIGHT = 300, CELL_GAP = 12, LABEL = 24 };

static struct sheet sheet_new(int count) {
    struct sheet sheet = {.across = count > 12 ? 6 : 3};
    int rows = (count + sheet.across - 1) / sheet.across;
    sheet.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                               sheet.across * (CELL_WIDTH + CELL_GAP) + CELL_GAP,
                                               rows * (CELL_HEIGHT + LABEL + CELL_GAP) + CELL_GAP);
    sheet.cairo = cairo_create(sheet.surface);
    cairo_set_source_rgb(sheet.cairo, 0.5, 0.5, 0.5);
    cairo_paint(sheet.cairo);
    return sheet;
}

static void sheet_add(struct sheet *sheet, cairo_surface_t *picture, const char *name) {
    double width = cairo_image_surface_get_width(picture);
    double height = cairo_image_surface_get_height(picture);
    double share = fmin(CELL_WIDTH / width, CELL_HEIGHT / height);
    int column = sheet->next % sheet->across;
    int row = sheet->next / sheet->across;
    double x = CELL_GAP + column * (CELL_WIDTH + CELL_GAP);
    double y = CELL_GAP + row * (CELL_HEIGHT + LABEL + CELL_GAP);
    sheet->next++;
    cairo_save(sheet->cairo);
    cairo_translate(sheet->cairo, x + (CELL_WIDTH - width * share) / 2,
                    y + (CELL_HEIGHT - height * share) / 2);
    cairo_scale(sheet->cairo, share, share);
    cairo_set_source_surface(sheet->cairo, picture, 0, 0);
    cairo_paint(sheet->cairo);
    cairo_restore(sheet->cairo);
    struct text_style style = {.size = 14, .weight = 400, .align = ALIGN_CENTRE};
    cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
    text_draw(sheet->cairo, name, &style, (struct box){x, y + CELL_HEIGHT, CELL_WIDTH, LABEL});
}

static void sheet_finish(struct sheet *sheet, const char *folder, const char *name) {
    char label[64];
    text_format(label, sizeof label, "sheet-%s", name);
    write_picture(sheet->surface, folder, label);
    cairo_destroy(sheet->cairo);
    cairo_surface_destroy(sheet->surface);
}

static void take_shot(const struct job *job, const struct shot *shot) {
    static const int64_t BEGIN_US = 1000000000;
    struct look looks[LOOKS_MAX];
    int count = list_looks(job, shot, looks);
    struct sheet sheet = sheet_new(count);
    struct stage stage;
    for (int i = 0; i < count; i++) {
        const struct look *look = &looks[i];
        if (i == 0 || strcmp(look->language, looks[i - 1].language) != 0) {
            if (i > 0) {
                stage_close(&stage);
            }
            *stage_now_us() = BEGIN_US;
            stage_open(&stage, &(struct stage_place){.root = job->root,
                                                     .locale = job->locale,
                                                     .language = look->language});
            shot->set(&stage, shot);
        }
        char name[128];
        look_name(shot, look, name, sizeof name);
        stage_look(&stage, look->theme, look->text_percent);
        cairo_surface_t *picture = stage_paint(&stage, look->width, look->height);
        write_picture(picture, job->folder, name);
        sheet_add(&sheet, picture, name);
        cairo_surface_destroy(picture);
    }
    stage_close(&stage);
    sheet_finish(&sheet, job->folder, shot->name);
}

static cairo_surface_t *smaller(cairo_surface_t *picture, double share) {
    int width = (int)(cairo_image_surface_get_width(picture) * share);
    int height = (int)(cairo_image_surface_get_height(picture) * share);
    cairo_surface_t *small = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(small);
    cairo_scale(cairo, share, share);
    cairo_set_source_surface(cairo, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return small;
}

static const struct shot *shot_named(const char *name) {
    for (int i = 0; i < SHOTS; i++) {
        if (strcmp(shots[i].name, name) == 0) {
            return &shots[i];
        }
    }
    return NULL;
}

static void take_readme(const struct job *job) {
    static const struct {
        const char *shot, *theme;
    } pictures[] = {{"breathe-in", "evening"}, {"list", "day"}, {"massage", "evening"}};
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        const struct shot *shot = shot_named(pictures[i].shot);
        struct stage stage;
        assert(shot);
        stage_open(&stage, &(struct stage_place){
                               .root = job->root, .locale = job->locale, .language = "en"});
        shot->set(&stage, shot);
        stage_look(&stage, pictures[i].theme, 100);
        cairo_surface_t *picture = stage_paint(&stage, 1280, 800);
        cairo_surface_t *small = smaller(picture, 0.625);
        write_picture(small, job->folder, shot->name);
        cairo_surface_destroy(small);
        cairo_surface_destroy(picture);
        stage_close(&stage);
    }
}

static bool is_wanted(const struct job *job, const struct shot *shot) {
    for (int i = 0; i < job->name_count; i++) {
        if (strcmp(job->names[i], shot->name) == 0) {
            return true;
        }
    }
    return job->name_count == 0;
}

static void work(const struct job *job, int worker) {
    int wanted = 0;
    for (int i = 0; i < SHOTS; i++) {
        if (is_wanted(job, &shots[i]) && wanted++ % WORKERS == worker) {
            take_shot(job, &shots[i]);
        }
    }
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: screenshots FOLDER ROOT LOCALE [all] [NAME...]\n");
        return 2;
    }
    struct job job = {.folder = argv[1], .root = argv[2], .locale = argv[3]};
    int rest = 4;
    job.all = argc > rest && strcmp(argv[rest], "all") == 0;
    rest += job.all;
    job.names = argv + rest;
    job.name_count = argc - rest;
    (void)mkdir(job.folder, 0777); // writing the first picture tells when that was not possible
    if (job.name_count == 1 && strcmp(job.names[0], "readme") == 0) {
        take_readme(&job);
        return 0;
    }
    for (int worker = 0; worker < WORKERS; worker++) {
        if (fork() == 0) {
            work(&job, worker);
            return 0;
        }
    }
    int result = 0;
    for (int status = 0; wait(&status) > 0;) {
        result |= status != 0;
    }
    return result;
}
