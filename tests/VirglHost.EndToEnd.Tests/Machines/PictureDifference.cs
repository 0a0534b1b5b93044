using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>How far two pictures of one size are apart, alpha left out.</summary>
/// <param name="Largest">Largest difference of one colour channel, 0 to 255.</param>
/// <param name="Mean">Mean difference over all channels.</param>
/// <param name="PixelsOver16">Share of pixels with a channel more than 16 apart, 0 to 1.</param>
internal sealed record PictureDifference(int Largest, double Mean, double PixelsOver16)
{
    public static PictureDifference Between(Picture expected, Picture actual)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        int largest = 0, over = 0;
        long sum = 0;
        for (int pixel = 0; pixel < expected.Pixels.Length; pixel += 4)
        {
            int worst = 0;
            for (int channel = 0; channel < 3; channel++)
            {
                int difference = Math.Abs(expected.Pixels[pixel + channel] - actual.Pixels[pixel + channel]);
                sum += difference;
                worst = Math.Max(worst, difference);
            }
            largest = Math.Max(largest, worst);
            if (worst > 16) over++;
        }
        double pixels = expected.Pixels.Length / 4.0;
        return new PictureDifference(largest, sum / (pixels * 3), over / pixels);
    }

    public override string ToString() => FormattableString.Invariant($"largest channel difference {Largest}, mean {Mean:F4}, pixels more than 16 apart {PixelsOver16:P3}");
}
