using System.Globalization;
using System.Text;

namespace Pipeline.Build.Writing;

/// <summary>What the last build was made of and what it left: kept in <c>obj</c>, so that an unchanged model costs no rendering.</summary>
/// <param name="Inputs">A fingerprint of all that the files depend on; empty where the build didn't finish.</param>
/// <param name="Seen">What tells without reading the assembly that <paramref name="Inputs"/> are the same; empty where nothing does.</param>
public sealed record BuildState(string Inputs, string Seen, IReadOnlyList<WrittenFile> Files)
{
    private const string Format = "pipeline-state 2";

    public static readonly BuildState Empty = new("", "", []);

    /// <summary>The state that a build left; none if there was no build, or another version's.</summary>
    public static BuildState Read(string path)
    {
        if (!File.Exists(path)) return Empty;
        var lines = File.ReadAllLines(path, Encoding.UTF8);
        if (lines.Length < 3 || lines[0] != Format) return Empty;
        var files = lines.Skip(3).Select(ReadFile).ToList();
        return files.Contains(null) ? Empty : new(lines[1], lines[2], files.OfType<WrittenFile>().ToList());
    }

    public void Write(string path)
    {
        var text = new StringBuilder().Append(Format).Append('\n').Append(Inputs).Append('\n').Append(Seen).Append('\n');
        foreach (var file in Files)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, "{0} {1} {2} {3}\n", file.Hash, file.Length, file.ModifiedTicks, file.Path);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
    }

    private static WrittenFile? ReadFile(string line) =>
        line.Split([' '], 4) is [var hash, var length, var ticks, var path]
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var modified)
            ? new(path, hash, bytes, modified)
            : null;
}
