using Pipeline.Cli.Models;

namespace Pipeline.Cli.Watching;

/// <summary>The files of a project as they were when they were last looked at.</summary>
internal sealed class SourceFiles(string folder)
{
    private Dictionary<string, (DateTime Written, long Length)> known = [];

    /// <summary>The files that came, changed or went since the last look; all of them at the first.</summary>
    public IReadOnlyList<string> Changed()
    {
        var found = SourceFolder.Files(new(folder)).ToDictionary(f => f.FullName, f => (f.LastWriteTimeUtc, f.Length), StringComparer.Ordinal);
        var changed = found.Where(f => !known.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key)
            .Concat(known.Keys.Where(k => !found.ContainsKey(k))).Order(StringComparer.Ordinal).ToList();
        known = found;
        return changed;
    }
}
