namespace VirglHost.Inspection;

/// <summary>One picture of one line.</summary>
/// <param name="Picture">Its number.</param>
/// <param name="Thing">The resource that it shows.</param>
/// <param name="Place">Attachment, level and layer, as a text.</param>
/// <param name="IsBottomUp">Whether row 0 is the bottom, as of what OpenGL programs draw into textures.</param>
internal sealed record PictureUse(int Picture, int Thing, string Place, bool IsBottomUp);
