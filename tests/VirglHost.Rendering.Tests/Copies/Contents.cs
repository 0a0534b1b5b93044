using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Copies;

/// <summary>Resources with contents, and their contents read back.</summary>
internal static class Contents
{
    internal static GuestFault FaultOf(Action action) => Assert.Throws<GuestFaultException>(action).Fault;

    internal static RenderResource Numbered(GlHost host, in ResourceDescription description)
    {
        RenderResource measured = host.Create(description);
        byte[] bytes = [.. Enumerable.Range(1, (int)measured.SizeInBytes).Select(n => (byte)n)];
        measured.Release(host.Session);
        return Filled(host, description, bytes);
    }

    internal static RenderResource Filled(GlHost host, in ResourceDescription description, byte[] bytes)
    {
        RenderResource resource = host.Create(description);
        host.Transfers.InlineWrite(host.Session, resource, new ResourceInlineWriteCommand { Box = WholeBox(resource), Content = bytes });
        return resource;
    }

    internal static byte[] Read(GlHost host, RenderResource resource)
    {
        var store = new ArrayStore(new byte[resource.SizeInBytes]);
        resource.AttachBacking(store);
        host.Transfers.FromHost(host.Session, resource, new TransferRequest(0, 0, 0, WholeBox(resource), 0));
        resource.DetachBacking();
        return store.Bytes;
    }

    internal static Box WholeBox(RenderResource resource) => new(0, 0, 0, resource.LevelWidth(0), resource.LevelHeight(0), resource.LevelLayers(0));
}
