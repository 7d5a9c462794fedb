using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
using Pipeline.Engine;
using Pipeline.Environments;
using Pipeline.Sql;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline sql</c>: an object's SQL, as deployed or as run on this machine.</summary>
internal static class SqlCommand
{
    private const string Snowflake = "snowflake";
    private const string DuckDb = "duckdb";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("OBJECT") { Description = "Its name or its class: CURATED.DIM_CUSTOMER, DIM_CUSTOMER, DimCustomer. Of a table, its loads are shown with it." };
        var dialect = new Option<string>("--dialect") { Description = "Which SQL: what is deployed, or what a local run executes.", DefaultValueFactory = _ => Snowflake };
        dialect.AcceptOnlyFromAmong(Snowflake, DuckDb);
        var model = new Option<string>("--model") { Description = "The folder of the model's project. By default this one.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var command = new Command("sql", "Print the SQL of one object.") { name, dialect, model };
        command.SetAction(arguments => Print(
            arguments.GetRequiredValue(name), arguments.GetRequiredValue(dialect), new(arguments.GetRequiredValue(model)), output, error));
        return command;
    }

    private static int Print(string text, string dialect, ModelFolder model, TextWriter output, TextWriter error)
    {
        var catalog = model.ReadCatalog(error);
        var name = Procedure(catalog, text) ?? ObjectNames.Find(catalog, text, _ => true);
        var sql = dialect == DuckDb ? LocalSql.Of(catalog, name) : Deployed(catalog, model.ReadEnvironment(), name);
        if (sql.Length == 0) throw new UsageException($"{name} has no SQL in {dialect}: a local run does without it.");
        output.WriteLine(sql.TrimEnd());
        return ExitCodes.Ok;
    }

    private static QualifiedName? Procedure(CompiledCatalog catalog, string text) => catalog.All<TableObject>()
        .SelectMany(t => new[] { t.Loads.Count > 0 ? LoadLowering.ProcedureOf(t.Name) : null, t.Copies.Count > 0 ? LoadLowering.CopyProcedureOf(t.Name) : null })
        .OfType<QualifiedName>()
        .FirstOrDefault(p => string.Equals(p.ToString(), text, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, text, StringComparison.OrdinalIgnoreCase));

    // The files of the object itself and of its procedures, in the order of their paths' kinds.
    private static string Deployed(CompiledCatalog catalog, DeploymentEnvironment environment, QualifiedName name)
    {
        string[] names = [name.Name, LoadLowering.CopyProcedureOf(name).Name, LoadLowering.ProcedureOf(name).Name];
        var files = ArtifactFiles.Render(catalog, CatalogBinding.Bind(catalog, environment)).Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal));
        return string.Join("\n", files
            .Where(f => names.Contains(Path.GetFileNameWithoutExtension(f.Path)) && (name.Schema is null || f.Path.StartsWith(name.Schema + "/", StringComparison.Ordinal)))
            .OrderBy(f => Array.IndexOf(names, Path.GetFileNameWithoutExtension(f.Path)))
            .Select(f => f.Text));
    }
}
