// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"

enum { READ_STEP = 16384 };

void bytes_free(struct bytes *bytes) {
    memory_free(bytes->data);
    *bytes = (struct bytes){0};
}

// The reason in errno as a sentence.
static bool fail_errno(struct error *err) {
    bool missing = errno == ENOENT || errno == ENOTDIR;
    return error_set(err, missing ? ERROR_MISSING : ERROR_FILE, "%s", strerror(errno));
}

static bool fail_too_large(size_t limit, struct error *err) {
    const size_t kib = 1024;
    const size_t mib = kib * kib;
    if (limit % mib == 0 && limit > 0) {
        return error_set(err, ERROR_LIMIT, "is larger than %zu MiB", limit / mib);
    }
    if (limit % kib == 0 && limit > 0) {
        return error_set(err, ERROR_LIMIT, "is larger than %zu KiB", limit / kib);
    }
    return error_set(err, ERROR_LIMIT, "is larger than %zu bytes", limit);
}

static bool check_regular(int file, size_t limit, struct error *err) {
    struct stat status;
    if (fstat(file, &status) != 0) {
        return fail_errno(err);
    }
    if (S_ISDIR(status.st_mode)) {
        return error_set(err, ERROR_FILE, "is a folder");
    }
    if (!S_ISREG(status.st_mode)) {
        return error_set(err, ERROR_FILE, "is not a regular file");
    }
    if (status.st_size > 0 && (uintmax_t)status.st_size > limit) {
        return fail_too_large(limit, err);
    }
    return true;
}

// Reads to the end, whatever length the file was said to have.
static bool read_all(int file, size_t limit, struct text_builder *content, struct error *err) {
    char step[READ_STEP];
    text_add_bytes(content, "", 0);
    for (;;) {
        ssize_t got = read(file, step, sizeof step);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail_errno(err);
        }
        if (got == 0) {
            return true;
        }
        if ((size_t)got > limit - content->length) {
            return fail_too_large(limit, err);
        }
        text_add_bytes(content, step, (size_t)got);
    }
}

int file_open(const char *path, size_t limit, struct error *err) {
    // Without O_NONBLOCK a FIFO would wait for its writer.
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0 && errno == ENXIO) {
        error_set(err, ERROR_FILE, "is not a regular file"); // a socket
    } else if (file < 0) {
        fail_errno(err);
    } else if (!check_regular(file, limit, err)) {
        close(file);
        file = -1;
    }
    return file;
}

bool file_read(const char *path, size_t limit, struct bytes *out, struct error *err) {
    int file = file_open(path, limit, err);
    if (file < 0) {
        return false;
    }
    struct text_builder content = {0};
    bool done = read_all(file, limit, &content, err);
    close(file);
    if (!done) {
        text_builder_free(&content);
        return false;
    }
    *out = (struct bytes){.data = content.text, .length = content.length};
    return true;
}

bool file_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

bool file_is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
