// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "cli/commands.h"
#include "report/picture_kind.h"
#include "report/pose_picture.h"
#include "report/pose_sheet.h"

// Of the pictures' person nothing is known here: the drawn one is as it comes.

static const struct pose *find_pose(const struct shared *shared, const char *id,
                                    struct error *err) {
    const struct pose *pose = shared_pose(shared, id);
    const char *nearest = pose ? NULL : shared_nearest_pose(shared, id);
    if (pose && pose->scene) {
        error_set(err, ERROR_MISSING, _("%s is a scene and no pose of the face"), id);
        return NULL;
    }
    if (nearest)
        error_set(err, ERROR_MISSING, _("no such pose: %s (did you mean %s?)"), id, nearest);
    else if (!pose)
        error_set(err, ERROR_MISSING,
                  _("no such pose: %s; `repose poses OUT.png` draws all of them"), id);
    return pose;
}

enum status command_pose(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    const char *id = arguments->words[0], *path = arguments->words[1];
    if (picture_kind_of(path) == PICTURE_NONE) {
        error_set(err, ERROR_INPUT, _("%s: a pose is drawn as .png or .svg"), path);
        return STATUS_USAGE;
    }
    house_read_catalog(house);
    const struct pose *pose = find_pose(&house->catalog.shared, id, err);
    if (!pose)
        return STATUS_FAILED;
    if (pose->one_sided && arguments->side != SIDE_NONE) {
        error_set(err, ERROR_INPUT, _("%s says its side already; leave --side out"), id);
        return STATUS_USAGE;
    }
    const struct pose_picture what = {.pose = pose,
                                      .side = arguments->side,
                                      .effort = arguments->effort < 0 ? 10 : arguments->effort,
                                      .muscles = arguments->muscles,
                                      .exchanged = arguments->mirror,
                                      .look = face_look_default()};
    if (pose_picture_write(&what, path, err))
        return STATUS_DONE;
    error_prefix(err, path);
    return STATUS_FAILED;
}

enum status command_poses(struct house *house, const struct arguments *arguments,
                          struct error *err) {
    const char *path = arguments->words[0];
    if (picture_kind_of(path) != PICTURE_PNG) {
        error_set(err, ERROR_INPUT, _("%s: the poses are drawn as .png"), path);
        return STATUS_USAGE;
    }
    house_read_catalog(house);
    const struct shared *shared = &house->catalog.shared;
    const struct pose_sheet what = {
        .poses = shared->poses, .count = shared->pose_count, .look = face_look_default()};
    if (pose_sheet_write(&what, path, err))
        return STATUS_DONE;
    error_prefix(err, path);
    return STATUS_FAILED;
}
