namespace VirglHost.CommandStream.Commands;

/// <summary>LINK_SHADER: hint that these shaders will be used together.</summary>
public readonly record struct LinkShaderCommand : IVirglCommand<LinkShaderCommand>
{
    /// <summary>Vertex shader; 0 for none.</summary>
    public uint VertexHandle { get; init; }

    /// <summary>Fragment shader; 0 for none.</summary>
    public uint FragmentHandle { get; init; }

    /// <summary>Geometry shader; 0 for none.</summary>
    public uint GeometryHandle { get; init; }

    /// <summary>Tessellation control shader; 0 for none.</summary>
    public uint TessControlHandle { get; init; }

    /// <summary>Tessellation evaluation shader; 0 for none.</summary>
    public uint TessEvaluationHandle { get; init; }

    /// <summary>Compute shader; 0 for none.</summary>
    public uint ComputeHandle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.LinkShader;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out LinkShaderCommand command)
    {
        if (body.Length != 6)
        {
            command = default;
            return false;
        }

        command = new LinkShaderCommand
        {
            VertexHandle = body[0],
            FragmentHandle = body[1],
            GeometryHandle = body[2],
            TessControlHandle = body[3],
            TessEvaluationHandle = body[4],
            ComputeHandle = body[5],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(VertexHandle);
        writer.Put(FragmentHandle);
        writer.Put(GeometryHandle);
        writer.Put(TessControlHandle);
        writer.Put(TessEvaluationHandle);
        writer.Put(ComputeHandle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("vertex_handle", VertexHandle, VirglObjectType.Shader);
        visitor.Object("fragment_handle", FragmentHandle, VirglObjectType.Shader);
        visitor.Object("geometry_handle", GeometryHandle, VirglObjectType.Shader);
        visitor.Object("tess_ctrl_handle", TessControlHandle, VirglObjectType.Shader);
        visitor.Object("tess_eval_handle", TessEvaluationHandle, VirglObjectType.Shader);
        visitor.Object("compute_handle", ComputeHandle, VirglObjectType.Shader);
    }
}
