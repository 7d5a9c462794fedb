using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table's former name belongs to no other table, now or before.</summary>
/// <remarks>A view may have it: so that who reads the old name still can.</remarks>
internal sealed class FormerNameIsFree : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FormerNameIsFree,
        "A former name belongs to another table",
        "'{0}' can't have been {1}: {2}; name what this one was called, or remove [RenamedFrom]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var held = model.Objects.Where(o => o is TableObject or DynamicTableObject).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.First());
        var claimed = new Dictionary<QualifiedName, CatalogObject>();
        foreach (var table in model.All<TableObject>())
        {
            foreach (var former in table.FormerNames.Where(f => f != table.Name))
            {
                if (held.TryGetValue(former, out var holder)) yield return At(table, former, $"'{ModelView.Short(holder)}' is");
                else if (claimed.TryGetValue(former, out var other)) yield return At(table, former, $"'{ModelView.Short(other)}' was");
                else claimed.Add(former, table);
            }
        }
    }

    private CatalogProblem At(TableObject table, QualifiedName former, string who) => Problem(
        table,
        (type, cancellation) => At(type.Attributes("RenamedFrom").FirstOrDefault(a => FormerNames.Of(a) is { } name && SqlName.Of(name) == former.Name), cancellation),
        ModelView.Short(table), former.ToString(), who);
}
