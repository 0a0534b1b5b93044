using System.Globalization;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Inspection;

/// <summary>Reads what commands drew into: of a draw the first colour buffer that is there, or depth; of a copy what it wrote.</summary>
internal sealed class PictureLog(InspectionBooks books)
{
    private readonly PreviewPicture _picture = new();
    private readonly Dictionary<int, bool> _upright = [];

    /// <summary>Reads the textures.</summary>
    public Renderer? Renderer { get; set; }

    /// <summary>The picture after a command.</summary>
    /// <returns>The number of its use, −1 for none.</returns>
    public int After(in ObservedCommand command, BoundState state) => command.Header.Opcode switch
    {
        VirglOpcode.Blit when BlitCommand.TryDecode(command.Body, out BlitCommand blit) =>
            OfResource(blit.DestinationHandle, blit.DestinationLevel, blit.DestinationBox.Z, "dst", IsBottomUp(blit.DestinationHandle, blit.SourceHandle)),
        VirglOpcode.ResourceCopyRegion when ResourceCopyRegionCommand.TryDecode(command.Body, out ResourceCopyRegionCommand copy) =>
            OfResource(copy.DestinationHandle, copy.DestinationLevel, copy.DestinationZ, "dst", IsBottomUp(copy.DestinationHandle, copy.SourceHandle)),
        VirglOpcode.ClearTexture when ClearTextureCommand.TryDecode(command.Body, out ClearTextureCommand clear) =>
            OfResource(clear.Handle, clear.Level, clear.Box.Z, "cleared", IsBottomUp(clear.Handle, clear.Handle)),
        VirglOpcode.ClearSurface when ClearSurfaceCommand.TryDecode(command.Body, out ClearSurfaceCommand clear) =>
            OfSurface(books.Handles.FindObject(command.ContextId, command.SubContextId, clear.Surface), "surface", !state.IsTopDown),
        VirglOpcode.DrawVbo or VirglOpcode.Clear => OfFramebuffer(state),
        _ => -1,
    };

    /// <summary>The picture of one level and layer of a resource.</summary>
    public int OfResource(uint resource, uint level, int layer, string what, bool isBottomUp)
    {
        if (books.Options.PictureSize == 0 || level > int.MaxValue || Renderer is not { } renderer ||
            !renderer.TryReadPreview(resource, new PreviewPlace((int)level, layer, books.Options.PictureSize), _picture))
            return -1;
        string place = string.Create(CultureInfo.InvariantCulture, $"{what}{(level == 0 ? "" : $" · level {level}")}{(layer == 0 ? "" : $" · layer {layer}")}");
        books.PictureUses.Add(new PictureUse(books.Pictures.Add(_picture), books.Handles.FindResource(resource), place, isBottomUp));
        return books.PictureUses.Count - 1;
    }

    /// <summary>The picture of a screen that no renderer holds.</summary>
    public int OfScreen(ScreenPicture screen)
    {
        if (books.Options.PictureSize == 0)
            return -1;
        _picture.Take(screen.Pixels, screen.Width, screen.Height, books.Options.PictureSize);
        books.PictureUses.Add(new PictureUse(books.Pictures.Add(_picture), -1, $"screen {screen.Screen}", IsBottomUp: false));
        return books.PictureUses.Count - 1;
    }

    /// <summary>A copy stands as its destination was last drawn, or else as its source.</summary>
    private bool IsBottomUp(uint destination, uint source) =>
        _upright.TryGetValue(books.Handles.FindResource(destination), out bool isBottomUp) ? isBottomUp : _upright.GetValueOrDefault(books.Handles.FindResource(source));

    private int OfFramebuffer(BoundState state)
    {
        for (int i = 0; i < state.Colors.Length; i++)
        {
            if (state.Colors[i] >= 0)
                return OfSurface(state.Colors[i], $"cbuf[{i}]{(state.Colors.Length > 1 ? $" of {state.Colors.Length}" : "")}", !state.IsTopDown);
        }

        return OfSurface(state.DepthStencil, "zsurf", !state.IsTopDown);
    }

    private int OfSurface(int surface, string what, bool isBottomUp)
    {
        if (surface < 0 || books.Handles.Definitions[surface].Target is not { } target || books.Handles.FindResource(target.Resource) != target.Thing)
            return -1;
        string layers = target.LastLayer > target.FirstLayer ? $" · layers {target.FirstLayer}…{target.LastLayer}" : "";
        bool isYInverted = target.Thing >= 0 && books.Handles.Definitions[target.Thing].IsYInverted;
        _upright[target.Thing] = isBottomUp != isYInverted;
        return OfResource(target.Resource, (uint)target.Level, target.FirstLayer, what + layers, isBottomUp != isYInverted);
    }
}
