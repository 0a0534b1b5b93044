#version 330 core
// A Cornell box by path tracing: all light, also that which comes from wall to wall. One draw adds frame.w paths to every pixel (blending sums them up
// in a float target, the paths counted in alpha). Lengths: the room is x -1..1, y 0..2, z -1..1, open towards the eye at z = 1.

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

uniform vec4 frame;         // width, height, number of this draw's first path, number of paths
in vec2 at;
out vec4 color;

const int Bounces = 7;
const float Pi = 3.14159265359;
const float Far = 1e9;

uint state;

float random()
{
    state = state * 747796405u + 2891336453u;
    uint word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
    return float(((word >> 22u) ^ word) >> 8u) * (1.0 / 16777216.0);
}

// A box turned about y: distance along the ray and the normal there, Far where it is missed.
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

// The room seen from inside: index of the wall (paint's), -1 for the open side.
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

bool isDark(vec3 from, vec3 to, float length)
{
    for (int i = 0; i < int(count.x); i++) {
        vec3 unused;
        if (meetBox(i, from, to, unused) < length)
            return true;
    }
    return false;
}

// A direction around the normal, as likely as the cosine.
vec3 scatter(vec3 normal, float u, float v)
{
    float angle = 2.0 * Pi * u, r = sqrt(v);
    vec3 side = normalize(abs(normal.y) > 0.5 ? cross(normal, vec3(1.0, 0.0, 0.0)) : cross(normal, vec3(0.0, 1.0, 0.0)));
    return normalize(side * (r * cos(angle)) + cross(normal, side) * (r * sin(angle)) + normal * sqrt(1.0 - v));
}

vec3 trace(vec3 from, vec3 to, vec4 even)
{
    vec3 light = vec3(0.0), share = vec3(1.0);
    for (int bounce = 0; bounce < Bounces; bounce++) {
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

        if (what < 0)
            break;
        vec3 place = from + to * length;
        if (what == 3 && place.x > lamp.x && place.x < lamp.z && place.z > lamp.y && place.z < lamp.w) {
            if (bounce == 0)
                light += glow.rgb;      // later bounces have asked the lamp already
            break;
        }

        share *= paint[what].rgb;
        place += normal * 1e-4;
        if (bounce > 0)
            even = vec4(random(), random(), random(), random());
        vec3 target = vec3(mix(lamp.x, lamp.z, even.x), 2.0, mix(lamp.y, lamp.w, even.y)) - place;
        float apart = dot(target, target);
        vec3 toward = target * inversesqrt(apart);
        float cosines = max(dot(normal, toward), 0.0) * toward.y;
        if (cosines > 0.0 && !isDark(place, toward, sqrt(apart) * 0.999))
            light += share * glow.rgb * (cosines * glow.w / (Pi * max(apart, 1e-3)));

        from = place;
        to = scatter(normal, even.z, even.w);
        if (bounce > 2) {
            float survival = clamp(max(share.r, max(share.g, share.b)), 0.05, 0.95);
            if (random() > survival)
                break;
            share /= survival;
        }
    }
    return light;
}

void main()
{
    uvec2 pixel = uvec2(at);
    uint place = pixel.x * 1973u + pixel.y * 9277u * 2699u;
    state = place ^ 0x9e3779b9u;
    random();
    vec4 turn = vec4(random(), random(), random(), random());       // the same for all paths of a pixel
    vec3 sum = vec3(0.0);
    for (int i = 0; i < int(frame.w); i++) {
        float number = frame.z + float(i);
        state = place * 26699u + uint(number) * 7919u + 17u;
        random();
        vec2 jitter = vec2(random(), random());
        vec2 p = (floor(at) + jitter - 0.5 * frame.xy) * (2.0 / frame.x) * eye.w;
        vec4 even = fract(turn + number * vec4(0.856674884, 0.733891857, 0.628706721, 0.538597257));
        sum += trace(eye.xyz, normalize(vec3(p, -1.0)), even);
    }
    color = vec4(sum, frame.w);
}
