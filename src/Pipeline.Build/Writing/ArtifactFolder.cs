using System.Text;

namespace Pipeline.Build.Writing;

/// <summary>The folder of the SQL: what of it is the build's, and how it is changed.</summary>
public sealed class ArtifactFolder(string root, BuildState state)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly HashSet<string> ours = new(state.Files.Select(f => f.Path), StringComparer.Ordinal);

    /// <summary>Whether every file still is as the state says; costs no reading where size and time agree.</summary>
    public bool IsAsLeft() => state.Files.All(f =>
    {
        var file = new FileInfo(FullPath(f.Path));
        return file.Exists && file.Length == f.Length
            && (file.LastWriteTimeUtc.Ticks == f.ModifiedTicks || ContentHash.Of(File.ReadAllBytes(file.FullName)) == f.Hash);
    });

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
    public string? Read(string path) => File.Exists(FullPath(path)) ? Decode(File.ReadAllBytes(FullPath(path))) : null;

    /// <summary>Whether the content of the file is just this text.</summary>
    public bool Holds(string path, string text)
    {
        var file = new FileInfo(FullPath(path));
        if (!file.Exists) return false;
        var content = Utf8.GetBytes(text);
        return file.Length == content.Length && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(content);
    }

    /// <summary>Whether the build wrote the file: it remembers, or the file says so.</summary>
    public bool IsOurs(string path) => ours.Contains(path) || (IsText(path) && Read(path) is { } text && GeneratedHeader.IsIn(path, text));

    public bool Exists(string path) => File.Exists(FullPath(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllBytes(FullPath(path), Utf8.GetBytes(text));
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
    public WrittenFile Describe(string path, string text)
    {
        var file = new FileInfo(FullPath(path));
        return new(path, ContentHash.Of(Utf8.GetBytes(text)), file.Length, file.LastWriteTimeUtc.Ticks);
    }

    private string FullPath(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private string Relative(string fullPath) => fullPath.Substring(root.Length).Replace('\\', '/').TrimStart('/');

    private static bool IsText(string path) => path.EndsWith(".sql", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal);

    private static string Decode(byte[] content) => Utf8.GetString(content);
}
