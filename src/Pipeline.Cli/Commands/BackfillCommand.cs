using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
using Pipeline.Engine;
using Pipeline.Environments;
using Pipeline.Sql;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline backfill</c>: a script that loads a time range of a table again, or the same on the local database.</summary>
internal static class BackfillCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Argument<string>("MODEL_DIR") { Description = "The folder of the model's project." };
        var table = new Argument<string>("TABLE") { Description = "The table that is loaded again, by its name or its class: CURATED.DIM_CUSTOMER, DimCustomer." };
        var from = new Option<string>("--from") { Description = "The first moment of the range, in UTC: 2024-01-15 or 2024-01-15T06:00.", HelpName = "TIME", Required = true };
        var until = new Option<string?>("--until") { Description = "The first moment that is no more in it. By default all that came since.", HelpName = "TIME" };
        var by = new Option<string?>("--by") { Description = "The column of the table's source that the range is of. By default when its rows were loaded, else their sequence.", HelpName = "COLUMN" };
        var file = new Option<string?>("--output") { Description = "Write the script to this file instead of the screen.", HelpName = "FILE" };
        var run = new Option<bool>("--run") { Description = "Do it on the local database instead." };
        var database = new Option<string?>("--database") { Description = "The DuckDB file for --run. By default obj/pipeline/local.duckdb of the model.", HelpName = "FILE" };
        var command = new Command("backfill", "Write a script that loads a time range of a table again; nothing is run on an account.") { model, table, from, until, by, file, run, database };
        command.SetAction(arguments =>
        {
            var folder = new ModelFolder(arguments.GetRequiredValue(model));
            var range = Range(arguments.GetRequiredValue(from), arguments.GetValue(until), arguments.GetValue(by));
            if (arguments.GetValue(run) && arguments.GetValue(file) is not null) throw new UsageException("--run works on the local database and writes no script; leave out --run or --output.");
            var catalog = folder.ReadCatalog(error);
            var name = Find(catalog, arguments.GetRequiredValue(table));
            return arguments.GetValue(run)
                ? Run(catalog, name, range, arguments.GetValue(database) ?? folder.Database, output, error)
                : Write(folder, catalog, name, range, arguments.GetValue(file), output, error);
        });
        return command;
    }

    private static QualifiedName Find(CompiledCatalog catalog, string text)
    {
        var name = ObjectNames.Find(catalog, text, o => o is ViewObject or DynamicTableObject or TableObject { ClassName.Length: > 0 });
        return catalog.Find<TableObject>(name) is not null ? name
            : throw new UsageException($"{name} is computed from what it reads whenever that changes; backfill the tables that it reads, as 'pipeline lineage {name}' tells them.");
    }

    private static BackfillRange Range(string from, string? until, string? by)
    {
        var range = new BackfillRange(PlayedTime.Time("--from", from), until is null ? null : PlayedTime.Time("--until", until), by);
        return range.Until <= range.From ? throw new UsageException($"--until {until} isn't after --from {from}; give a later end.") : range;
    }

    private static int Write(ModelFolder folder, CompiledCatalog catalog, QualifiedName table, BackfillRange range, string? file, TextWriter output, TextWriter error)
    {
        var script = BackfillScript.Snowflake(CatalogBinding.Bind(catalog, folder.ReadEnvironment()), table, range);
        if (file is null)
        {
            output.WriteLine(script.TrimEnd());
            return ExitCodes.Ok;
        }

        File.WriteAllText(file, script);
        error.WriteLine($"{file} is written; review it before it is run.");
        return ExitCodes.Ok;
    }

    private static int Run(CompiledCatalog catalog, QualifiedName table, BackfillRange range, string database, TextWriter output, TextWriter error)
    {
        if (!File.Exists(database)) throw new UsageException($"There is no {database} yet; 'pipeline run' makes it.");

        using var pipeline = LocalPipeline.Open(catalog, new() { DatabaseFile = database });
        long Rows() => Convert.ToInt64(pipeline.Rows(table, "COUNT(*)").Rows[0][0], System.Globalization.CultureInfo.InvariantCulture);
        var before = Rows();
        var reports = pipeline.Backfill(table, range);
        foreach (var failure in reports.Select(r => r.Error).OfType<string>()) error.WriteLine(failure);
        BackfillText.Write(table, before, Rows(), reports, output);
        return reports.Any(r => r.Error is not null) ? ExitCodes.Failed : ExitCodes.Ok;
    }
}
