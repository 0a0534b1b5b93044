namespace VirglHost.Rendering.Programs;

/// <summary>The shaders of a draw, each of its own stage; null where a stage has none.</summary>
internal readonly record struct DrawShaders(GuestShader? Vertex, GuestShader? Fragment, GuestShader? Geometry, GuestShader? Control, GuestShader? Evaluation);
