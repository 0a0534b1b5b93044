#version 330 core
// A Cornell box by ray tracing (Whitted): lamp with soft shadows, a mirror box, a glass sphere, a polished floor. The rays still to be followed lie on
// a stack. Lengths: the room is x -1..1, y 0..2, z -1..1, open towards the eye at z = 1.

layout(std140) uniform Scene {
    vec4 eye;               // place; w: half the picture's width at distance 1
    vec4 lamp;              // rectangle in the ceiling: least x, least z, greatest x, greatest z
    vec4 glow;              // radiance of the lamp; w: its area
    vec4 count;             // boxes, spheres
    vec4 middle[2];         // of each box; w: sine of its turn about y
    vec4 extent[2];         // half lengths of each box; w: cosine
    vec4 sphere[2];         // middle and radius
    vec4 paint[8];          // reflectance: left, right, floor, ceiling, back, first box, second box, glass; w: how much of a mirror
};

uniform vec4 frame;         // width, height, rays per pixel and points on the lamp, both along one side of a square
in vec2 at;
out vec4 color;

const int Depth = 8;        // of the stack
const int MostRays = 24;    // followed for one ray from the eye
const float Pi = 3.14159265359;
const float Far = 1e9;
const float Index = 1.5;    // of refraction

float noise(uint x)
{
    x = x * 747796405u + 2891336453u;
    x = ((x >> ((x >> 28u) + 4u)) ^ x) * 277803737u;
    return float(((x >> 22u) ^ x) >> 8u) * (1.0 / 16777216.0);
}

float meetBox(int i, vec3 from, vec3 to, out vec3 normal)
{
    float s = middle[i].w, c = extent[i].w;
    vec3 o = from - middle[i].xyz;
    o = vec3(c * o.x - s * o.z, o.y, s * o.x + c * o.z);
    vec3 d = vec3(c * to.x - s * to.z, to.y, s * to.x + c * to.z);
    vec3 near = (-sign(d) * extent[i].xyz - o) / d;
    vec3 far = (sign(d) * extent[i].xyz - o) / d;
    float enter = max(near.x, max(near.y, near.z));
    normal = vec3(0.0);
    if (enter < 1e-4 || enter > min(far.x, min(far.y, far.z)))
        return Far;
    vec3 n = -sign(d) * step(vec3(enter), near);
    normal = vec3(c * n.x + s * n.z, n.y, c * n.z - s * n.x);
    return enter;
}

float meetSphere(int i, vec3 from, vec3 to, out vec3 normal)
{
    vec3 o = from - sphere[i].xyz;
    float b = dot(o, to), d = b * b - dot(o, o) + sphere[i].w * sphere[i].w;
    normal = vec3(0.0);
    if (d < 0.0)
        return Far;
    float t = -b - sqrt(d);
    if (t < 1e-4)
        t = -b + sqrt(d);
    if (t < 1e-4)
        return Far;
    normal = (o + to * t) / sphere[i].w;
    return t;
}

float meetRoom(vec3 from, vec3 to, out vec3 normal, out int wall)
{
    vec3 o = from - vec3(0.0, 1.0, 0.0);
    vec3 far = (sign(to) - o) / to;
    float leave = min(far.x, min(far.y, far.z));
    vec3 side = step(far, vec3(leave)) * sign(to);
    normal = -side;
    wall = side.x < 0.0 ? 0 : side.x > 0.0 ? 1 : side.y < 0.0 ? 2 : side.y > 0.0 ? 3 : side.z < 0.0 ? 4 : -1;
    return leave;
}

// How much of the lamp's light comes through: nothing through boxes; glass gathers it in the middle of its shadow.
float passes(vec3 from, vec3 to, float length)
{
    vec3 normal;
    for (int i = 0; i < int(count.x); i++)
        if (meetBox(i, from, to, normal) < length)
            return 0.0;
    float share = 1.0;
    for (int i = 0; i < int(count.y); i++)
        if (meetSphere(i, from, to, normal) < length) {
            float straight = abs(dot(normal, to));
            share *= 0.12 + 2.2 * pow(straight, 7.0);
        }
    return share;
}

// Light from the lamp, from a square of points on it that are moved within their cells.
vec3 direct(vec3 place, vec3 normal, float turn)
{
    int side = int(frame.w);
    float sum = 0.0;
    for (int i = 0; i < side * side; i++) {
        vec2 cell = vec2(i % side, i / side) + fract(vec2(turn, turn * 7.31) + float(i) * vec2(0.754877666, 0.569840291));
        vec2 on = mix(lamp.xy, lamp.zw, cell / float(side));
        vec3 target = vec3(on.x, 2.0, on.y) - place;
        float apart = dot(target, target);
        vec3 toward = target * inversesqrt(apart);
        float cosines = max(dot(normal, toward), 0.0) * toward.y;
        if (cosines > 0.0)
            sum += cosines / max(apart, 1e-3) * passes(place, toward, sqrt(apart) * 0.999);
    }
    return glow.rgb * (sum * glow.w / (Pi * float(side * side)));
}

// What the walls throw back, guessed: each by how near it is.
vec3 ambient(vec3 place, vec3 normal)
{
    vec3 red = paint[0].rgb * (1.0 - 0.5 * normal.x) * exp(-1.6 * (place.x + 1.0));
    vec3 green = paint[1].rgb * (1.0 + 0.5 * normal.x) * exp(-1.6 * (1.0 - place.x));
    float corner = 0.55 + 0.45 * smoothstep(0.0, 0.5, 2.0 - place.y + 0.25) * smoothstep(-0.02, 0.35, place.y + 0.2 * abs(normal.y));
    return (vec3(0.16, 0.145, 0.13) + 0.42 * (red + green)) * corner;
}

float fresnel(float cosine, float index)
{
    float r = (1.0 - index) / (1.0 + index);
    r *= r;
    return r + (1.0 - r) * pow(1.0 - clamp(cosine, 0.0, 1.0), 5.0);
}

vec3 follow(vec3 eyeFrom, vec3 eyeTo, float turn)
{
    vec3 froms[Depth], tos[Depth], shares[Depth];
    froms[0] = eyeFrom;
    tos[0] = eyeTo;
    shares[0] = vec3(1.0);
    int top = 0;
    vec3 light = vec3(0.0);
    for (int ray = 0; ray < MostRays && top >= 0; ray++) {
        vec3 from = froms[top], to = tos[top], share = shares[top];
        top--;
        vec3 normal;
        int what;
        float length = meetRoom(from, to, normal, what);
        for (int i = 0; i < int(count.x); i++) {
            vec3 n;
            float t = meetBox(i, from, to, n);
            if (t < length) {
                length = t;
                normal = n;
                what = 5 + i;
            }
        }
        for (int i = 0; i < int(count.y); i++) {
            vec3 n;
            float t = meetSphere(i, from, to, n);
            if (t < length) {
                length = t;
                normal = n;
                what = 7;
            }
        }

        if (what < 0)
            what = 4;               // seen in a mirror the box is closed, by a wall like the back one
        vec3 place = from + to * length;
        if (what == 3 && place.x > lamp.x && place.x < lamp.z && place.z > lamp.y && place.z < lamp.w) {
            light += share * glow.rgb;
            continue;
        }

        float cosine = -dot(normal, to);
        if (what == 7) {
            bool isInside = cosine < 0.0;
            vec3 facing = isInside ? -normal : normal;
            float index = isInside ? Index : 1.0 / Index;
            vec3 through = refract(to, facing, index);
            bool isTotal = dot(through, through) < 0.5;
            float mirrored = isTotal ? 1.0 : fresnel(isInside ? -dot(through, facing) : cosine, Index);
            if (!isTotal && top < Depth - 1) {
                top++;
                froms[top] = place - facing * 1e-3;
                tos[top] = through;
                shares[top] = share * (1.0 - mirrored) * paint[7].rgb;
            }
            if ((isTotal || !isInside) && mirrored * max(share.r, share.g) > 0.01 && top < Depth - 1) {
                top++;
                froms[top] = place + facing * 1e-3;
                tos[top] = reflect(to, facing);
                shares[top] = share * mirrored;
            }
            continue;
        }

        place += normal * 1e-4;
        float polish = paint[what].w;
        float mirrored = polish > 0.0 ? polish + (1.0 - polish) * pow(1.0 - clamp(cosine, 0.0, 1.0), 5.0) * 0.6 : 0.0;
        if (mirrored * max(share.r, max(share.g, share.b)) > 0.01 && top < Depth - 1) {
            top++;
            froms[top] = place;
            tos[top] = reflect(to, normal);
            shares[top] = share * mirrored * mix(vec3(1.0), paint[what].rgb, polish);
        }
        if (mirrored < 0.95)
            light += share * (1.0 - mirrored) * paint[what].rgb * (direct(place, normal, turn) + ambient(place, normal));
    }
    return light;
}

// What a screen shows of it, in sRGB.
vec3 develop(vec3 x)
{
    x = clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
    return mix(1.055 * pow(max(x, vec3(1e-6)), vec3(1.0 / 2.4)) - 0.055, 12.92 * x, lessThan(x, vec3(0.0031308)));
}

void main()
{
    int side = int(frame.z);
    vec3 sum = vec3(0.0);
    for (int i = 0; i < side * side; i++) {
        vec2 within = (vec2(i % side, i / side) + 0.5) / float(side);
        vec2 p = (floor(at) + within - 0.5 * frame.xy) * (2.0 / frame.x) * eye.w;
        sum += develop(follow(eye.xyz, normalize(vec3(p, -1.0)), noise(uint(at.x) + uint(at.y) * 8192u + uint(i) * 0x4000000u)));
    }
    float grain = noise(uint(at.x) * 7919u + uint(at.y) * 104729u) - 0.5;       // no steps in smooth shades
    color = vec4(sum / float(side * side) + grain / 255.0, 1.0);
}
