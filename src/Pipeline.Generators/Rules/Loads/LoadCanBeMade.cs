using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A load is one that statements can do: what lowering refuses is told while typing, in lowering's own words.</summary>
internal sealed class LoadCanBeMade : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.LoadCanBeMade,
        "A load asks for what no statements can do",
        "'{0}.{1}' can't be a load: {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (Surroundings.Of(context) is not { } catalog || catalog.Find<TableObject>(context.Name) is not { } table) yield break;
        // What a column shows of one that isn't there, another rule tells.
        if (table.Columns.Any(c => c.Carries is { } carried && table.Columns.All(o => o.Name != carried.Column))) yield break;
        // A key of a type that isn't there, the compiler tells.
        if (table is DimensionObject && table.FirstWith(ColumnRoles.BusinessKey) is null) yield break;
        foreach (var load in table.Loads)
        {
            if (Refusal(catalog, table, load) is { } refusal)
            {
                yield return Problem(context.Methods("Load").FirstOrDefault(m => m.Name == load.Method)?.Locations.FirstOrDefault(), context.Type.Name, load.Method, refusal.TrimEnd('.'));
            }
        }
    }

    private static string? Refusal(CompiledCatalog catalog, TableObject table, LoadDefinition load)
    {
        try
        {
            LoadLowering.Lower(catalog, table, load);
            return null;
        }
        catch (UnsupportedLoadException e)
        {
            return e.Message;
        }
    }
}
