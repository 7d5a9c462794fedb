using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
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
        var names = ObjectScript.Names(catalog).ToList();
        var name = names.Find(n => Same(n.ToString(), text) || Same(n.Name, text) && catalog.Find(n) is null) ?? ObjectNames.Find(catalog, text, _ => true);
        var bound = dialect == Snowflake ? CatalogBinding.Bind(catalog, model.ReadEnvironment()) : catalog;

        // Of a table also what fills it.
        var scripts = new[] { name, LoadLowering.CopyProcedureOf(name), LoadLowering.ProcedureOf(name) }.Where(names.Contains)
            .Select(n => dialect == Snowflake ? ObjectScript.Snowflake(bound, n) : ObjectScript.DuckDb(bound, n))
            .OfType<string>();
        output.WriteLine(string.Join("\n", scripts).TrimEnd());
        return ExitCodes.Ok;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
