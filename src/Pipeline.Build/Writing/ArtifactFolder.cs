using System.Text;

namespace Pipeline.Build.Writing;

/// <summary>The folder of the SQL: what of it is the build's, and how it is changed.</summary>
public sealed class ArtifactFolder(string root, BuildState state)
{
    private readonly Dictionary<string, WrittenFile> ours = state.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);

    /// <summary>Whether every file still is as the state says; costs no reading where size and time agree.</summary>
    public bool IsAsLeft() => state.Files.All(f => IsAsLeft(f) || (File.Exists(FullPath(f.Path)) && ContentHash.Of(File.ReadAllBytes(FullPath(f.Path))) == f.Hash));

    /// <summary>The files of ours that are no longer among those rendered, in order.</summary>
    public IReadOnlyList<string> Stale(IEnumerable<string> rendered)
    {
        if (!Directory.Exists(root)) return [];
        var kept = new HashSet<string>(rendered, StringComparer.Ordinal);
        return
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(Relative)
                .Where(p => !kept.Contains(p) && IsOurs(p))
                .OrderBy(p => p, StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of a file, or null where there is none.</summary>
    public string? Read(string path) => File.Exists(FullPath(path)) ? Encoding.UTF8.GetString(File.ReadAllBytes(FullPath(path))) : null;

    /// <summary>Whether this is just the content of the file; costs no reading where it is the content that was left there, and size and time agree.</summary>
    public bool Holds(FileContent content) => (ours.TryGetValue(content.Path, out var left) && left.Hash == content.Hash && IsAsLeft(left)) || Reads(content);

    /// <summary>Whether this is just the content of the file, which is read for it.</summary>
    public bool Reads(FileContent content)
    {
        var file = new FileInfo(FullPath(content.Path));
        return file.Exists && file.Length == content.Bytes.Length && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(content.Bytes);
    }

    /// <summary>Whether the build wrote the file: it remembers, or the file says so.</summary>
    public bool IsOurs(string path) => ours.ContainsKey(path) || (IsText(path) && Read(path) is { } text && GeneratedHeader.IsIn(path, text));

    public bool Exists(string path) => File.Exists(FullPath(path));

    public void Write(FileContent content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(content.Path))!);
        File.WriteAllBytes(FullPath(content.Path), content.Bytes);
    }

    /// <summary>Removes the file, and the folders that it leaves empty.</summary>
    public void Remove(string path)
    {
        File.Delete(FullPath(path));
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFileSystemEntries(FullPath(folder!)).Any()) return;
            Directory.Delete(FullPath(folder!));
        }
    }

    /// <summary>The file as it now is.</summary>
    public WrittenFile Describe(FileContent content)
    {
        var file = new FileInfo(FullPath(content.Path));
        return new(content.Path, content.Hash, file.Length, file.LastWriteTimeUtc.Ticks);
    }

    private bool IsAsLeft(WrittenFile left)
    {
        var file = new FileInfo(FullPath(left.Path));
        return file.Exists && file.Length == left.Length && file.LastWriteTimeUtc.Ticks == left.ModifiedTicks;
    }

    private string FullPath(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private string Relative(string fullPath) => fullPath.Substring(root.Length).Replace('\\', '/').TrimStart('/');

    private static bool IsText(string path) => path.EndsWith(".sql", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal);
}
