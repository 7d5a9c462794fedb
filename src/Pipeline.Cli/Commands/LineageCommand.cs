using System.CommandLine;
using Pipeline.Catalog.Lineage;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output.Lineage;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline lineage</c>: what a column is made of, up to the fields of files, or what is made of it.</summary>
internal static class LineageCommand
{
    private const string Mermaid = "mermaid";
    private const string OpenLineage = "openlineage";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var field = new Argument<string?>("COLUMN")
        {
            Description = "A column: CURATED.FACT_SALES.TOTAL_AMOUNT, FactSales.TotalAmount; a whole object: FactSales; a field of a stage's files: @LANDING.SALES_STAGE:QUANTITY. "
                + "May be left out for mermaid, which then draws the whole platform, and for openlineage, which then tells of all loads.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var down = new Option<bool>("--down") { Description = "What is made of it, instead of what it is made of." };
        var depth = new Option<int?>("--depth") { Description = "How many steps to go at most. By default all.", HelpName = "STEPS" };
        var format = new Option<string>("--format") { Description = "A tree to read, JSON, a Mermaid chart, or OpenLineage events, one for each load, one on each line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", Mermaid, OpenLineage);
        var model = new Option<string>("--model") { Description = "The folder of the model's project. By default this one.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var command = new Command("lineage", "Show what a column is made of, or what is made of it.") { field, down, depth, format, model };
        command.SetAction(arguments => Show(
            arguments.GetValue(field), arguments.GetValue(down), arguments.GetValue(depth), arguments.GetRequiredValue(format), new(arguments.GetRequiredValue(model)), output, error));
        return command;
    }

    private static int Show(string? text, bool down, int? depth, string format, ModelFolder model, TextWriter output, TextWriter error)
    {
        if (depth is < 1) throw new UsageException($"--depth {depth} is no number of steps; give one from 1.");
        if (text is null && format is not (OpenLineage or Mermaid)) throw new UsageException("Name a column or an object; only --format mermaid and --format openlineage tell of all at once.");

        var catalog = model.ReadCatalog(error);
        var graph = LineageGraph.Of(catalog);
        if (text is null && format == Mermaid)
        {
            PlatformChart.Write(catalog, graph, output);
            return ExitCodes.Ok;
        }

        var found = text is null ? null : FieldNames.Find(catalog, graph, text);
        if (format == OpenLineage)
        {
            OpenLineageEvents.Write(catalog, graph, found?.Object, model.ReadEnvironment(), TimeProvider.System, output);
            return ExitCodes.Ok;
        }

        var view = new LineageView(catalog, graph, found!, down, depth ?? int.MaxValue);
        switch (format)
        {
            case "json": LineageJson.Write(view, output); break;
            case Mermaid: LineageChart.Write(view, output); break;
            default: LineageText.Write(view, output); break;
        }

        return ExitCodes.Ok;
    }
}
