namespace Pipeline.Build.Tests;

/// <summary>A folder of one test's own, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public string File(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => System.IO.File.ReadAllText(File(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(path))!);
        System.IO.File.WriteAllText(File(path), text);
    }

    /// <summary>The files below a folder, in order.</summary>
    public string[] Files(string folder) => Directory.Exists(File(folder))
        ? [.. Directory.EnumerateFiles(File(folder), "*", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(File(folder), f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
