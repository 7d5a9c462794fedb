using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Build;
using Pipeline.Build.Baseline;
using Pipeline.Catalog.Baseline;
using Pipeline.Catalog.Memory;
using Pipeline.Build.Rendering;
using Pipeline.Build.Verifying;

namespace Pipeline.Cli.Watching;

/// <summary>A model whose SQL on disk follows its classes.</summary>
internal sealed class WatchedModel
{
    private readonly string project;
    private readonly TextWriter progress;
    private readonly SourceFiles files;
    private readonly Dictionary<string, string> sql = new(StringComparer.Ordinal);
    private readonly CatalogMemory memory = new();
    private CompilerCall call;
    private WatchedCompilation compilation;

    // As it lay there at the start: a property that is half typed when it is saved was never shipped.
    private ShippedManifest? shipped;

    public WatchedModel(string project, TextWriter progress)
    {
        this.project = Path.GetFullPath(project);
        this.progress = progress;
        files = new(Path.GetDirectoryName(this.project)!);
        files.Changed();
        call = CompilerCall.Of(this.project, progress);
        compilation = new(call);
        if (!Directory.Exists(SqlFolder)) return;
        foreach (var file in Directory.EnumerateFiles(SqlFolder, "*.sql", SearchOption.AllDirectories)) sql[Path.GetRelativePath(SqlFolder, file).Replace('\\', '/')] = File.ReadAllText(file);
    }

    private string SqlFolder => call.PathOf("PipelineSqlDirectory").TrimEnd('/', '\\');

    /// <summary>Takes over what changed on disk; null where nothing did.</summary>
    public WatchedSave? Update()
    {
        // What is written to the folder of the SQL is no change of the model.
        var changed = files.Changed().Where(f => !f.StartsWith(SqlFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        if (changed.Count == 0) return null;
        if (changed.Any(f => Path.GetExtension(f) is ".csproj" or ".props" or ".targets")) Reload();
        else compilation.Update(changed);
        return Save();
    }

    /// <summary>Brings the SQL up to date, or says what keeps it from being so; then it stays as it was.</summary>
    public WatchedSave Save()
    {
        var errors = compilation.Errors();
        if (errors.Count > 0) return new([], 0, [.. errors.Select(Line)]);
        try
        {
            var environmentFile = call.PathOf("PipelineEnvironmentFile");
            var templates = call.PathOf("PipelineTemplateDirectory");
            var written = new ArtifactBuild(
                new(call.PathOf("TargetPath"), SqlFolder, call.Properties["PipelineSqlDirectory"], Path.Combine(call.PathOf("IntermediateOutputPath"), "pipeline.watch.state"))
                {
                    ProjectFolder = Path.GetDirectoryName(project),
                    Parts = compilation.Parts(),
                    Memory = memory,
                    EnvironmentFile = File.Exists(environmentFile) ? File.ReadAllBytes(environmentFile) : null,
                    EnvironmentFileName = call.Properties["PipelineEnvironmentFile"],
                    Templates = TemplateFolder.Read(templates, call.Properties["PipelineTemplateDirectory"]),
                    Shipped = shipped ??= ShippedManifest.In(SqlFolder, call.Properties["PipelineSqlDirectory"]),
                    AcceptedLosses = AcceptedLoss.Read(call.Properties["PipelineAcceptLoss"]),
                },
                new SqlArtifactSource()).Write();
            return new([.. written.Written.Concat(written.Removed).Order(StringComparer.Ordinal).Select(Change)], written.Unchanged, []);
        }
        catch (BuildException e)
        {
            return new([], 0, [.. e.Errors.Select(x => x.File is null ? $"{x.Code}: {x.Message}" : string.Format(CultureInfo.InvariantCulture, "{0}({1},{2}): {3}: {4}", x.File, x.Line, x.Column, x.Code, x.Message))]);
        }
    }

    private void Reload()
    {
        call = CompilerCall.Of(project, progress);
        compilation = new(call);
    }

    // The script over all files says everything once more, and the manifest says it in another way.
    private WatchedFile Change(string path)
    {
        var file = Path.Combine(SqlFolder, path);
        var (before, after) = (sql.GetValueOrDefault(path, ""), File.Exists(file) ? File.ReadAllText(file) : "");
        if (!path.EndsWith(".sql", StringComparison.Ordinal)) return new(path, []);
        sql[path] = after;
        return new(path, path is "deploy.sql" or "teardown.sql" ? [] : LineDiff.Unified(before, after));
    }

    private string Line(Diagnostic error)
    {
        var place = error.Location.GetLineSpan();
        return string.Format(
            CultureInfo.InvariantCulture, "{0}({1},{2}): {3}: {4}", Path.GetRelativePath(call.Folder, place.Path), place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1,
            error.Id, error.GetMessage(CultureInfo.InvariantCulture));
    }
}

/// <summary>What a save came to: files with their differences, or what is wrong.</summary>
internal sealed record WatchedSave(IReadOnlyList<WatchedFile> Files, int Unchanged, IReadOnlyList<string> Problems);

/// <summary>A file of the SQL that was written or removed, and how it differs from before.</summary>
internal sealed record WatchedFile(string Path, IReadOnlyList<string> Diff);
