namespace VirglHost.CommandStream.Tests;

/// <summary>Random bodies that often pass the decoders' rules: about half of the words are small numbers.</summary>
internal static class RandomWords
{
    internal static uint[] Make(Random random, int length)
    {
        var words = new uint[length];
        for (int i = 0; i < length; i++)
            words[i] = random.Next(2) == 0 ? (uint)random.Next(0, 7) : unchecked((uint)random.NextInt64());
        return words;
    }
}
