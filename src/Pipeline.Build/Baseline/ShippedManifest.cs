namespace Pipeline.Build.Baseline;

/// <summary>The manifest that was shipped.</summary>
/// <param name="Name">The file, as messages name it.</param>
/// <param name="Text">Its text; null where nothing was shipped yet.</param>
public sealed record ShippedManifest(string Name, string? Text)
{
    private const string FileName = "manifest.json";

    /// <summary>The one that lies in a folder of SQL.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="folderName">The same, as messages name it.</param>
    public static ShippedManifest In(string folder, string folderName) =>
        Path.Combine(folder, FileName) is var file && File.Exists(file) ? new($"{folderName}/{FileName}", File.ReadAllText(file)) : new($"{folderName}/{FileName}", null);
}
