#!/usr/bin/env python3
"""picture.py still SCREEN OUT.png SECONDS: waits until the X screen in the file SCREEN (XWD, as Xvfb -fbdir keeps it) shows something and stands still for
2 s, or until SECONDS are over, and writes it.  picture.py compare A.png B.png MEAN SHARE: exit code 1 when the mean difference of all channels is above MEAN
or more than SHARE of the pixels have a channel that is more than 16 apart, or when A shows nothing."""
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


def read_png(path):
    data, at, body = open(path, 'rb').read(), 8, b''
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        if kind == b'IHDR':
            width, height, depth, colours, _, _, laced = struct.unpack('>IIBBBBB', data[at + 8:at + 21])
        if kind == b'IDAT':
            body += data[at + 8:at + 8 + length]
        at += 12 + length
    if depth != 8 or colours not in (2, 6) or laced:
        sys.exit(f'{path}: no 8-bit RGB or RGBA picture')
    raw, count, rows = zlib.decompress(body), 3 if colours == 2 else 4, []
    above = bytearray(width * count)
    for y in range(height):
        kind, row = raw[y * (width * count + 1)], bytearray(raw[y * (width * count + 1) + 1:(y + 1) * (width * count + 1)])
        for i in range(len(row) if kind else 0):
            a, b, c = (row[i - count] if i >= count else 0), above[i], (above[i - count] if i >= count else 0)
            p = a + b - c
            paeth = a if abs(p - a) <= abs(p - b) and abs(p - a) <= abs(p - c) else b if abs(p - b) <= abs(p - c) else c
            row[i] = (row[i] + (0, a, b, (a + b) // 2, paeth)[kind]) & 255
        rows.append(bytes(row) if count == 3 else bytes(value for i, value in enumerate(row) if i % 4 != 3))
        above = row
    return width, height, rows


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


def compare(first, second, mean, share):
    a, b = read_png(first), read_png(second)
    if a[:2] != b[:2]:
        sys.exit(f'sizes differ: {a[:2]} and {b[:2]}')
    total, over, most = 0, 0, 0
    for row, other in zip(a[2], b[2]):
        if row == other:
            continue
        apart = [abs(x - y) for x, y in zip(row, other)]
        total, most = total + sum(apart), max(most, max(apart))
        over += sum(1 for i in range(0, len(apart), 3) if max(apart[i:i + 3]) > 16)
    pixels, shows = a[0] * a[1], len({row[i:i + 3] for row in a[2] for i in range(0, len(row), 3)})
    print(f'mean {total / pixels / 3:.4f}, largest {most}, {100 * over / pixels:.3f} % of the pixels more than 16 apart, {shows} colours')
    return 0 if shows > 1 and total / pixels / 3 <= float(mean) and over / pixels <= float(share) else 1


if __name__ == '__main__':
    sys.exit({'still': still, 'compare': compare}[sys.argv[1]](*sys.argv[2:]))
