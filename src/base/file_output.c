// SPDX-License-Identifier: MIT
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h> // realpath
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

// Small pieces are gathered, so that appending a sample at a time costs no system call each.
enum { GATHER_SIZE = 65536 };

struct file_output {
    char *path;
    char *temporary; // in the same folder, because rename does not cross file systems
    int file;
    bool failed;    // then commit refuses: a piece is missing
    size_t written; // bytes handed to the system
    size_t gathered;
    char bytes[GATHER_SIZE];
};

static bool fail_errno(struct error *err) {
    bool missing = errno == ENOENT || errno == ENOTDIR;
    return error_set(err, missing ? ERROR_MISSING : ERROR_FILE, "%s", strerror(errno));
}

// Where the bytes really go: a link to a file (as settings kept in another folder are) stays a
// link, and nothing but a regular file is ever replaced.
static char *resolve(const char *path, struct error *err) {
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        error_set(err, ERROR_FILE,
                  S_ISDIR(status.st_mode) ? N_("is a folder") : N_("is not a regular file"));
        return NULL;
    }
    char *target = NULL;
    if (lstat(path, &status) == 0 && S_ISLNK(status.st_mode)) {
        target = realpath(path, NULL);
    }
    char *resolved = memory_text(target ? target : path);
    memory_free(target); // realpath takes it from where memory_free gives it back to
    return resolved;
}

static int open_temporary(const char *path) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    int file = open(path, flags, 0600);
    if (file < 0 && errno == EEXIST) {
        // Left by a process of the same number that was killed.
        unlink(path);
        file = open(path, flags, 0600);
    }
    return file;
}

static void output_free(struct file_output *output) {
    memory_free(output->path);
    memory_free(output->temporary);
    memory_free(output);
}

struct file_output *file_output_begin(const char *path, unsigned mode, struct error *err) {
    char *resolved = resolve(path, err);
    if (!resolved) {
        return NULL;
    }
    struct text_builder temporary = {0};
    text_add_format(&temporary, "%s.tmp%ld", resolved, (long)getpid());
    struct file_output *output = memory_new(1, sizeof *output);
    output->path = resolved;
    output->temporary = temporary.text;
    output->file = open_temporary(output->temporary);
    if (output->file < 0) {
        fail_errno(err);
        output_free(output);
        return NULL;
    }
    if (fchmod(output->file, (mode_t)mode) != 0) {
        fail_errno(err);
        file_output_abandon(output);
        return NULL;
    }
    return output;
}

static bool write_all(struct file_output *output, const char *data, size_t length,
                      struct error *err) {
    while (length > 0) {
        ssize_t done = write(output->file, data, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            output->failed = true;
            errno = done < 0 ? errno : ENOSPC;
            return fail_errno(err);
        }
        data += done;
        length -= (size_t)done;
        output->written += (size_t)done;
    }
    return true;
}

static bool flush_gathered(struct file_output *output, struct error *err) {
    size_t length = output->gathered;
    output->gathered = 0;
    return write_all(output, output->bytes, length, err);
}

bool file_output_append(struct file_output *output, const void *data, size_t length,
                        struct error *err) {
    if (length > GATHER_SIZE - output->gathered && !flush_gathered(output, err)) {
        return false;
    }
    if (length >= GATHER_SIZE) {
        return write_all(output, data, length, err);
    }
    if (length) {
        memcpy(output->bytes + output->gathered, data, length);
    }
    output->gathered += length;
    return true;
}

bool file_output_patch(struct file_output *output, size_t offset, const void *data, size_t length,
                       struct error *err) {
    assert(offset + length <= output->written + output->gathered);
    if (!flush_gathered(output, err)) {
        return false;
    }
    if (lseek(output->file, (off_t)offset, SEEK_SET) < 0) {
        output->failed = true;
        return fail_errno(err);
    }
    size_t written = output->written;
    bool done = write_all(output, data, length, err);
    output->written = written;
    if (done && lseek(output->file, 0, SEEK_END) < 0) {
        output->failed = true;
        return fail_errno(err);
    }
    return done;
}

const char *file_output_temporary(const struct file_output *output) {
    return output->temporary;
}

// Makes the new name itself last. When this fails the file already stands there whole, so it is no
// failure of writing; only a power cut in the next seconds could bring the old one back.
static void flush_folder(const char *path) {
    const char *slash = strrchr(path, '/');
    struct text_builder name = {0};
    size_t length = slash ? (size_t)(slash - path) : 0;
    text_add_bytes(&name, slash ? path : ".", slash && length > 0 ? length : 1);
    int folder = open(name.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool flushed = folder >= 0 && (fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP);
    // A folder one may write to but not read cannot be flushed.
    if (!flushed && errno != EACCES) {
        log_warning("%s: the folder could not be flushed: %s", name.text, strerror(errno));
    }
    if (folder >= 0) {
        close(folder);
    }
    text_builder_free(&name);
}

static bool finish(struct file_output *output, struct error *err) {
    if (output->failed) {
        return error_set(err, ERROR_FILE, "a part could not be written");
    }
    if (!flush_gathered(output, err)) {
        return false;
    }
    if (fsync(output->file) != 0) {
        return fail_errno(err);
    }
    int closed = close(output->file);
    output->file = -1;
    if (closed != 0 || rename(output->temporary, output->path) != 0) {
        return fail_errno(err);
    }
    return true;
}

bool file_output_commit(struct file_output *output, struct error *err) {
    if (!finish(output, err)) {
        file_output_abandon(output);
        return false;
    }
    flush_folder(output->path);
    output_free(output);
    return true;
}

void file_output_abandon(struct file_output *output) {
    if (!output) {
        return;
    }
    if (output->file >= 0) {
        close(output->file);
    }
    unlink(output->temporary);
    output_free(output);
}

bool file_write(const char *path, const void *data, size_t length, unsigned mode,
                struct error *err) {
    struct file_output *output = file_output_begin(path, mode, err);
    if (!output) {
        return false;
    }
    if (!file_output_append(output, data, length, err)) {
        file_output_abandon(output);
        return false;
    }
    return file_output_commit(output, err);
}
