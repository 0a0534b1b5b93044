using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <content>DCL lines.</content>
internal ref partial struct TgsiParser
{
    private void ParseDeclaration()
    {
        RequireBeforeInstructions("a declaration");
        int offset = _lexer.Current.Start;
        _lexer.Advance();
        if (!TgsiWordTable.Files.TryGetValue(_lexer.Word(), out RegisterFile file) || file == RegisterFile.Immediate)
            throw Refuse("expected a register file");
        _lexer.Advance();
        var declaration = new TgsiDeclaration { File = file, Offset = offset };
        ParseBrackets(declaration);
        if (TryTake('.')) declaration.Mask = ParseMask();
        while (TryTake(',')) ParseAttribute(declaration);
        _shader.Declarations.Add(declaration);
    }

    private void ParseBrackets(TgsiDeclaration declaration)
    {
        Require('[');
        if (TryTake(']'))
        {
            declaration.HasDimension = true;
            Require('[');
            ParseRange(declaration);
            return;
        }

        ParseRange(declaration);
        if (!_lexer.IsPunctuation('[')) return;
        _lexer.Advance();
        declaration.HasDimension = true;
        declaration.Dimension = declaration.First;
        ParseRange(declaration);
    }

    private void ParseRange(TgsiDeclaration declaration)
    {
        declaration.First = ParseIndexNumber();
        declaration.Last = declaration.First;
        if (_lexer.Current.Kind == TgsiTokenKind.Range)
        {
            _lexer.Advance();
            declaration.Last = ParseIndexNumber();
        }

        if (declaration.First < 0 || declaration.Last < declaration.First) throw Refuse("malformed register range");
        Require(']');
    }

    private int ParseMask()
    {
        string letters = _lexer.Word();
        int mask = 0;
        int next = 0;
        foreach (char letter in letters)
        {
            int lane = "XYZW".IndexOf(letter, StringComparison.Ordinal);
            if (lane < next) throw Refuse("malformed write mask");
            mask |= 1 << lane;
            next = lane + 1;
        }

        if (mask == 0) throw Refuse("malformed write mask");
        _lexer.Advance();
        return mask;
    }

    private void ParseAttribute(TgsiDeclaration declaration)
    {
        switch (declaration.File)
        {
            case RegisterFile.SamplerView: ParseViewAttribute(declaration); break;
            case RegisterFile.Image: ParseImageAttribute(declaration); break;
            case RegisterFile.Buffer: RequireAndTakeWord("ATOMIC"); break;
            case RegisterFile.Memory: ParseMemoryAttribute(declaration); break;
            default: ParseRegisterAttribute(declaration); break;
        }
    }

    private void ParseRegisterAttribute(TgsiDeclaration declaration)
    {
        string word = _lexer.Word();
        if (word == "ARRAY")
        {
            _lexer.Advance();
            Require('(');
            declaration.ArrayId = ParseIndexNumber();
            if (declaration.ArrayId < 1) throw Refuse("array ids start at 1");
            Require(')');
        }
        else if (word == "STREAM")
        {
            _lexer.Advance();
            ParseStreams(declaration);
        }
        else if (TgsiWordTable.Interpolations.TryGetValue(word, out InterpolationMode mode) && (mode != InterpolationMode.Color || declaration.Semantic is not null))
        {
            declaration.Interpolation = mode;
            _lexer.Advance();
        }
        else if (TgsiWordTable.Locations.TryGetValue(word, out InterpolationLocation location))
        {
            declaration.Location = location;
            _lexer.Advance();
        }
        else if (TgsiWordTable.Semantics.TryGetValue(word, out ShaderSemantic semantic) && declaration.Semantic is null)
        {
            declaration.Semantic = semantic;
            _lexer.Advance();
            if (!TryTake('[')) return;
            declaration.SemanticIndex = ParseIndexNumber();
            if (declaration.SemanticIndex is < 0 or > 255) throw Refuse("semantic index out of range");
            Require(']');
        }
        else if (word is "LOCAL" or "INVARIANT" || word.StartsWith("CYLWRAP_", StringComparison.Ordinal))
        {
            declaration.IsInvariant |= word == "INVARIANT";
            _lexer.Advance();
        }
        else
        {
            throw Refuse("unknown semantic or interpolation");
        }
    }

    private void ParseStreams(TgsiDeclaration declaration)
    {
        Require('(');
        for (int lane = 0; lane < 4; lane++)
        {
            if (lane > 0) Require(',');
            int stream = ParseIndexNumber();
            if (stream is < 0 or > 3) throw Refuse("vertex streams are 0 to 3");
            declaration.Streams |= stream << (lane * 2);
        }

        Require(')');
    }

    private void ParseViewAttribute(TgsiDeclaration declaration)
    {
        if (declaration.Target == TextureTarget.Unknown && TgsiWordTable.Targets.TryGetValue(_lexer.Word(), out TextureTarget target))
        {
            declaration.Target = target;
            _lexer.Advance();
            return;
        }

        if (!TgsiWordTable.ReturnKinds.TryGetValue(_lexer.Word(), out SampledKind kind)) throw Refuse("unknown texture target or return type");
        declaration.SampledKind = kind;
        _lexer.Advance();
    }

    private void ParseImageAttribute(TgsiDeclaration declaration)
    {
        string word = _lexer.Word();
        const string formatPrefix = "PIPE_FORMAT_";
        if (word == "WR") declaration.IsWritable = true;
        else if (word.StartsWith(formatPrefix, StringComparison.Ordinal)) declaration.Format = word[formatPrefix.Length..];
        else if (TgsiWordTable.Targets.TryGetValue(word, out TextureTarget target)) declaration.Target = target;
        else if (word != "RAW") throw Refuse("unknown image attribute");
        _lexer.Advance();
    }

    private void ParseMemoryAttribute(TgsiDeclaration declaration)
    {
        string word = _lexer.Word();
        if (word != "SHARED") throw Refuse("only shared memory is supported");
        declaration.IsShared = true;
        _lexer.Advance();
    }

    private void RequireAndTakeWord(string word)
    {
        if (_lexer.Word() != word) throw Refuse($"expected {word}");
        _lexer.Advance();
    }
}
