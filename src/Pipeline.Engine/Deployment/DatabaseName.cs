using Pipeline.Catalog;

namespace Pipeline.Engine.Deployment;

/// <summary>DuckDB names a database after its file, up to the first dot, and then can't tell it from a schema of the same name.</summary>
/// <remarks>Under another name its views would be lost to whoever opens the file with plain DuckDB.</remarks>
internal static class DatabaseName
{
    /// <exception cref="EngineException">The file is called as one of the model's schemas is.</exception>
    public static void Check(CompiledCatalog catalog, string file)
    {
        var name = Path.GetFileName(file).Split('.')[0];
        var schema = catalog.Objects.Select(o => o.Name.Schema).FirstOrDefault(s => string.Equals(s, name, StringComparison.OrdinalIgnoreCase));
        if (schema is null) return;
        throw new EngineException($"{file} is called as the schema {schema} is, and DuckDB can't tell the two apart: name another file with --database.");
    }
}
