/* Preloaded into Mesa's virpipe clients: their connection to the one path that they know goes to VTEST_SOCKET_NAME, which Mesa 22.3 ignores. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int (*next)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
    const char *path = getenv("VTEST_SOCKET_NAME");
    struct sockaddr_un wanted = { .sun_family = AF_UNIX };
    if (!path || address->sa_family != AF_UNIX || strcmp(((const struct sockaddr_un *)address)->sun_path, "/tmp/.virgl_test"))
        return next(fd, address, length);
    strncpy(wanted.sun_path, path, sizeof wanted.sun_path - 1);
    return next(fd, (const struct sockaddr *)&wanted, sizeof wanted);
}
