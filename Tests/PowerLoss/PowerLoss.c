// A disk that loses, at a power cut, all that no sync has asked it to keep.
//
// The program that links this asks its own fsync and fdatasync, for they stand before those of the
// C library. With CHENGDUN_KEPT naming a folder, each sync copies the whole file there, under its
// own name; what lies in that folder after the program has been killed is what a disk would hold.
// The model leaves out writes that arrive in another order, and counts a removed file as removed.
#define _GNU_SOURCE
#include "PowerLoss.h"
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long syncs;

long powerLossSyncs(void) { return atomic_load(&syncs); }

static int keep(int file, const char *folder) {
    char link[64], path[4096], target[8192], partial[8200];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    struct stat status;
    if (length < 0 || fstat(file, &status) != 0) return -1;
    if (!S_ISREG(status.st_mode)) return 0;
    path[length] = 0;
    snprintf(target, sizeof target, "%s/%s", folder, strrchr(path, '/') + 1);
    snprintf(partial, sizeof partial, "%s.partial", target);
    int copy = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (copy < 0) return -1;
    off_t offset = 0;
    while (offset < status.st_size) {
        if (sendfile(copy, file, &offset, (size_t)(status.st_size - offset)) <= 0) break;
    }
    close(copy);
    return rename(partial, target);
}

static int sync_file(int file, long call) {
    atomic_fetch_add(&syncs, 1);
    const char *folder = getenv("CHENGDUN_KEPT");
    return folder ? keep(file, folder) : (int)syscall(call, file);
}

int fsync(int file) { return sync_file(file, SYS_fsync); }
int fdatasync(int file) { return sync_file(file, SYS_fdatasync); }
