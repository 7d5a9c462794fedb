using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Files;

/// <summary>The files in the stages: a delivery's folder stands for the bucket that all stages share.</summary>
internal sealed class StageFiles(DuckDbSession session, CompiledCatalog catalog)
{
    /// <summary>Puts the files of the folder, and of those below it, into the stages; of what the folder delivered before, nothing.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="arrivedAt">The time that they have.</param>
    /// <param name="isComplete">Whether the file at a path below the folder is to be delivered; null for all.</param>
    /// <returns>How many files are new or changed.</returns>
    public int Deliver(string folder, DateTime arrivedAt, Func<string, bool>? isComplete = null)
    {
        if (!Directory.Exists(folder)) throw new EngineException($"{folder} is no folder, so nothing can be delivered from it; name another.");

        var delivery = Names.Text(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        var known = session.Query($"SELECT PATH, CONTENT_KEY FROM {EngineTables.DeliveredFiles} WHERE DELIVERY = {delivery}").Rows
            .Select(r => ((string)r[0]!, (string)r[1]!)).ToHashSet();
        var files = FilesBelow(folder).Where(f => isComplete is null || isComplete(f.Path)).Select(f => (f.Path, f.Location, Content: ContentKey(f.Location)))
            .Where(f => !known.Contains((f.Path, f.Content))).ToList();
        if (files.Count == 0) return 0;
        session.Execute($"INSERT INTO {EngineTables.DeliveredFiles} VALUES {Rows(files.Select(f => $"{delivery}, {Names.Text(f.Path)}, {Names.Text(f.Content)}"))}");
        session.Execute($"DELETE FROM {EngineTables.StagedFiles} WHERE PATH IN ({string.Join(", ", files.Select(f => Names.Text(f.Path)))})");
        session.Execute($"INSERT INTO {EngineTables.StagedFiles} VALUES " + Rows(files.Select(f =>
            $"{Names.Text(f.Path)}, {Names.Text(f.Location)}, {Names.Number(new FileInfo(f.Location).Length)}, {Names.Text(f.Content)}, {Names.Time(arrivedAt)}")));
        return files.Count;
    }

    private static string Rows(IEnumerable<string> values) => string.Join(",\n", values.Select(v => $"({v})"));

    /// <summary>The files that a copy into the table would load: in its stage and pattern, and not loaded with this content. By path.</summary>
    public IReadOnlyList<StagedFile> Pending(QualifiedName table, CopyDefinition copy) =>
        [.. In(table, copy, "loaded.CONTENT_KEY = staged.CONTENT_KEY").OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>The files that a pipe into the table would load: of a name that it hasn't loaded for two weeks, whatever the content. As they arrived.</summary>
    public IReadOnlyList<StagedFile> PendingByName(QualifiedName table, CopyDefinition copy) =>
    [
        .. In(table, copy, $"loaded.LOADED_AT > staged.ARRIVED_AT - INTERVAL {Names.Number(PipeObject.RememberedDays)} DAY")
            .OrderBy(f => f.ArrivedAt).ThenBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>The paths of files that the table knows and that aren't there any more, or that it reads no more. By path.</summary>
    public IReadOnlyList<string> Gone(QualifiedName table, CopyDefinition copy)
    {
        var there = In(table, copy, "FALSE").Where(f => File.Exists(f.Location)).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. session.Query($"SELECT PATH FROM {EngineTables.LoadedFiles} WHERE TABLE_NAME = {Names.Text(table.ToString())} ORDER BY PATH").Rows
                .Select(r => (string)r[0]!).Where(p => !there.Contains(p)),
        ];
    }

    // Those that no file of the same name stands for that this holds of.
    private IEnumerable<StagedFile> In(QualifiedName table, CopyDefinition copy, string isLoaded)
    {
        var prefix = Prefix(Stage(copy.Stage)) + copy.Path;
        var pattern = copy.Pattern is null ? null : Pattern(table, copy.Pattern);
        return session.Query($"""
            SELECT PATH, LOCATION, CONTENT_KEY, ARRIVED_AT FROM {EngineTables.StagedFiles} AS staged
            WHERE starts_with(PATH, {Names.Text(prefix)}) AND NOT EXISTS (
                SELECT 1 FROM {EngineTables.LoadedFiles} AS loaded
                WHERE loaded.TABLE_NAME = {Names.Text(table.ToString())} AND loaded.PATH = staged.PATH AND {isLoaded})
            """).Rows
            .Select(r => new StagedFile((string)r[0]!, (string)r[1]!, (string)r[2]!, (DateTime)r[3]!))
            .Where(f => pattern is null || pattern.IsMatch(f.Path));
    }

    /// <summary>The format of the copy's files.</summary>
    public FileFormatObject Format(CopyDefinition copy)
    {
        var stage = Stage(copy.Stage);
        return stage.Format is { } name && catalog.Find<FileFormatObject>(name) is { } format
            ? format
            : throw new EngineException($"{stage.Name} has no file format, so its files can't be read. Give the stage a [Format<..>].");
    }

    // 's3://bucket/sales/' and '${s3.root}/sales/' both become 'sales/'; an internal stage is the folder of its name.
    private static string Prefix(StageObject stage)
    {
        if (stage.Url is not { } url) return stage.Name.Name.ToLowerInvariant() + "/";
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var slash = url.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? "" : url[(slash + 1)..];
    }

    private static Regex Pattern(QualifiedName table, string pattern)
    {
        try
        {
            return new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException e)
        {
            throw new EngineException($"{table}: the copy's pattern '{pattern}' is no regular expression: {e.Message}", e);
        }
    }

    private static IEnumerable<(string Path, string Location)> FilesBelow(string folder)
    {
        var root = Path.GetFullPath(folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/'), Location: f))
            .Where(f => !f.Path.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(f => f.Path, StringComparer.Ordinal);
    }

    // As an object store's tag; it guards against nobody.
    private static string ContentKey(string location)
    {
        using var file = File.OpenRead(location);
        return Convert.ToHexStringLower(MD5.HashData(file));
    }

    private StageObject Stage(QualifiedName name) =>
        catalog.Find<StageObject>(name) ?? throw new EngineException($"The stage {name} isn't in the model, so no file can be copied from it; build the model again.");
}
