using Pipeline.Build.Reading;
using Pipeline.Catalog;

namespace Pipeline.Build.Seeds;

/// <summary>Puts the rows of the model's seed files into its tables.</summary>
/// <param name="folder">The project's folder; null where there is none, and so no file.</param>
internal sealed class SeedFiles(string? folder)
{
    /// <summary>Whether a table of the catalog may have its rows in a file.</summary>
    public static bool AreNamedIn(IEnumerable<CatalogPart> parts) => parts.Any(IsNamedIn);

    /// <summary>What the files hold that the parts of a catalog name, for a build to know whether something changed.</summary>
    /// <remarks>Only parts in which the word stands are read: most builds find that nothing changed.</remarks>
    public IEnumerable<string> Contents(IEnumerable<CatalogPart> parts) => parts.Where(IsNamedIn)
        .Select(CatalogAssembly.Object).OfType<TableObject>().Select(t => t.SeedFile).OfType<string>().Distinct().OrderBy(f => f, StringComparer.Ordinal).SelectMany(f => new[] { f, Read(f) ?? "" });

    /// <exception cref="BuildException">A file isn't there, or its lines aren't rows of the table.</exception>
    public CompiledCatalog Bind(CompiledCatalog catalog)
    {
        if (!catalog.All<TableObject>().Any(t => t.SeedFile is not null)) return catalog;
        var errors = new List<BuildError>();
        var objects = catalog.Objects.Select(o => o is TableObject { SeedFile: { } file } table ? table with { Rows = RowsOf(table, file, errors) } : o).ToEquatableArray();
        return errors.Count == 0 ? new(objects) : throw new BuildException(errors);
    }

    private ValuesSource? RowsOf(TableObject table, string file, List<BuildError> errors)
    {
        if (table.Rows is not null)
        {
            errors.Add(new(BuildErrorCodes.Seed, $"{table.ClassName} ({table.Name}) has [Rows] and a [SeedFile]; take one of the two away."));
            return null;
        }

        if (Read(file) is { } text) return new SeedTable(table, file, errors).Rows(text);
        errors.Add(new(BuildErrorCodes.Seed, $"{table.ClassName} ({table.Name}) has its rows in {file}, which isn't there; a seed file lies in the project's folder, and is named from there, its folders parted by /."));
        return null;
    }

    private static bool IsNamedIn(CatalogPart part) => part.Json.IndexOf("\"seedFile\"", StringComparison.Ordinal) >= 0;

    // Named the same on every machine, and of this project: what lies outside is reviewed elsewhere.
    private string? Read(string file) =>
        folder is not null && !Path.IsPathRooted(file) && file.IndexOf('\\') < 0 && !file.Split('/').Contains("..") && Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path).TrimStart('\ufeff').Replace("\r\n", "\n") : null;
}
