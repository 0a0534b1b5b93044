namespace VirglHost.VirtioGpu.Display;

/// <summary>What a picture file says about its picture besides the pixels: tIME and tEXt chunks of the PNG.</summary>
/// <param name="TakenAt">When the pixels were read, UTC.</param>
/// <param name="Scanout">The guest's screen, 0…15.</param>
/// <param name="FrameNumber">How many flushes the screen had seen since the guest's driver started.</param>
public readonly record struct PngStamp(DateTime TakenAt, int Scanout, long FrameNumber);
