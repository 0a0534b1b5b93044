/* Preloaded into programs whose pictures are compared: time goes on in equal steps, once for each time that the program itself asks, and stands still after
   STILL_STEPS of them (40 unless told), so that animations end in the same picture whatever draws them. Libraries see the true monotonic clock. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

static long step(void)
{
    static long steps;
    const char *most = getenv("STILL_STEPS");
    if (steps < (most ? atol(most) : 40)) steps++;
    return steps * 180;
}

int gettimeofday(struct timeval *t, void *zone)
{
    (void)zone;
    t->tv_sec = 1000;
    t->tv_usec = 0;
    return 0;
}

int clock_gettime(clockid_t id, struct timespec *t)
{
    int (*next)(clockid_t, struct timespec *) = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    const char *program = getenv("STILL_FOR");
    Dl_info caller;
    if (!program || !dladdr(__builtin_return_address(0), &caller) || !caller.dli_fname || !strstr(caller.dli_fname, program)) return next(id, t);
    long milliseconds = step();
    t->tv_sec = 1000 + milliseconds / 1000;
    t->tv_nsec = milliseconds % 1000 * 1000000;
    return 0;
}
