// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/doctor.h"
#include "core/vocabulary.h"

static void say(struct visit *visit, bool well, const char *text) {
    columns_wrap(stdout,
                 &(struct columns_margin){// TRANSLATORS: six columns each, blanks included
                                          .first = well ? _("ok    ") : _("look  "),
                                          .indent = 6,
                                          .width = visit->width},
                 text);
    visit->troubles += !well;
}

void visit_advise(const struct visit *visit, const char *text) {
    columns_wrap(stdout,
                 &(struct columns_margin){.first = "      ", .indent = 6, .width = visit->width},
                 text);
}

void visit_say(struct visit *visit, bool well, const char *what, const char *detail) {
    struct text_builder text = {0};
    text_add_format(&text, "%s: %s", what, detail);
    say(visit, well, text.text);
    text_builder_free(&text);
}

static void look_at_routines(struct visit *visit) {
    struct house *house = visit->house;
    struct text_builder text = {0};
    int broken = 0;
    house_read_catalog(house);
    for (int i = 0; i < house->catalog.count; i++)
        broken += house->catalog.entries[i].error != NULL;
    int whole = house->catalog.count - broken;
    text_add_format(&text, _("%d in %s"), whole,
                    house->paths.routines ? house->paths.routines : "?");
    visit_say(visit, whole > 0, _("routines"), text.text);
    text_builder_free(&text);
    if (whole == 0)
        visit_advise(visit,
                     _("The folder routines/ belongs beside the folder of the program, or in "
                       "share/repose of the place it was installed to."));
    for (int i = 0; i < house->catalog.count; i++) {
        const struct catalog_entry *entry = &house->catalog.entries[i];
        if (!entry->error)
            continue;
        visit_say(visit, false, entry->id, entry->error);
        text_add_format(&text, _("`repose check %s` tells all that is wrong with it."),
                        entry->path);
        visit_advise(visit, text.text);
        text_builder_free(&text);
    }
}

static void look_at_sounds(struct visit *visit) {
    struct text_builder missing = {0};
    const char *audio = visit->house->paths.audio;
    for (int sound = SOUND_NONE + 1; audio && sound < SOUND_COUNT; sound++) {
        char name[64];
        text_format(name, sizeof name, "cues/%s.wav", sound_words[sound]);
        char *path = file_join(audio, name);
        if (!file_exists(path))
            text_add_format(&missing, " %s", name);
        memory_free(path);
    }
    if (audio && missing.length == 0) {
        visit_say(visit, true, _("sounds"), audio);
    } else {
        visit_say(visit, false, _("sounds missing"), missing.length ? missing.text : "audio/");
        visit_advise(visit, _("Without them a session goes on in silence. Install repose again."));
    }
    text_builder_free(&missing);
}

// The folder itself, or the nearest above it that exists: there it would be created.
static void look_at_folder(struct visit *visit, const char *what, const char *folder) {
    char *path = memory_text(folder);
    char *slash;
    while (!file_exists(path) && (slash = strrchr(path, '/')) != NULL && slash != path)
        *slash = '\0';
    if (access(path, W_OK | X_OK) == 0) {
        visit_say(visit, true, what, folder);
    } else {
        visit_say(visit, false, what, folder);
        struct text_builder text = {0};
        text_add_format(&text,
                        _("%s cannot be written to: change its owner or its rights, or "
                          "name another folder with --data."),
                        path);
        visit_advise(visit, text.text);
        text_builder_free(&text);
    }
    memory_free(path);
}

static void look_at_history(struct visit *visit) {
    struct house *house = visit->house;
    struct error err = {0};
    if (!file_exists(house->paths.history)) {
        visit_say(visit, true, _("history"), _("none yet"));
        return;
    }
    bool well = house_open_store(house, true, &err) && store_check(house->store, &err);
    visit_say(visit, well, _("history"), well ? house->paths.history : err.text);
    if (well)
        return;
    const char *backup = house->store ? store_newest_backup(house->store) : NULL;
    struct text_builder text = {0};
    if (backup)
        text_add_format(&text, _("The newest backup is %s."), backup);
    else
        text_add_format(&text, _("Backups, where there are any, lie in %s."), house->paths.backups);
    visit_advise(visit, text.text);
    text_builder_free(&text);
}

static void look_at_settings(struct visit *visit) {
    const char *path = visit->house->paths.settings;
    struct text_builder broken = {0};
    text_add_format(&broken, "%s.broken", path);
    if (file_exists(broken.text)) {
        visit_say(visit, false, _("settings"), broken.text);
        visit_advise(visit,
                     _("The settings could not be read and were set aside there. Look whether "
                       "you want something of them back, then remove that file."));
    } else {
        visit_say(visit, true, _("settings"), file_exists(path) ? path : _("as they come"));
    }
    text_builder_free(&broken);
}

enum status command_doctor(struct house *house, const struct arguments *arguments,
                           struct error *err) {
    struct visit visit = {.house = house, .width = columns_width()};
    (void)err; // every trouble has its line
    look_at_routines(&visit);
    look_at_sounds(&visit);
    visit_sound(&visit, arguments->sound);
    look_at_folder(&visit, _("folder of the history"), house->paths.data);
    look_at_folder(&visit, _("cache"), house->paths.cache);
    look_at_history(&visit);
    look_at_settings(&visit);
    return visit.troubles > 0 ? STATUS_FAILED : STATUS_DONE;
}
