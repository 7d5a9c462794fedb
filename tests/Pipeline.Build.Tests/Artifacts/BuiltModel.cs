using System.Text;
using Pipeline.Build.Baseline;
using Pipeline.Catalog.Baseline;
using Pipeline.Build.Rendering;
using Pipeline.Build.Verifying;
using Pipeline.Build.Writing;
using Pipeline.Catalog;
using Pipeline.Catalog.Memory;

namespace Pipeline.Build.Tests;

/// <summary>A model's project in a folder of its own; each object's file holds its comment, so that a test sees what changes.</summary>
internal sealed class BuiltModel : IDisposable, IArtifactSource
{
    public static readonly StageObject Sales = new(new("LANDING", "SALES_STAGE"), "Retail.SalesStage", "${s3.root}/sales/") { Comment = "sales" };

    public static readonly StageObject Stores = new(new("LANDING", "STORES_STAGE"), "Retail.StoresStage", "${s3.root}/stores/") { Comment = "stores" };

    public const string Environments = """
        committed: dev
        values: { s3.root: s3://dev }
        environments:
          dev:
          prod: { values: { s3.root: s3://prod } }
        """;

    public TemporaryFolder Folder { get; } = new();

    public string? EnvironmentFile { get; set; } = Environments;

    public string? Environment { get; set; }

    public IReadOnlyList<TemplateOverride> Templates { get; set; } = [];

    /// <summary>Who makes the files; the model itself, in a word or two, where nothing else is said.</summary>
    public IArtifactSource? Source { get; set; }

    /// <summary>What is remembered from build to build; null for what lies in <c>obj</c>.</summary>
    public CatalogMemory? Memory { get; set; }

    /// <summary>As the project says it in PipelineAcceptLoss.</summary>
    public string AcceptLoss { get; set; } = "";

    /// <summary>How often anything was rendered.</summary>
    public int Renderings { get; private set; }

    public string Version { get; set; } = "1";

    private string AssemblyPath => Folder.File("Retail.dll");

    public BuiltModel With(params CatalogObject[] objects)
    {
        ModelAssembly.Write(AssemblyPath, objects);
        return this;
    }

    public BuiltModel WithParts(params (string Name, string Json)[] parts)
    {
        ModelAssembly.WriteParts(AssemblyPath, parts);
        return this;
    }

    /// <summary>What the last build that went through had to say.</summary>
    public IReadOnlyList<BuildError> Warnings { get; private set; } = [];

    public WriteResult Build()
    {
        var build = Artifacts();
        var result = build.Write();
        Warnings = build.Warnings;
        return result;
    }

    public IReadOnlyList<CommittedDifference> Verify() => Artifacts().Verify();

    public string Errors() => string.Join("\n", Assert.Throws<BuildException>(Build).Errors.Select(e => e.File is null
        ? $"{e.Code}: {e.Message}"
        : $"{e.File}({e.Line}): {e.Code}: {e.Message}"));

    public IReadOnlyList<RenderedFile> Render(RenderRequest request)
    {
        Renderings++;
        var template = request.Templates.FirstOrDefault()?.Text ?? "CREATE {0} AT {1};\n";
        return
        [
            .. request.Bound.All<StageObject>().Select(s =>
                new RenderedFile($"{s.Name.Schema}/stages/{s.Name.Name}.sql", string.Format(null, template, s.Comment, s.Url))),
            new RenderedFile("deploy.sql", string.Join("\n", request.Bound.Objects.Select(o => o.Name)) + "\n"),
            new RenderedFile("manifest.json", Catalog.Json.CatalogJson.WriteManifest(request.Catalog)),
        ];
    }

    public void Dispose() => Folder.Dispose();

    private ArtifactBuild Artifacts() => new(
        new ArtifactBuildRequest(AssemblyPath, Folder.File("sql"), "sql", Folder.File("obj/pipeline.state"))
        {
            EnvironmentFile = EnvironmentFile is null ? null : Encoding.UTF8.GetBytes(EnvironmentFile),
            Environment = Environment,
            Templates = Templates,
            AcceptedLosses = AcceptedLoss.Read(AcceptLoss),
            Memory = Memory,
        }, Source ?? this);
}
