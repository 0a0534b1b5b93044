#!/usr/bin/env python3
"""picture.py SCREEN OUT.png SECONDS: waits until the X screen in the file SCREEN (XWD, as Xvfb -fbdir keeps it) shows something and stands still for
2 s, or until SECONDS are over, and writes it."""
import struct, sys, time, zlib


def read_screen(path):
    data = open(path, 'rb').read()
    head = struct.unpack('>25I', data[:100])
    width, height, stride, start = head[4], head[5], head[12], head[0] + head[19] * 12
    rows = []
    for y in range(height):
        row = data[start + y * stride:start + y * stride + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(rgb))
    return width, height, rows


def write_png(path, width, height, rows):
    def chunk(kind, content):
        return struct.pack('>I', len(content)) + kind + content + struct.pack('>I', zlib.crc32(kind + content))
    body = zlib.compress(b''.join(b'\0' + row for row in rows), 6)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) + chunk(b'IDAT', body) + chunk(b'IEND', b''))


def still(screen, out, seconds):
    end, since, before = time.time() + float(seconds), time.time(), None
    while time.time() < end:
        time.sleep(0.25)
        now = read_screen(screen)
        if now != before:
            since, before = time.time(), now
        elif time.time() - since > 2 and len(set(now[2])) > 1:
            break
    write_png(out, *before)


if __name__ == '__main__':
    still(*sys.argv[1:])
