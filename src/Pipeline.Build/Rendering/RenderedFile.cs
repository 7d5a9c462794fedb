namespace Pipeline.Build.Rendering;

/// <summary>A file to be written.</summary>
/// <param name="Path">Below the folder of the SQL, with '/'.</param>
/// <param name="Text">Its whole content, with LF.</param>
public sealed record RenderedFile(string Path, string Text);
