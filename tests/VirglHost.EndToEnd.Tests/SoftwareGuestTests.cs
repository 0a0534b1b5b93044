using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

[assembly: AssemblyFixture(typeof(SoftwareReference))]
[assembly: AssemblyFixture(typeof(VirglSession))]

namespace VirglHost.EndToEnd.Tests;

/// <summary>A guest on the 2D device.</summary>
public sealed class SoftwareGuestTests(SoftwareReference reference)
{
    [Fact]
    public void Kernel_on_the_2D_device_sees_edid_and_no_virgl() =>
        Assert.Contains("features: -virgl +edid", reference.Session.Machine.Run("dmesg"), StringComparison.Ordinal);

    [Fact]
    public void Kmscube_with_3D_off_is_drawn_by_the_guest_itself()
    {
        Picture cube = reference.Cube;

        Assert.Contains("llvmpipe", reference.Session.Machine.Run("cat /tmp/kmscube.log"), StringComparison.Ordinal);
        Assert.Equal((800, 600), (cube.Width, cube.Height));
        Assert.True(cube.CountColours() > 1000, $"only {cube.CountColours()} colours");
    }
}
