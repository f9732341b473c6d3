// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"

enum status command_backup(struct house *house, const struct arguments *arguments,
                           struct error *err) {
    const char *path = arguments->words[0];
    // An older backup is somebody's only copy of something; it is never replaced unasked.
    if (file_exists(path)) {
        error_set(err, ERROR_FILE, _("%s is there already; name another file"), path);
        return STATUS_FAILED;
    }
    if (!file_exists(house->paths.history)) {
        error_set(err, ERROR_MISSING, _("there is no history yet in %s"), house->paths.data);
        return STATUS_FAILED;
    }
    if (!house_open_store(house, true, err))
        return STATUS_FAILED;
    return store_backup(house->store, path, err) ? STATUS_DONE : STATUS_FAILED;
}
