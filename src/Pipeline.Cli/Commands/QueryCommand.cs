using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
using Pipeline.Engine;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline query</c>: rows of the local database, as they are stored or as a role sees them.</summary>
internal static class QueryCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Argument<string>("MODEL_DIR") { Description = "The folder of the model's project." };
        var sql = new Argument<string>("SQL") { Description = "A query in DuckDB's SQL: \"SELECT * FROM ANALYTICS.VW_SALES_BY_REGION\"." };
        var role = new Option<string?>("--as") { Description = "The role that reads, by its name or its class: rows and values are those that its policies show, of what it is granted.", HelpName = "ROLE" };
        var database = new Option<string?>("--database") { Description = "The DuckDB file that keeps the run. By default obj/pipeline/local.duckdb of the model.", HelpName = "FILE" };
        var command = new Command("query", "Read the database of the model's local runs, also as a role.") { model, sql, role, database };
        command.SetAction(arguments => Query(
            new(arguments.GetRequiredValue(model)), arguments.GetRequiredValue(sql), arguments.GetValue(role), arguments.GetValue(database), output, error));
        return command;
    }

    private static int Query(ModelFolder model, string sql, string? role, string? database, TextWriter output, TextWriter error)
    {
        var catalog = model.ReadCatalog(error);
        var file = database ?? model.Database;
        if (!File.Exists(file)) throw new UsageException($"There is no {file} yet; 'pipeline run' makes it.");

        using var pipeline = LocalPipeline.Open(catalog, new() { DatabaseFile = file });
        Write(role is null ? pipeline.Read(sql) : AsRole(pipeline, ObjectNames.Find(catalog, role, o => o is RoleObject or ShareObject), sql), output);
        return ExitCodes.Ok;
    }

    private static QueryResult AsRole(LocalPipeline pipeline, QualifiedName role, string sql)
    {
        using var reader = pipeline.As(role);
        return reader.Query(sql);
    }

    private static void Write(QueryResult result, TextWriter output)
    {
        new TextTable(output).Write([.. result.Columns], result.Rows.Select(r => r.Select(QueryResult.Text).ToArray()));
        output.WriteLine();
        output.WriteLine(Texts.Some(result.Rows.Count, "row", "rows"));
    }
}
