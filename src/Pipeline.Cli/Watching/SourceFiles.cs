namespace Pipeline.Cli.Watching;

/// <summary>The files of a project as they were when they were last looked at.</summary>
internal sealed class SourceFiles(string folder)
{
    private static readonly string[] NotSources = ["bin", "obj", "sql", "data", ".git", ".vs", ".idea"];

    private Dictionary<string, (DateTime Written, long Length)> known = [];

    /// <summary>The files that came, changed or went since the last look; all of them at the first.</summary>
    public IReadOnlyList<string> Changed()
    {
        var found = Files(new DirectoryInfo(folder)).ToDictionary(f => f.FullName, f => (f.LastWriteTimeUtc, f.Length), StringComparer.Ordinal);
        var changed = found.Where(f => !known.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key)
            .Concat(known.Keys.Where(k => !found.ContainsKey(k))).Order(StringComparer.Ordinal).ToList();
        known = found;
        return changed;
    }

    public static bool IsSource(string path) => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets" or ".yml" or ".sql";

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Where(f => IsSource(f.Name))
        .Concat(folder.EnumerateDirectories().Where(d => !NotSources.Contains(d.Name, StringComparer.OrdinalIgnoreCase)).SelectMany(Files));
}
