namespace VirglHost.Shaders.Ir;

/// <summary>Where a variable lives and who else can see it.</summary>
internal enum VariableStorage : byte
{
    /// <summary>Private to one invocation: TGSI temporaries, address and output registers, scratch.</summary>
    Private,

    /// <summary>Vertex attribute; <see cref="Variable.Index"/> is the location.</summary>
    Attribute,

    /// <summary>Read from the previous stage, matched by name.</summary>
    VaryingIn,

    /// <summary>Written for the next stage, matched by name.</summary>
    VaryingOut,

    /// <summary>Written only for transform feedback.</summary>
    CaptureOut,

    /// <summary>Fragment colour; <see cref="Variable.Index"/> is the location.</summary>
    FragmentOut,

    /// <summary>A GLSL built-in.</summary>
    BuiltIn,

    /// <summary>Constant buffer <see cref="Variable.Index"/>, or an array of them.</summary>
    Constants,

    /// <summary>A piece of the state array.</summary>
    State,

    /// <summary>Sampler unit.</summary>
    Sampler,

    /// <summary>Image unit.</summary>
    Image,

    /// <summary>Shader storage buffer, an unsized array of words.</summary>
    Storage,

    /// <summary>Atomic counters: <see cref="Variable.Index"/> is the first word within buffer <see cref="Variable.Buffer"/>.</summary>
    Counter,

    /// <summary>Compute shared memory, an array of words.</summary>
    Shared,
}
