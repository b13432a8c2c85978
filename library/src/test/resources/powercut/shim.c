/*
 * Writes down what a program does to the files of one folder, in the order it does it: preloaded
 * into a process, it logs every write, change of length, removal and sync of a file under
 * $CUT_FOLDER to $CUT_LOG. PowerCut.java reads the log and says what a power cut would have left.
 *
 * A record: operation (1 byte), length of the path (4), offset (8), length of the content (8), all
 * little-endian as the machine is, then the path and the content.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 65536
#define LONGEST 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *paths[FILES];
static const char *folder;
static size_t folder_length;
static int journal = -1;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_unlink)(const char *);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);

__attribute__((constructor)) static void start(void) {
  if (real_open) return;
  real_close = dlsym(RTLD_NEXT, "close");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_open = dlsym(RTLD_NEXT, "open64");
  folder = getenv("CUT_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *log = getenv("CUT_LOG");
  if (folder && log) journal = real_open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

static int watched(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0;
}

static const char *path_of(int fd) { return fd >= 0 && fd < FILES ? paths[fd] : NULL; }

/* Under the lock, so that the log has the order in which things happened. */
static void record(char op, const char *path, uint64_t offset, const void *content, uint64_t size) {
  char head[1 + 4 + 8 + 8 + LONGEST];
  uint32_t length = (uint32_t)strlen(path);
  if (journal < 0 || length > LONGEST) return;
  head[0] = op;
  memcpy(head + 1, &length, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &size, 8);
  memcpy(head + 21, path, length);
  if (real_write(journal, head, 21 + length) < 0) abort();
  for (uint64_t done = 0; content && done < size;) {
    ssize_t step = real_write(journal, (const char *)content + done, size - done);
    if (step < 0) abort();
    done += (uint64_t)step;
  }
}

static int opened(const char *path, int flags, mode_t mode) {
  start();
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && fd < FILES && watched(path)) {
    pthread_mutex_lock(&lock);
    paths[fd] = strdup(path);
    if (flags & O_TRUNC) record('L', path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  return fd;
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & O_CREAT ? (mode_t)va_arg(rest, int) : 0;
}

#define OPEN(name)                                \
  int name(const char *path, int flags, ...) {    \
    va_list rest;                                 \
    va_start(rest, flags);                        \
    mode_t mode = mode_of(flags, rest);           \
    va_end(rest);                                 \
    return opened(path, flags, mode);             \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  start();
  if (path_of(fd)) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

/* Done and logged under one lock: the log never says better than the truth. */
ssize_t pwrite64(int fd, const void *content, size_t size, off64_t offset) {
  start();
  const char *path = path_of(fd);
  if (!path) return real_pwrite(fd, content, size, offset);
  pthread_mutex_lock(&lock);
  ssize_t done = real_pwrite(fd, content, size, offset);
  if (done > 0) record('W', path, (uint64_t)offset, content, (uint64_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite(int fd, const void *content, size_t size, off_t offset) {
  return pwrite64(fd, content, size, offset);
}

ssize_t write(int fd, const void *content, size_t size) {
  start();
  const char *path = path_of(fd);
  if (!path) return real_write(fd, content, size);
  pthread_mutex_lock(&lock);
  ssize_t done = real_write(fd, content, size);
  off64_t end = lseek64(fd, 0, SEEK_CUR);
  if (done > 0) record('W', path, (uint64_t)(end - done), content, (uint64_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  start();
  const char *path = path_of(fd);
  if (!path) return real_ftruncate(fd, length);
  pthread_mutex_lock(&lock);
  int result = real_ftruncate(fd, length);
  if (result == 0) record('L', path, (uint64_t)length, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*real)(int)) {
  const char *path = path_of(fd);
  if (!path) return real(fd);
  pthread_mutex_lock(&lock);
  int result = real(fd);
  if (result == 0) record('S', path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int fd) {
  start();
  return synced(fd, real_fsync);
}

int fdatasync(int fd) {
  start();
  return synced(fd, real_fdatasync);
}

int unlink(const char *path) {
  start();
  pthread_mutex_lock(&lock);
  int result = real_unlink(path);
  if (result == 0 && watched(path)) record('U', path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
