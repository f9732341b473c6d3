// SPDX-License-Identifier: MIT
#pragma once

// Another sampling rate, by a sinc under a Kaiser window (J. O. Smith, "Digital Audio Resampling";
// the window by J. F. Kaiser, 1974).
//
// A new sample depends on its place between the old ones alone, never on what was asked for
// before: whichever way a frame is reached, it is the same.

struct sinc;

// `step`: how far apart in old samples the new ones stand. What would lie above the new rate's half
// is taken away.
struct sinc *sinc_new(double step);
void sinc_free(struct sinc *sinc);

// So many old samples on either side of a new one count.
int sinc_reach(const struct sinc *sinc);

// The new frame (left and right) at `part` (0 to below 1) behind an old one. `from` are the old
// frames from sinc_reach - 1 before that one on, 2 * sinc_reach of them.
// For one thread at a time: the weights of places that come again are kept.
void sinc_frame(struct sinc *sinc, const float *from, double part, float to[2]);
