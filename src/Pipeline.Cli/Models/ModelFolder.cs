using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Environments;

namespace Pipeline.Cli.Models;

/// <summary>The folder of a model: its project, what the build wrote beside it, its sample data and the database of its local runs.</summary>
internal sealed class ModelFolder
{
    private readonly string folder;

    public ModelFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"There is no folder {folder}; name that of a model.");
        this.folder = folder;
    }

    public string Data => Path.Combine(folder, "data");

    public string Database => Path.Combine(folder, "obj", "pipeline", "local.duckdb");

    private string Manifest => Path.Combine(folder, "sql", "manifest.json");

    private string BuildMark => Path.Combine(folder, "obj", "pipeline", "built");

    /// <summary>The compiled model; builds it first where a source is newer than what was built.</summary>
    public CompiledCatalog ReadCatalog(TextWriter progress)
    {
        if (Project() is { } project && IsStale()) Build(project, progress);
        if (!File.Exists(Manifest))
        {
            throw new UsageException($"{Manifest} isn't there. Name the folder of a model: one with a project that uses Pipeline, so that 'dotnet build' writes it.");
        }

        return CatalogCompletion.Complete(CatalogJson.ReadManifest(File.ReadAllText(Manifest)));
    }

    /// <summary>The environment of which the committed SQL is.</summary>
    public DeploymentEnvironment ReadEnvironment()
    {
        var file = Path.Combine(folder, EnvironmentFile.DefaultName);
        return File.Exists(file) ? PipelineYaml.Read(File.ReadAllBytes(file), file).FindCommitted() : DeploymentEnvironment.None;
    }

    public string? Project() => Directory.GetFiles(folder, "*.csproj") switch
    {
        [] => null,
        [var only] => only,
        _ => throw new UsageException($"{folder} has several projects; keep a model in a folder of its own."),
    };

    // By time: a build with nothing to do takes seconds that a second run needn't wait for.
    private bool IsStale()
    {
        if (!File.Exists(Manifest)) return true;
        var built = File.Exists(BuildMark) ? File.GetLastWriteTimeUtc(BuildMark) : DateTime.MinValue;
        return SourceFolder.Files(new(folder)).Any(f => f.LastWriteTimeUtc > built);
    }

    private void Build(string project, TextWriter progress)
    {
        progress.WriteLine($"Building {Path.GetFileName(project)} ..");
        var started = DateTime.UtcNow;
        var (succeeded, text) = Dotnet.Build(project);
        if (!succeeded) throw new FailureException($"{text.Trim()}\n{project} doesn't build, so there is nothing to run.");

        Directory.CreateDirectory(Path.GetDirectoryName(BuildMark)!);
        File.WriteAllText(BuildMark, "");
        File.SetLastWriteTimeUtc(BuildMark, started);
    }
}
