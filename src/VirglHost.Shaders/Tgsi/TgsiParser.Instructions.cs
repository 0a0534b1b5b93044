using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <content>Instructions and operands.</content>
internal ref partial struct TgsiParser
{
    private const int MaxInstructions = 1 << 18;

    /// <summary>Reads one instruction; true when it is END.</summary>
    private bool ParseInstruction()
    {
        if (_lexer.Current.Kind == TgsiTokenKind.Number)
        {
            _ = ParseUnsigned();
            Require(':');
        }

        int offset = _lexer.Current.Start;
        TgsiOpcode opcode = ParseOpcode(out bool isSaturated, out bool isPrecise);
        if (_shader.Instructions.Count == MaxInstructions) throw Refuse($"more than {MaxInstructions} instructions");
        var destinations = new TgsiDestination[opcode.DestinationCount];
        var sources = new TgsiSource[opcode.SourceCount];
        for (int i = 0; i < destinations.Length; i++)
        {
            if (i > 0) Require(',');
            destinations[i] = ParseDestination();
        }

        for (int i = 0; i < sources.Length; i++)
        {
            if (i + destinations.Length > 0) Require(',');
            sources[i] = ParseSource();
        }

        var instruction = new TgsiInstruction
        {
            Opcode = opcode, Offset = offset, IsSaturated = isSaturated, IsPrecise = isPrecise, Destinations = destinations, Sources = sources,
        };
        while (TryTake(',')) ParseModifier(instruction);
        if (TryTake(':')) _ = ParseUnsigned();
        _shader.Instructions.Add(instruction);
        return opcode.Mnemonic == "END";
    }

    private TgsiOpcode ParseOpcode(out bool isSaturated, out bool isPrecise)
    {
        string word = _lexer.Word();
        isSaturated = false;
        isPrecise = false;
        if (!TgsiOpcodeTable.TryFind(word, out TgsiOpcode? opcode))
        {
            isPrecise = word.EndsWith("_PRECISE", StringComparison.Ordinal);
            string rest = isPrecise ? word[..^"_PRECISE".Length] : word;
            isSaturated = rest.EndsWith("_SAT", StringComparison.Ordinal);
            rest = isSaturated ? rest[..^"_SAT".Length] : rest;
            if (!TgsiOpcodeTable.TryFind(rest, out opcode)) throw Refuse("unknown opcode");
        }

        if (opcode.Refusal.Length != 0) throw Refuse($"{opcode.Mnemonic} is not supported: {opcode.Refusal}");
        _lexer.Advance();
        return opcode;
    }

    private TgsiDestination ParseDestination()
    {
        int offset = _lexer.Current.Start;
        TgsiRegister register = ParseRegister();
        return new TgsiDestination(register, TryTake('.') ? ParseMask() : 15, offset);
    }

    private TgsiSource ParseSource()
    {
        int offset = _lexer.Current.Start;
        bool isNegated = TryTake('-');
        bool isAbsolute = TryTake('|');
        TgsiRegister register = ParseRegister();
        int swizzle = TryTake('.') ? ParseSwizzle(4) : TgsiSource.IdentitySwizzle;
        if (isAbsolute) Require('|');
        return new TgsiSource(register, swizzle, isNegated, isAbsolute, offset);
    }

    private int ParseSwizzle(int count)
    {
        string letters = _lexer.Word();
        if (letters.Length != count) throw Refuse($"a swizzle needs {count} letters");
        int swizzle = 0;
        for (int i = 0; i < count; i++)
        {
            int lane = "XYZW".IndexOf(letters[i], StringComparison.Ordinal);
            if (lane < 0) throw Refuse("malformed swizzle");
            swizzle |= lane << (i * 2);
        }

        _lexer.Advance();
        return swizzle;
    }

    private TgsiRegister ParseRegister()
    {
        string word = _lexer.Word();
        if (word == "NULL")
        {
            _lexer.Advance();
            if (_lexer.IsPunctuation('[')) _ = ParseBracket();
            return new TgsiRegister(RegisterFile.Scratch, default, false, default, IsNull: true);
        }

        if (!TgsiWordTable.Files.TryGetValue(word, out RegisterFile file)) throw Refuse("expected a register");
        _lexer.Advance();
        TgsiIndex first = ParseBracket();
        if (!_lexer.IsPunctuation('[')) return new TgsiRegister(file, first, false, default);
        TgsiIndex second = ParseBracket();
        return new TgsiRegister(file, second, true, first);
    }

    private TgsiIndex ParseBracket()
    {
        Require('[');
        TgsiIndex index = default;
        if (_lexer.Current.Kind == TgsiTokenKind.Word)
        {
            if (!TgsiWordTable.Files.TryGetValue(_lexer.Word(), out RegisterFile file)) throw Refuse("expected an address register");
            _lexer.Advance();
            Require('[');
            int register = ParseIndexNumber();
            Require(']');
            int component = TryTake('.') ? ParseSwizzle(1) : 0;
            int offset = _lexer.IsPunctuation('+') || _lexer.IsPunctuation('-') ? ParseIndexNumber() : 0;
            index = new TgsiIndex(offset, true, file, register, component);
        }
        else
        {
            index = new TgsiIndex(ParseIndexNumber());
        }

        Require(']');
        if (!TryTake('(')) return index;
        index = index with { ArrayId = ParseIndexNumber() };
        Require(')');
        return index;
    }

    private void ParseModifier(TgsiInstruction instruction)
    {
        string word = _lexer.Word();
        if (TgsiWordTable.Targets.TryGetValue(word, out TextureTarget target) && instruction.Target is null)
        {
            instruction.Target = target;
            _lexer.Advance();
        }
        else if (word is "COHERENT" or "VOLATILE" or "RESTRICT" or "STREAM_CACHE_POLICY" || word.StartsWith("PIPE_FORMAT_", StringComparison.Ordinal))
        {
            instruction.IsCoherent |= word is "COHERENT" or "VOLATILE";
            _lexer.Advance();
        }
        else if (word == "MEMORY" || (word == "BUFFER" && instruction.Target is not null))
        {
            _lexer.Advance();
        }
        else
        {
            if (instruction.TexelOffsets.Count == 4) throw Refuse("more than four texel offsets");
            int offset = _lexer.Current.Start;
            TgsiRegister register = ParseRegister();
            int swizzle = TryTake('.') ? ParseSwizzle(3) : 0x24;
            instruction.TexelOffsets.Add(new TgsiSource(register, swizzle, false, false, offset));
        }
    }
}
