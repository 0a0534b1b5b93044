using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering;

/// <content>The host's shader compiler.</content>
public sealed partial class Renderer
{
    /// <summary>
    /// Compiles a shader and forgets it. Drivers load tables for their first compilation and free them with the last context that compiled (Mesa: the built-in functions
    /// of GLSL, several milliseconds): as long as this renderer lives, no other one waits for them.
    /// </summary>
    public void LoadCompiler()
    {
        GlSession session = CurrentSession();
        using GlShader shader = GlShader.Compile(session.Group, GLEnum.VertexShader, "#version 450 core\nvoid main() { gl_Position = vec4(0.0); }\n");
    }
}
