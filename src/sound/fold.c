// SPDX-License-Identifier: MIT
#include "sound/fold.h"

#include <string.h>

enum place { LEFT, RIGHT, MIDDLE, LOW, BEHIND_LEFT, BEHIND_RIGHT, BEHIND };

static const struct share {
    float left, right;
} shares[] = {
    [LEFT] = {1.0F, 0.0F},   [RIGHT] = {0.0F, 1.0F},          [MIDDLE] = {0.7071F, 0.7071F},
    [LOW] = {0.0F, 0.0F},    [BEHIND_LEFT] = {0.7071F, 0.0F}, [BEHIND_RIGHT] = {0.0F, 0.7071F},
    [BEHIND] = {0.5F, 0.5F},
};

// The order in which WAV and FLAC lay so many channels, and that of Vorbis (its specification,
// 4.3.9).
static const enum place plain_orders[][FOLD_CHANNELS_MAX] = {
    [3] = {LEFT, RIGHT, MIDDLE},
    [4] = {LEFT, RIGHT, BEHIND_LEFT, BEHIND_RIGHT},
    [5] = {LEFT, RIGHT, MIDDLE, BEHIND_LEFT, BEHIND_RIGHT},
    [6] = {LEFT, RIGHT, MIDDLE, LOW, BEHIND_LEFT, BEHIND_RIGHT},
    [7] = {LEFT, RIGHT, MIDDLE, LOW, BEHIND, BEHIND_LEFT, BEHIND_RIGHT},
    [8] = {LEFT, RIGHT, MIDDLE, LOW, BEHIND_LEFT, BEHIND_RIGHT, BEHIND_LEFT, BEHIND_RIGHT},
};
static const enum place ogg_orders[][FOLD_CHANNELS_MAX] = {
    [3] = {LEFT, MIDDLE, RIGHT},
    [4] = {LEFT, RIGHT, BEHIND_LEFT, BEHIND_RIGHT},
    [5] = {LEFT, MIDDLE, RIGHT, BEHIND_LEFT, BEHIND_RIGHT},
    [6] = {LEFT, MIDDLE, RIGHT, BEHIND_LEFT, BEHIND_RIGHT, LOW},
    [7] = {LEFT, MIDDLE, RIGHT, BEHIND_LEFT, BEHIND_RIGHT, BEHIND, LOW},
    [8] = {LEFT, MIDDLE, RIGHT, BEHIND_LEFT, BEHIND_RIGHT, BEHIND_LEFT, BEHIND_RIGHT, LOW},
};

static enum place place_of(int mapped) {
    switch (mapped) {
    case SF_CHANNEL_MAP_LEFT:
    case SF_CHANNEL_MAP_FRONT_LEFT:
    case SF_CHANNEL_MAP_FRONT_LEFT_OF_CENTER:
        return LEFT;
    case SF_CHANNEL_MAP_RIGHT:
    case SF_CHANNEL_MAP_FRONT_RIGHT:
    case SF_CHANNEL_MAP_FRONT_RIGHT_OF_CENTER:
        return RIGHT;
    case SF_CHANNEL_MAP_LFE:
        return LOW;
    case SF_CHANNEL_MAP_REAR_CENTER:
        return BEHIND;
    case SF_CHANNEL_MAP_REAR_LEFT:
    case SF_CHANNEL_MAP_SIDE_LEFT:
        return BEHIND_LEFT;
    case SF_CHANNEL_MAP_REAR_RIGHT:
    case SF_CHANNEL_MAP_SIDE_RIGHT:
        return BEHIND_RIGHT;
    default:
        return MIDDLE;
    }
}

static void read_places(SNDFILE *file, const SF_INFO *info, enum place places[]) {
    int mapped[FOLD_CHANNELS_MAX] = {0};
    int size = info->channels * (int)sizeof *mapped;
    bool ogg = (info->format & SF_FORMAT_TYPEMASK) == SF_FORMAT_OGG;
    const enum place *order = ogg ? ogg_orders[info->channels] : plain_orders[info->channels];
    memcpy(places, order, sizeof *order * (size_t)info->channels);
    if (!ogg && sf_command(file, SFC_GET_CHANNEL_MAP_INFO, mapped, size) == SF_TRUE) {
        for (int channel = 0; channel < info->channels; channel++) {
            places[channel] = place_of(mapped[channel]);
        }
    }
}

bool fold_of(SNDFILE *file, const SF_INFO *info, struct fold *fold) {
    *fold = (struct fold){.channels = info->channels, .left = {1.0F}, .right = {1.0F}};
    if (info->channels < 1 || info->channels > FOLD_CHANNELS_MAX) {
        return false;
    }
    if (info->channels <= 2) {
        return true;
    }
    enum place places[FOLD_CHANNELS_MAX];
    read_places(file, info, places);
    float left = 0.0F, right = 0.0F;
    for (int channel = 0; channel < info->channels; channel++) {
        left += shares[places[channel]].left;
        right += shares[places[channel]].right;
    }
    float most = left > right ? left : right;
    float softer = most > 1.0F ? 1.0F / most : 1.0F;
    for (int channel = 0; channel < info->channels; channel++) {
        fold->left[channel] = softer * shares[places[channel]].left;
        fold->right[channel] = softer * shares[places[channel]].right;
    }
    return true;
}

void fold_frames(const struct fold *fold, const float *from, float *to, int frames) {
    if (fold->channels == 2) {
        memcpy(to, from, 2 * sizeof *to * (size_t)frames);
        return;
    }
    for (int frame = 0; frame < frames; frame++, from += fold->channels, to += 2) {
        to[0] = to[1] = 0.0F;
        for (int channel = 0; channel < fold->channels; channel++) {
            to[0] += fold->left[channel] * from[channel];
            to[1] += fold->right[channel] * from[channel];
        }
    }
}
