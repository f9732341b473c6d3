// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "store/answers.h"

// A disk that fails at the n-th call, for every n: SQLite's own way to the system is wrapped, and
// what was recorded before must be there whatever happens.

enum kinds { READS = 1, WRITES = 2, SYNCS = 4, OPENS = 8, SHARED = 16 };

struct failing_disk {
    sqlite3_vfs vfs; // first, so that SQLite's pointer to it is ours
    sqlite3_vfs *real;
    unsigned kinds;
    int code;      // what a failing call says
    int after;     // calls of these kinds that still succeed
    bool for_ever; // every later one fails too, as on a full disk
    bool failed;   // it came to that
    bool active;
};

struct failing_file {
    sqlite3_file base; // first, as above
    struct failing_disk *disk;
    sqlite3_file *real;
};

// Whether this call is the one that fails.
static bool fails(struct failing_disk *disk, unsigned kind) {
    if (!disk->active || !(disk->kinds & kind)) {
        return false;
    }
    if (disk->after > 0) {
        disk->after--;
        return false;
    }
    if (disk->failed && !disk->for_ever) {
        return false;
    }
    disk->failed = true;
    return true;
}

static struct failing_file *file_of(sqlite3_file *file) {
    return (struct failing_file *)file;
}

static sqlite3_file *real_of(sqlite3_file *file) {
    return file_of(file)->real;
}

static int disk_close(sqlite3_file *file) {
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int disk_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at) {
    if (fails(file_of(file)->disk, READS)) {
        return SQLITE_IOERR_READ;
    }
    return real_of(file)->pMethods->xRead(real_of(file), to, amount, at);
}

// Half of what a failing write should have written is on the disk, as after a loss of power.
static int disk_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at) {
    if (fails(file_of(file)->disk, WRITES)) {
        real_of(file)->pMethods->xWrite(real_of(file), from, amount / 2, at);
        return file_of(file)->disk->code;
    }
    return real_of(file)->pMethods->xWrite(real_of(file), from, amount, at);
}

static int disk_truncate(sqlite3_file *file, sqlite3_int64 size) {
    if (fails(file_of(file)->disk, WRITES)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int disk_sync(sqlite3_file *file, int flags) {
    if (fails(file_of(file)->disk, SYNCS)) {
        return SQLITE_IOERR_FSYNC;
    }
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int disk_size(sqlite3_file *file, sqlite3_int64 *size) {
    if (fails(file_of(file)->disk, READS)) {
        return SQLITE_IOERR_FSTAT;
    }
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int disk_lock(sqlite3_file *file, int lock) {
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int disk_unlock(sqlite3_file *file, int lock) {
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int disk_check_lock(sqlite3_file *file, int *reserved) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int disk_control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int disk_sector(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int disk_traits(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int disk_shared_map(sqlite3_file *file, int page, int size, int extend,
                           void volatile **memory) {
    if (fails(file_of(file)->disk, SHARED)) {
        *memory = NULL;
        return SQLITE_IOERR_SHMMAP;
    }
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, memory);
}

static int disk_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void disk_shared_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int disk_shared_unmap(sqlite3_file *file, int remove_it) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove_it);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = disk_close,
    .xRead = disk_read,
    .xWrite = disk_write,
    .xTruncate = disk_truncate,
    .xSync = disk_sync,
    .xFileSize = disk_size,
    .xLock = disk_lock,
    .xUnlock = disk_unlock,
    .xCheckReservedLock = disk_check_lock,
    .xFileControl = disk_control,
    .xSectorSize = disk_sector,
    .xDeviceCharacteristics = disk_traits,
    .xShmMap = disk_shared_map,
    .xShmLock = disk_shared_lock,
    .xShmBarrier = disk_shared_barrier,
    .xShmUnmap = disk_shared_unmap,
};

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags) {
    struct failing_disk *disk = (struct failing_disk *)vfs;
    struct failing_file *ours = file_of(file);
    *ours = (struct failing_file){.disk = disk, .real = (sqlite3_file *)(ours + 1)};
    if (fails(disk, OPENS)) {
        return SQLITE_CANTOPEN;
    }
    int code = disk->real->xOpen(disk->real, name, ours->real, flags, out_flags);
    if (ours->real->pMethods) {
        ours->base.pMethods = &methods;
    }
    return code;
}

static void disk_insert(struct failing_disk *disk) {
    *disk = (struct failing_disk){.real = sqlite3_vfs_find(NULL)};
    disk->vfs = *disk->real;
    disk->vfs.pNext = NULL;
    disk->vfs.zName = "failing";
    disk->vfs.szOsFile = (int)sizeof(struct failing_file) + disk->real->szOsFile;
    disk->vfs.xOpen = disk_open;
    assert_int_equal(sqlite3_vfs_register(&disk->vfs, 1), SQLITE_OK);
}

static void disk_remove(struct failing_disk *disk) {
    sqlite3_vfs_unregister(&disk->vfs);
}

// What the person believes to be recorded after a sitting on such a disk.
struct believed {
    char id[UUID_TEXT_MAX];
    bool opened, started, finished, answered;
};

static void sit(const struct place *place, struct believed *believed) {
    struct error err = {0};
    struct store_options options = options_of(place);
    options.now = later(morning, 86400);
    struct store *store = store_open(&options, &err);
    believed->opened = store != NULL;
    if (!store) {
        assert_int_not_equal(err.code, ERROR_NONE);
        assert_true(strlen(err.text) > 0);
        return;
    }
    assert_int_equal(store_health(store), STORE_GOOD);
    struct session_record record = box_breath(options.now);
    struct played played;
    played_init(&played, 2);
    believed->started = sessions_start(store, &record, &err);
    for (int i = 1; i <= 3; i++) {
        played_add(&played, 0, i * 5000);
        sessions_checkpoint(store, record.id, i * 5000, 0, &played, options.now, &err);
    }
    played_free(&played);
    record.played_ms = 288000;
    record.status = SESSION_COMPLETE;
    record.ending = ENDING_COMPLETE;
    believed->finished = sessions_finish(store, &record, &err);
    believed->answered = answers_set(store, "cause", "told", "self", options.now, &err);
    memcpy(believed->id, record.id, sizeof record.id);
    store_close(store);
}

// With the disk whole again: everything that was said to be recorded is, and all that was before.
static void assert_kept(const struct place *place, const struct believed *believed) {
    struct store *store = open_at(place, later(morning, 86400));
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_ok(store_check(store, &err));
    struct session_list list = list_all(store, morning);
    assert_true(list.count >= 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(list.records[i].played_ms, 60000 + i);
    }
    if (believed->finished) {
        assert_int_equal(list.count, 4);
        assert_string_equal(list.records[3].id, believed->id);
        assert_int_equal(list.records[3].status, SESSION_COMPLETE);
    }
    session_list_free(&list);
    char *value;
    assert_ok(answers_get(store, "cause", &value, &err));
    assert_true(!believed->answered || (value && strcmp(value, "told") == 0));
    free(value);
    store_close(store);
}

// What a history of the day before looks like on disk. Made once; each round begins with a copy,
// because waiting for a real disk to flush hundreds of new ones would take minutes.
static struct contents made_before(const struct place *place) {
    struct store *store = open_at(place, morning);
    for (int i = 0; i < 3; i++) {
        struct session_record record;
        add_session(store, later(morning, i * 400), 60000 + i, &record);
    }
    store_close(store);
    return contents_read(place->history);
}

// One round for each call that can fail, until one passes without any failing.
static int fail_each(const struct place *place, unsigned kinds, int code, bool for_ever) {
    int round = 0;
    folder_empty(place->backups);
    folder_empty(place->folder);
    struct contents before = made_before(place);
    for (bool failed = true; failed; round++) {
        folder_empty(place->backups);
        folder_empty(place->folder);
        contents_write(place->history, before);
        struct failing_disk disk;
        disk_insert(&disk);
        disk.kinds = kinds;
        disk.code = code;
        disk.for_ever = for_ever;
        disk.after = round;
        disk.active = true;
        struct believed believed = {0};
        sit(place, &believed);
        failed = disk.failed;
        disk.active = false;
        disk_remove(&disk);
        if (!failed) {
            assert_true(believed.opened && believed.started && believed.finished);
            assert_true(believed.answered);
        }
        assert_kept(place, &believed);
        assert_true(round < 1000);
    }
    free(before.bytes);
    return round;
}

static void a_write_that_fails_once(void **state) {
    assert_true(fail_each(*state, WRITES, SQLITE_IOERR_WRITE, false) > 10);
}

static void a_disk_that_is_full_from_then_on(void **state) {
    assert_true(fail_each(*state, WRITES, SQLITE_FULL, true) > 10);
}

static void a_flush_that_fails(void **state) {
    assert_true(fail_each(*state, SYNCS, SQLITE_IOERR_FSYNC, false) > 3);
    assert_true(fail_each(*state, SYNCS, SQLITE_IOERR_FSYNC, true) > 3);
}

static void a_read_that_fails_is_no_damage(void **state) {
    assert_true(fail_each(*state, READS, SQLITE_IOERR, false) > 10);
    assert_true(fail_each(*state, READS, SQLITE_IOERR, true) > 10);
}

static void a_file_that_cannot_be_opened(void **state) {
    assert_true(fail_each(*state, OPENS, SQLITE_CANTOPEN, false) > 1);
    assert_true(fail_each(*state, OPENS, SQLITE_CANTOPEN, true) > 1);
}

static void memory_that_cannot_be_shared(void **state) {
    assert_true(fail_each(*state, SHARED, SQLITE_IOERR, false) > 1);
    assert_true(fail_each(*state, SHARED, SQLITE_IOERR, true) > 1);
}

// A history that begins on a full disk says so, and begins later.
static void a_beginning_on_a_full_disk(void **state) {
    const struct place *place = *state;
    bool failed = true;
    for (int round = 0; failed; round++) {
        folder_empty(place->folder);
        struct failing_disk disk;
        disk_insert(&disk);
        disk.kinds = WRITES;
        disk.code = SQLITE_FULL;
        disk.for_ever = true;
        disk.after = round;
        disk.active = true;
        struct store_options options = options_of(place);
        struct error err = {0};
        struct store *store = store_open(&options, &err);
        if (!store) {
            assert_int_equal(err.code, ERROR_STORE);
            assert_non_null(strstr(err.text, "disk is full"));
        }
        store_close(store);
        failed = disk.failed;
        disk.active = false;
        disk_remove(&disk);
        store = open_at(place, morning);
        assert_int_not_equal(store_health(store), STORE_SET_ASIDE);
        struct session_record record;
        add_session(store, morning, 1000, &record);
        store_close(store);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_write_that_fails_once),      TEST(a_disk_that_is_full_from_then_on),
        TEST(a_flush_that_fails),           TEST(a_read_that_fails_is_no_damage),
        TEST(a_file_that_cannot_be_opened), TEST(memory_that_cannot_be_shared),
        TEST(a_beginning_on_a_full_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
