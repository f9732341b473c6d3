// SPDX-License-Identifier: MIT
#include "run/house.h"

#include <assert.h>

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"

// --lang, else the setting, else NULL: as the system says.
static const char *language_of(const struct house_options *options,
                               const struct settings *settings) {
    if (options->language)
        return options->language;
    return settings->language[0] ? settings->language : NULL;
}

// A folder that cannot be there: nothing is found in it and nothing is written to it.
static const char nowhere[] = "/dev/null/repose";

static bool find_paths(const struct house_options *options, struct paths *paths,
                       struct error *err) {
    return paths_find(options->program, options->data, paths, err) ||
           (options->home_is_optional && !options->data &&
            paths_find(options->program, nowhere, paths, err));
}

bool house_open(const struct house_options *options, struct house *house, struct error *err) {
    assert(options != NULL && house != NULL);
    *house = (struct house){.settings = settings_default()};
    house->clock = options->now_fixed ? clock_wall_fixed(options->now) : clock_wall_system();
    if (!find_paths(options, &house->paths, err))
        return false;
    // Else there would be nothing in it to read, as if nothing had ever been done.
    if (options->data && file_exists(options->data) && !file_is_folder(options->data))
        return error_set(err, ERROR_FILE, "%s is not a folder", options->data);
    house->settings = settings_read(house->paths.settings);
    text_use_language(language_of(options, &house->settings), house->paths.locale);
    return true;
}

void house_close(struct house *house) {
    if (house->catalog_read)
        catalog_free(&house->catalog);
    store_close(house->store);
    paths_free(&house->paths);
    *house = (struct house){0};
}

void house_read_catalog(struct house *house) {
    if (house->catalog_read)
        return;
    catalog_read(house->paths.routines, house->paths.own_routines, house->paths.images,
                 text_language(), &house->catalog);
    house->catalog_read = true;
}

// What happened to a history that could not be trusted; the person has to know before she misses
// something.
static void tell_set_aside(const struct store *store) {
    if (store_health(store) != STORE_SET_ASIDE)
        return;
    // Finding it checks it whole, so that is left to the one day on which it is needed.
    const char *backup = store_newest_backup(store);
    log_warning(_("The history was damaged. It is kept as %s, and a new one was begun."),
                store_set_aside_path(store));
    if (backup)
        log_warning(_("The newest backup is %s."), backup);
    else
        log_warning("%s", _("There is no backup."));
}

bool house_open_store(struct house *house, bool read_only, struct error *err) {
    assert(house->store == NULL);
    if (!read_only && !paths_prepare(&house->paths, err))
        return false;
    house->store = store_open(&(struct store_options){.path = house->paths.history,
                                                      .backups = house->paths.backups,
                                                      .now = clock_wall_now(&house->clock),
                                                      .read_only = read_only},
                              err);
    if (!house->store)
        return false;
    tell_set_aside(house->store);
    return true;
}

bool house_set(struct house *house, const char *key, const char *value, struct error *err) {
    // What was set from outside meanwhile is not written over.
    if (house->paths.settings && file_exists(house->paths.settings))
        house->settings = settings_read(house->paths.settings);
    return settings_set(&house->settings, key, value, err) && house->paths.settings &&
           paths_prepare(&house->paths, err) &&
           settings_write(house->paths.settings, &house->settings, err);
}

int64_t house_today(const struct house *house) {
    return wall_day_of(clock_wall_now(&house->clock), house->settings.day_starts_min);
}
