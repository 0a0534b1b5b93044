namespace VirglHost.VirtioGpu.Display;

/// <summary>Gets the answers to what was asked over the display socket.</summary>
internal interface IDisplayAnswers
{
    /// <summary>The viewer has answered, or (<paramref name="reply"/> empty) will not: then the device answers from its own knowledge.</summary>
    void Answered(GpuRequest request, DisplayRequest kind, ReadOnlySpan<byte> reply);
}
