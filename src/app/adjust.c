// SPDX-License-Identifier: MIT
#include "app/window.h"
#include "base/text.h"
#include "files/settings.h"

// What is set from every screen and written at once.

void window_text_size(struct window *window, int percent) {
    enum { LEAST = 100, MOST = 250 };
    struct house *house = window->house;
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
