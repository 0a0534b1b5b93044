/* loads NAME [FRAMES]: draws frames of one kind into a 400 x 300 picture without a window, until it is killed or FRAMES are done. Each frame ends when the
   server has finished it. What each kind asks for stands beside its function. */
#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((weak)) void meter_frame(void);

enum { Width = 400, Height = 300, Programs = 4, Textures = 256, TextureSize = 64, Arrays = 8, LargeBuffers = 8, LargeBytes = 1 << 20, PictureWidth = 1024, PictureHeight = 768 };

static GLuint programs[Programs], arrays[Arrays], textures[Textures], large[LargeBuffers], large_array, stream, stream_array, picture_texture;
static GLint places[Programs], tints[Programs];
static unsigned char *bytes;

static void fail(const char *what)
{
    fprintf(stderr, "loads: %s\n", what);
    exit(1);
}

static GLuint compile(GLenum stage, const char *text)
{
    GLuint shader = glCreateShader(stage);
    GLint good = 0;
    char log[1024] = "";
    glShaderSource(shader, 1, &text, NULL);
    glCompileShader(shader);
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (!good) { glGetShaderInfoLog(shader, sizeof log, NULL, log); fail(log); }
    return shader;
}

static void make_programs(void)
{
    const char *vertex = "#version 330\nuniform vec4 place; layout(location = 0) in vec2 corner; out vec2 where;\n"
                         "void main() { where = corner; gl_Position = vec4(corner * place.zw + place.xy, 0.5, 1.0); }\n";
    for (int i = 0; i < Programs; i++) {
        char fragment[512];
        snprintf(fragment, sizeof fragment, "#version 330\nuniform vec4 tint; uniform sampler2D picture; in vec2 where; out vec4 color;\n"
                 "void main() { color = tint * %d.5%s; }\n", i, i % 2 ? " + texture(picture, where)" : "");
        programs[i] = glCreateProgram();
        glAttachShader(programs[i], compile(GL_VERTEX_SHADER, vertex));
        glAttachShader(programs[i], compile(GL_FRAGMENT_SHADER, fragment));
        glLinkProgram(programs[i]);
        places[i] = glGetUniformLocation(programs[i], "place");
        tints[i] = glGetUniformLocation(programs[i], "tint");
        glUseProgram(programs[i]);
        glUniform4f(places[i], 0, 0, 1, 1);
        glUniform4f(tints[i], 1, 1, 1, 1);
    }
}

static GLuint make_array(GLuint buffer)
{
    GLuint array;
    glGenVertexArrays(1, &array);
    glBindVertexArray(array);
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 8, NULL);
    glEnableVertexAttribArray(0);
    return array;
}

static GLuint make_buffer(GLsizeiptr size, const void *content, GLenum usage)
{
    GLuint buffer;
    glGenBuffers(1, &buffer);
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    glBufferData(GL_ARRAY_BUFFER, size, content, usage);
    return buffer;
}

static GLuint make_texture(int width, int height)
{
    GLuint texture;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, bytes);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    return texture;
}

static const float corners[] = { 0, 0, 1, 0, 0, 1, 1, 1 };

static void make_objects(int width, int height)
{
    GLuint target, depth, framebuffer;
    bytes = malloc(LargeBytes * 4);
    for (int i = 0; i < LargeBytes * 4; i++) bytes[i] = (unsigned char)(i * 7 + i / 256);
    make_programs();
    for (int i = 0; i < Arrays; i++) arrays[i] = make_array(make_buffer(sizeof corners, corners, GL_STATIC_DRAW));
    for (int i = 0; i < Textures; i++) textures[i] = make_texture(TextureSize, TextureSize);
    target = make_texture(width, height);
    glGenRenderbuffers(1, &depth);
    glBindRenderbuffer(GL_RENDERBUFFER, depth);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
    glGenFramebuffers(1, &framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target, 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) fail("the framebuffer is not complete");
    glViewport(0, 0, width, height);
    glBindTexture(GL_TEXTURE_2D, textures[0]);
    glBindVertexArray(arrays[0]);
}

/* Puts the next draws into a small square of their own, so that pixels cost next to nothing. */
static void place(int program, int i)
{
    glUniform4f(places[program], (float)(i % 50) / 25 - 1, (float)(i / 50 % 40) / 20 - 1, 0.02f, 0.02f);
}

/* 2000 triangles, each with a uniform of its own; every tenth with blending or depth test switched. */
static void draws(int frame)
{
    glUseProgram(programs[0]);
    for (int i = 0; i < 2000; i++) {
        place(0, i + frame);
        if (i % 20 == 0) glEnable(GL_BLEND);
        if (i % 20 == 10) glDisable(GL_BLEND);
        if (i % 20 == 5) glEnable(GL_DEPTH_TEST);
        if (i % 20 == 15) glDisable(GL_DEPTH_TEST);
        glDrawArrays(GL_TRIANGLES, 0, 3);
    }
}

/* 1000 quads, each with another program, vertex array, texture, blend function, depth function, cull mode, scissor and two uniforms. */
static void states(int frame)
{
    static const GLenum factors[] = { GL_ONE, GL_SRC_ALPHA, GL_ZERO, GL_DST_COLOR }, depths[] = { GL_ALWAYS, GL_LEQUAL, GL_GEQUAL, GL_LESS };
    glEnable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_SCISSOR_TEST);
    for (int i = 0; i < 1000; i++) {
        int program = i % Programs;
        glUseProgram(programs[program]);
        place(program, i + frame);
        glUniform4f(tints[program], (float)i / 1000, 0.5f, 0.25f, 0.5f);
        glBindVertexArray(arrays[i % Arrays]);
        glBindTexture(GL_TEXTURE_2D, textures[i % 32]);
        glBlendFunc(factors[i % 4], factors[(i + 1) % 4]);
        glDepthFunc(depths[i / 2 % 4]);
        if (i % 3 == 0) glEnable(GL_CULL_FACE); else glDisable(GL_CULL_FACE);
        glScissor(0, i % 100, Width, Height - i % 100);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
}

/* 8 buffers of 1 MiB written anew, and 30 vertices drawn from each. */
static void buffers(int frame)
{
    glUseProgram(programs[0]);
    glBindVertexArray(large_array);
    for (int i = 0; i < LargeBuffers; i++) {
        place(0, i * 100 + frame);
        glBindBuffer(GL_ARRAY_BUFFER, large[i]);
        glBufferSubData(GL_ARRAY_BUFFER, 0, LargeBytes, bytes + frame % 64);
        glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 8, NULL);
        glDrawArrays(GL_TRIANGLES, 0, 30);
    }
}

/* 500 times 256 bytes into one buffer, each with a draw from it. */
static void streams(int frame)
{
    glUseProgram(programs[0]);
    glBindVertexArray(stream_array);
    glBindBuffer(GL_ARRAY_BUFFER, stream);
    for (int i = 0; i < 500; i++) {
        float triangle[64] = { 0, 0, 1, (float)(i + frame) / 1e6f, 0, 1 };
        glBufferSubData(GL_ARRAY_BUFFER, i * 256, sizeof triangle, triangle);
        glDrawArrays(GL_TRIANGLES, i * 32, 3);
    }
}

/* One quad with each of 256 textures of 64 x 64, 16 of them written anew. */
static void manytextures(int frame)
{
    glUseProgram(programs[1]);
    for (int i = 0; i < Textures; i++) {
        glBindTexture(GL_TEXTURE_2D, textures[i]);
        if ((i + frame) % 16 == 0) glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, TextureSize, TextureSize, GL_RGBA, GL_UNSIGNED_BYTE, bytes + frame % 64);
        place(1, i * 7);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
}

/* A texture of 1024 x 768 written anew, and a quad with it. */
static void pictures(int frame)
{
    glUseProgram(programs[1]);
    glBindTexture(GL_TEXTURE_2D, picture_texture);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, PictureWidth, PictureHeight, GL_RGBA, GL_UNSIGNED_BYTE, bytes + frame % 64 * 4);
    place(1, 0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

/* 64 times a draw and then 8 x 8 pixels of it, waited for. */
static void readbacks(int frame)
{
    unsigned char pixels[8 * 8 * 4];
    glUseProgram(programs[0]);
    for (int i = 0; i < 64; i++) {
        place(0, i * 20 + frame);
        glDrawArrays(GL_TRIANGLES, 0, 3);
        glReadPixels(i, i, 8, 8, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    }
}

/* A draw, and then all of a picture of 1024 x 768. */
static void screenshots(int frame)
{
    glUseProgram(programs[0]);
    place(0, frame);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glReadPixels(0, 0, PictureWidth, PictureHeight, GL_RGBA, GL_UNSIGNED_BYTE, bytes);
}

static const struct { const char *name; void (*draw)(int); } loads[] = {
    { "draws", draws }, { "states", states }, { "buffers", buffers }, { "streams", streams }, { "manytextures", manytextures },
    { "pictures", pictures }, { "readbacks", readbacks }, { "screenshots", screenshots },
};

static void open_context(void)
{
    static const EGLint attributes[] = { EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE };
    EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, NULL);
    EGLContext context;
    if (!eglInitialize(display, NULL, NULL)) fail("EGL does not start");
    eglBindAPI(EGL_OPENGL_API);
    context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    if (!context || !eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) fail("no OpenGL 3.3 context");
}

int main(int count, char **arguments)
{
    long frames = count > 2 ? atol(arguments[2]) : -1;
    unsigned chosen = 0;
    while (chosen < sizeof loads / sizeof *loads && (count < 2 || strcmp(loads[chosen].name, arguments[1]) != 0)) chosen++;
    if (chosen == sizeof loads / sizeof *loads) fail("usage: loads NAME [FRAMES]");
    int is_picture = loads[chosen].draw == screenshots;
    open_context();
    make_objects(is_picture ? PictureWidth : Width, is_picture ? PictureHeight : Height);
    if (loads[chosen].draw == buffers) {
        for (int i = 0; i < LargeBuffers; i++) large[i] = make_buffer(LargeBytes, bytes, GL_STREAM_DRAW);
        large_array = make_array(large[0]);
    }
    if (loads[chosen].draw == streams) {
        stream = make_buffer(500 * 256, NULL, GL_STREAM_DRAW);
        stream_array = make_array(stream);
    }
    if (loads[chosen].draw == pictures) picture_texture = make_texture(PictureWidth, PictureHeight);
    for (int frame = 0; frames < 0 || frame < frames; frame++) {
        glClearColor(0.1f, 0.2f, 0.3f, 1);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        loads[chosen].draw(frame);
        glFinish();
        if (meter_frame) meter_frame();
    }
    if (glGetError() != GL_NO_ERROR) fail("a GL error");
    printf("%s on %s\n", loads[chosen].name, (const char *)glGetString(GL_RENDERER));
    return 0;
}
