namespace Pipeline.Sql;

/// <summary>A file of the build.</summary>
/// <param name="Path">Below the folder of the SQL, with '/'.</param>
/// <param name="Text">Its whole content, with LF.</param>
public sealed record Artifact(string Path, string Text);
