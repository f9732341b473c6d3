// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"

enum { VALUE_MAX = SETTINGS_COMMAND_SIZE, KEY_WIDTH = 18, VALUE_WIDTH = 12, HELP_LEAST = 60 };

static enum status wrong_words(struct error *err) {
    error_set(err, ERROR_INPUT, "%s",
              _("settings takes: list, or get KEY, or set KEY VALUE; see repose settings --help"));
    return STATUS_USAGE;
}

static bool list(const struct settings *settings, struct error *err) {
    int width = columns_width();
    for (int i = 0; i < settings_count(); i++) {
        char value[VALUE_MAX], first[VALUE_MAX + KEY_WIDTH];
        if (!settings_get(settings, settings_key(i), value, sizeof value, err))
            return false;
        int blanks = VALUE_WIDTH - text_columns(value);
        text_format(first, sizeof first, "%-*s%s%*s", KEY_WIDTH, settings_key(i), value,
                    blanks > 0 ? blanks : 1, "");
        columns_wrap(stdout,
                     &(struct columns_margin){
                         .first = first, .indent = KEY_WIDTH + VALUE_WIDTH, .width = width},
                     width < HELP_LEAST ? "" : settings_help(i));
    }
    return true;
}

static enum status set(struct house *house, const struct arguments *arguments, struct error *err) {
    struct settings settings = house->settings;
    if (!settings_set(&settings, arguments->words[1], arguments->words[2], err))
        return STATUS_USAGE;
    if (!paths_prepare(&house->paths, err) ||
        !settings_write(house->paths.settings, &settings, err))
        return STATUS_FAILED;
    house->settings = settings;
    return STATUS_DONE;
}

enum status command_settings(struct house *house, const struct arguments *arguments,
                             struct error *err) {
    int count = arguments->word_count;
    const char *verb = count > 0 ? arguments->words[0] : "list";
    if (strcmp(verb, "list") == 0 && count <= 1)
        return list(&house->settings, err) ? STATUS_DONE : STATUS_FAILED;
    if (strcmp(verb, "set") == 0 && count == 3)
        return set(house, arguments, err);
    if (strcmp(verb, "get") == 0 && count == 2) {
        char value[VALUE_MAX];
        if (!settings_get(&house->settings, arguments->words[1], value, sizeof value, err))
            return STATUS_USAGE;
        printf("%s\n", value);
        return STATUS_DONE;
    }
    return wrong_words(err);
}
