/* Preloaded into virpipe clients beside the redirection: counts the VirGL commands that go into the door and appends "opcode object-type" lines to the file
   that VIRGL_COMMANDS names, each at most once a process. Facts: a vtest frame is length in words, number, content; number 6 submits a command stream. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int door = -1;
static uint64_t seen[256];
static struct { uint32_t word[2]; size_t have, left, skip; } frame;

static void command(uint32_t header)
{
    unsigned opcode = header & 255, type = header >> 8 & 255;
    const char *path = getenv("VIRGL_COMMANDS");
    if (opcode > 3) type = 0;                                   /* only create, bind and destroy name an object type */
    if (type > 63 || seen[opcode] >> type & 1 || !path) return;
    seen[opcode] |= 1ull << type;
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0666);
    if (file < 0) return;
    dprintf(file, "%u %u\n", opcode, type);
    close(file);
}

/* Words of a stream or of a frame's head, as they come. */
static void take(const unsigned char *bytes, size_t count)
{
    static uint32_t word;
    static size_t have;
    for (size_t i = 0; i < count; i++) {
        if (frame.have < 8) {                                   /* the frame's head */
            ((unsigned char *)frame.word)[frame.have++] = bytes[i];
            if (frame.have == 8) {
                frame.left = frame.word[1] == 8 ? frame.word[0] : (size_t)frame.word[0] * 4;    /* CREATE_RENDERER counts bytes */
                frame.skip = have = 0;
                if (!frame.left) frame.have = 0;
            }
            continue;
        }
        if (frame.word[1] == 6) {
            ((unsigned char *)&word)[have++] = bytes[i];
            if (have == 4) {
                have = 0;
                if (frame.skip) frame.skip--;
                else { command(word); frame.skip = word >> 16; }
            }
        }
        if (!--frame.left) frame.have = 0;
    }
}

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int (*next)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
    if (address->sa_family == AF_UNIX && !strcmp(((const struct sockaddr_un *)address)->sun_path, "/tmp/.virgl_test")) {
        door = fd;
        memset(&frame, 0, sizeof frame);
    }
    return next(fd, address, length);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    ssize_t (*next)(int, const void *, size_t) = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    ssize_t done = next(fd, bytes, count);
    if (fd == door && done > 0) take(bytes, (size_t)done);
    return done;
}
