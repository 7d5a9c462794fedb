using Pipeline.Build.Rendering;
using Pipeline.Build.Writing;

namespace Pipeline.Build.Verifying;

/// <summary>Compares the committed files with what the model gives; writes nothing.</summary>
public static class ArtifactVerifier
{
    /// <summary>Every file that differs, is missing or is stale, in the order of their paths.</summary>
    public static IReadOnlyList<CommittedDifference> Compare(ArtifactFolder folder, IReadOnlyList<RenderedFile> files)
    {
        var differences = files.Where(f => !folder.Reads(new(f))).Select(f => Difference(f, folder.Read(f.Path)));
        var stale = folder.Stale(files.Select(f => f.Path))
            .Select(p => new CommittedDifference(p, 0, "The model no longer gives this file. Build, and commit that it is gone.", []));
        return [.. differences.Concat(stale).OrderBy(d => d.Path, StringComparer.Ordinal)];
    }

    private static CommittedDifference Difference(RenderedFile file, string? committed)
    {
        if (committed is null) return new(file.Path, 0, "The model gives this file, and it isn't committed. Build, and commit it.", []);
        if (committed.Replace("\r\n", "\n").TrimStart('\ufeff') == file.Text)
        {
            return new(file.Path, 1, "The committed file differs in its line ends or its byte order mark. Add '*.sql text eol=lf' to .gitattributes, and check it out again.", []);
        }

        var line = LineDiff.FirstLine(committed, file.Text);
        return new(file.Path, line, $"The committed file differs from the model in line {line}: {Quoted(committed, line)} is committed, "
            + $"{Quoted(file.Text, line)} is what the model gives. Build, and commit it.", LineDiff.Between(committed, file.Text));
    }

    private static string Quoted(string text, int line) =>
        text.Split('\n') is { } lines && line <= lines.Length && lines[line - 1].Trim() is { Length: > 0 } content ? $"'{content}'" : "nothing";
}
