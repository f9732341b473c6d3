// SPDX-License-Identifier: MIT
#include "app/window.h"

#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "files/settings.h"

// What is set from every screen and written at once, and what was set elsewhere meanwhile.

static bool is_same(const struct settings *one, const struct settings *other) {
    for (int i = 0; i < settings_count(); i++) {
        char first[64];
        char second[64];
        struct error err = {0};
        const char *key = settings_key(i);
        if (settings_get(one, key, first, sizeof first, &err) &&
            settings_get(other, key, second, sizeof second, &err) && strcmp(first, second) != 0) {
            return false;
        }
    }
    return true;
}

// Light, text size, the forms of the player and what is heard hold at once; the language from the
// next start.
void window_read_settings(struct window *window) {
    struct house *house = window->house;
    if (!house->paths.settings || !file_exists(house->paths.settings)) {
        return; // without a home there is no file
    }
    struct settings fresh = settings_read(house->paths.settings);
    if (!is_same(&fresh, &house->settings)) {
        house->settings = fresh;
        window->theme = theme_by_setting(fresh.theme);
        window_stale(window);
    }
}

void window_set(struct window *window, const char *key, const char *value) {
    struct error err = {0};
    window_read_settings(window); // for the light that may be another one
    if (!house_set(window->house, key, value, &err)) {
        log_warning("%s", err.text);
    }
}

void window_text_size(struct window *window, int percent) {
    enum { LEAST = 100, MOST = 250 };
    struct house *house = window->house;
    window_read_settings(window); // so that nothing of it is written over
    int before = house->settings.text_percent;
    int after = percent < LEAST ? LEAST : percent > MOST ? MOST : percent;
    char words[96];
    text_format(words, sizeof words, _("Text %d %%"), after);
    if (after == before) {
        window_say(window, words);
        return;
    }
    struct error err = {0};
    house->settings.text_percent = after;
    window_stale(window);
    if (!paths_prepare(&house->paths, &err) ||
        !settings_write(house->paths.settings, &house->settings, &err)) {
        // It holds for now all the same.
        window_say(window, err.text);
    } else if (window->undoing) {
        window_say(window, words);
    } else {
        window_did(window, words, (struct act){ACT_TEXT_SIZE, before});
    }
}
