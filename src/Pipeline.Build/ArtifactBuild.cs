using System.Globalization;
using Pipeline.Build.Baseline;
using Pipeline.Build.Reading;
using Pipeline.Build.Rendering;
using Pipeline.Build.Seeds;
using Pipeline.Build.Verifying;
using Pipeline.Build.Writing;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Catalog.Memory;
using Pipeline.Environments;

namespace Pipeline.Build;

/// <summary>From a compiled assembly to its files: reads the catalog, binds the environment, renders, then writes or verifies.</summary>
public sealed class ArtifactBuild(ArtifactBuildRequest request, IArtifactSource source)
{
    /// <summary>What the last call has to say that doesn't stop the build.</summary>
    public IReadOnlyList<BuildError> Warnings { get; private set; } = [];

    /// <summary>Brings the folder up to date. Nothing is rendered when nothing changed, and no file is touched that stays as it is.</summary>
    /// <exception cref="BuildException">The model, its environment or a file stops the build.</exception>
    public WriteResult Write()
    {
        var state = BuildState.Read(request.StateFile);
        var folder = new ArtifactFolder(request.Folder, state);
        var assembly = AssemblySeen();
        if (assembly.Length > 0 && assembly == state.Seen && folder.IsAsLeft()) return new([], [], state.Files.Count);

        var parts = Parts();
        var inputs = Fingerprint(parts);
        var seen = SeedFiles.AreNamedIn(parts) ? "" : assembly;
        if (state.Inputs == inputs && folder.IsAsLeft())
        {
            if (state.Seen != seen) (state with { Seen = seen }).Write(request.StateFile);
            return new([], [], state.Files.Count);
        }

        var memory = request.Memory is { } own ? Task.FromResult(Begun(own)) : Task.Run(() => Begun(MemoryFile.Read(MemoryPath)));
        var files = Render(parts, memory);
        memory.Result.End();

        // Beside the files: the one is about as much to write as the others.
        var kept = request.Memory is null ? Task.Run(() => MemoryFile.Write(MemoryPath, memory.Result)) : Task.CompletedTask;
        try
        {
            return ArtifactWriter.Write(folder, files, request.FolderName, (left, isDone) => new BuildState(isDone ? inputs : "", isDone ? seen : "", left).Write(request.StateFile));
        }
        finally
        {
            kept.GetAwaiter().GetResult();
        }
    }

    /// <summary>Compares the folder with what the model gives, all of it made anew; writes nothing.</summary>
    /// <exception cref="BuildException">The model, its environment or a file stops the build.</exception>
    public IReadOnlyList<CommittedDifference> Verify()
    {
        var parts = Parts();
        var folder = new ArtifactFolder(request.Folder, BuildState.Read(request.StateFile));
        return ArtifactVerifier.Compare(folder, Render(parts, Task.FromResult(new CatalogMemory())));
    }

    private IReadOnlyList<CatalogPart> Parts() =>
        request.Parts is { } parts ? CatalogAssembly.Whole(Path.GetFileNameWithoutExtension(request.Assembly), parts) : CatalogAssembly.ReadParts(request.Assembly);

    // A library of shared formats and functions has no objects, and no folder.
    private IReadOnlyList<RenderedFile> Render(IReadOnlyList<CatalogPart> parts, Task<CatalogMemory> remembered)
    {
        if (parts.Count == 0) return [];
        var shipped = Task.Run(() => request.Shipped ?? ShippedManifest.In(request.Folder, request.FolderName));
        var catalog = CatalogAssembly.ReadCatalog(parts);
        RefuseUnsound(catalog);
        catalog = CatalogCompletion.Complete(new SeedFiles(request.ProjectFolder).Bind(catalog));
        var memory = remembered.GetAwaiter().GetResult();
        CatalogJson.Recall(catalog, memory);
        Warnings = BaselineCheck.Refuse(shipped.GetAwaiter().GetResult(), catalog, request.AcceptedLosses);
        var environment = Environment();
        var files = source.Render(new RenderRequest(catalog, Bind(catalog, environment), environment, request.Templates) { HasEnvironmentFile = request.EnvironmentFile is not null, Memory = memory });
        RefuseClashes(files);
        return [.. files.Select(f => f with { Text = GeneratedHeader.Add(f.Path, f.Text) })];
    }

    private CatalogMemory Begun(CatalogMemory memory)
    {
        memory.Begin(ContentHash.Of(Basis()));
        return memory;
    }

    // The findings lie in the catalog itself: neither a pragma nor an analyzer that is switched off gets unsound SQL written.
    private static void RefuseUnsound(CompiledCatalog catalog)
    {
        var errors = catalog.Objects.SelectMany(o => o.Findings.Select(f => new BuildError(f.Rule, $"{o.ClassName} ({o.Name}): {f.Message}"))).ToList();
        if (errors.Count > 0) throw new BuildException(errors);
    }

    // Two files that differ in case alone are one file on half of the machines.
    private static void RefuseClashes(IEnumerable<RenderedFile> files)
    {
        var clashes = files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => new BuildError(BuildErrorCodes.Rendering, $"Two objects are written to {g.Key}; give one of them another name."))
            .ToList();
        if (clashes.Count > 0) throw new BuildException(clashes);
    }

    private DeploymentEnvironment Environment()
    {
        if (request.EnvironmentFile is null)
        {
            return request.Environment is null
                ? DeploymentEnvironment.None with { File = request.EnvironmentFileName }
                : throw new BuildException(new BuildError(BuildErrorCodes.Environment,
                    $"There is no {request.EnvironmentFileName}, so there is no environment '{request.Environment}'; add the file beside the project."));
        }

        return Checked(() =>
        {
            var file = PipelineYaml.Read(request.EnvironmentFile, request.EnvironmentFileName);
            return request.Environment is null ? file.FindCommitted() : file.Find(request.Environment);
        });
    }

    private static CompiledCatalog Bind(CompiledCatalog catalog, DeploymentEnvironment environment) => Checked(() => CatalogBinding.Bind(catalog, environment));

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (EnvironmentException e)
        {
            throw new BuildException([.. e.Errors.Select(x => new BuildError(BuildErrorCodes.Environment, x.File, x.Line, x.Column, x.Message))]);
        }
    }

    // What a build after which nothing happened knows the assembly by; a seed file may change beside it.
    private string AssemblySeen() => request.Parts is null && new FileInfo(request.Assembly) is { Exists: true } file
        ? string.Join(" ", file.Length.ToString(CultureInfo.InvariantCulture), file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture), ContentHash.Of(Basis()))
        : "";

    private string MemoryPath => Path.ChangeExtension(request.StateFile, ".memory");

    private string Fingerprint(IEnumerable<CatalogPart> parts) => ContentHash.Of(
    [
        .. Basis(),
        .. parts.SelectMany(p => new[] { p.Name, p.Json }),
        .. new SeedFiles(request.ProjectFolder).Contents(parts),
    ]);

    // All that the files depend on beside the model.
    private IEnumerable<string> Basis() =>
    [
        source.Version,
        typeof(ArtifactBuild).Module.ModuleVersionId.ToString(),
        typeof(CatalogObject).Module.ModuleVersionId.ToString(),
        typeof(CatalogBinding).Module.ModuleVersionId.ToString(),
        request.Environment ?? "",
        request.EnvironmentFile is null ? "" : Convert.ToBase64String(request.EnvironmentFile),
        .. request.Templates.SelectMany(t => new[] { t.Name, t.Text }),
    ];
}
