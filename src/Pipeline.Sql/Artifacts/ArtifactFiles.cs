using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Catalog.Memory;
using Pipeline.Sql.Aws;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql;

/// <summary>The files of a build: one per object, the scripts over all of them, and the manifest.</summary>
public static class ArtifactFiles
{
    /// <summary>Changes whenever the same catalog could give other files.</summary>
    public static string Version { get; } = typeof(ArtifactFiles).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <param name="catalog">The model, of no environment: the manifest.</param>
    /// <param name="bound">The same with the values of one environment: the SQL.</param>
    /// <param name="overrides">The user's own templates.</param>
    /// <param name="schedules">Whether a deployment starts the task graphs that are new.</param>
    /// <param name="memory">What is remembered of the last time, begun with a basis in which everything counts that is no part of the catalogs; nothing where it is left away.</param>
    /// <exception cref="UnsoundCatalogException">An object carries findings.</exception>
    /// <exception cref="UnspellableException">The catalog holds what Snowflake has no words for.</exception>
    /// <exception cref="TemplateException">A template can't be rendered.</exception>
    public static EquatableArray<Artifact> Render(
        CompiledCatalog catalog, CompiledCatalog bound, ITemplateSource? overrides = null, Schedules schedules = Schedules.Running, CatalogMemory? memory = null)
    {
        var unsound = bound.Objects.Where(o => o.Findings.Count > 0).ToEquatableArray();
        if (unsound.Count > 0) throw new UnsoundCatalogException(unsound);

        memory ??= new();
        var completed = CatalogCompletion.Complete(catalog);
        // The manifest with its lineage is about as much work as the SQL, and neither looks at the other.
        var manifest = Task.Run(() => CatalogJson.WriteManifest(completed, memory));
        var renderer = new SnowflakeRenderer(ReferenceEquals(catalog, bound) ? completed : CatalogCompletion.Complete(bound), overrides ?? NoTemplates.Instance, schedules);
        var files = DeployedFiles.Of(renderer, memory);
        return files.Select(f => new Artifact(f.Path, f.Text))
            .Append(new("deploy.sql", DeployScript.Write(renderer, files, memory)))
            .Append(new("teardown.sql", TeardownScript.Write(renderer, files)))
            .Concat(OperationScripts.AreNeeded(renderer.Catalog)
                ? new Artifact[] { new("suspend.sql", OperationScripts.Suspend(renderer)), new("resume.sql", OperationScripts.Resume(renderer)) }
                : [])
            .Concat(AwsTemplate.Write(renderer.Catalog) is { } aws ? new[] { new Artifact("aws/template.json", aws) } : [])
            .Append(new("manifest.json", manifest.GetAwaiter().GetResult()))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
