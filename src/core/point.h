// SPDX-License-Identifier: MIT
#pragma once

// A place in a picture's own unit; x to the right, y down.
struct point {
    double x, y;
};
