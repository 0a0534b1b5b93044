// Preloaded into a Mesa client: virpipe of Mesa 22.3 knows one path only, so its connection goes where VTEST_SOCKET_NAME says.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int (*real)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
    const struct sockaddr_un *asked = (const struct sockaddr_un *)address;
    const char *path = getenv("VTEST_SOCKET_NAME");
    struct sockaddr_un ours = { .sun_family = AF_UNIX };
    if (!path || address->sa_family != AF_UNIX || strcmp(asked->sun_path, "/tmp/.virgl_test"))
        return real(fd, address, length);
    strncpy(ours.sun_path, path, sizeof ours.sun_path - 1);
    return real(fd, (const struct sockaddr *)&ours, sizeof ours);
}
