/* Preloaded into the clients that compare-peer.sh measures. Their connection to Mesa's one fixed vtest socket goes to VTEST_SOCKET_NAME, and the file METER
   (4 words of 64 bits, made by the runner) is told when they connected, when their first and last frames were done, and how many there were.
   Times are those of CLOCK_MONOTONIC in nanoseconds. A frame is a glXSwapBuffers, or a call of meter_frame. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

struct meter { volatile uint64_t connected, first, last, frames; };
static struct meter nowhere, *meter = &nowhere;

__attribute__((constructor)) static void open_meter(void)
{
    const char *path = getenv("METER");
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *map = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *meter, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED) meter = map;
    if (fd >= 0) close(fd);
}

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void *real_dlsym(void *library, const char *name)
{
    static void *(*next)(void *, const char *);
    if (!next) next = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
    if (!next) next = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
    if (!next) next = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.17");
    return next(library, name);
}

void meter_frame(void)
{
    uint64_t t = now();
    if (meter->frames == 0) meter->first = t;
    meter->last = t;
    meter->frames++;
}

static void (*swap)(void *, unsigned long);

void glXSwapBuffers(void *display, unsigned long drawable)
{
    if (!swap) swap = (void (*)(void *, unsigned long))real_dlsym(RTLD_NEXT, "glXSwapBuffers");
    swap(display, drawable);
    meter_frame();
}

/* glmark2 opens libGL by itself and asks it by name. */
void *dlsym(void *library, const char *name)
{
    void *found = real_dlsym(library, name);
    if (!found || strcmp(name, "glXSwapBuffers") != 0 || found == (void *)glXSwapBuffers) return found;
    swap = (void (*)(void *, unsigned long))found;
    return (void *)glXSwapBuffers;
}

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int (*next)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))real_dlsym(RTLD_NEXT, "connect");
    const char *path = getenv("VTEST_SOCKET_NAME");
    struct sockaddr_un wanted = { .sun_family = AF_UNIX };
    if (!path || address->sa_family != AF_UNIX || strcmp(((const struct sockaddr_un *)address)->sun_path, "/tmp/.virgl_test") != 0)
        return next(fd, address, length);
    if (meter->connected == 0) meter->connected = now();
    strncpy(wanted.sun_path, path, sizeof wanted.sun_path - 1);
    return next(fd, (const struct sockaddr *)&wanted, sizeof wanted);
}
