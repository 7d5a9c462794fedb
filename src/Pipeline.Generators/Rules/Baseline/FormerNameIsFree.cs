using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A former name of a table or a stream belongs to no other, now or before.</summary>
/// <remarks>A view may have it: so that who reads the old name still can.</remarks>
internal sealed class FormerNameIsFree : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FormerNameIsFree,
        "A former name belongs to another object",
        "'{0}' can't have been {1}: {2}; name what this one was called, or remove [RenamedFrom]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var renamed = model.Objects.Where(o => Former(o).Count > 0).ToList();
        if (renamed.Count == 0) yield break;
        var held = model.Objects.Where(o => o is TableObject or DynamicTableObject or StreamObject).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.First());
        var claimed = new Dictionary<QualifiedName, CatalogObject>();
        foreach (var item in renamed)
        {
            foreach (var former in Former(item).Where(f => f != item.Name))
            {
                if (held.TryGetValue(former, out var holder)) yield return At(item, former, $"'{ModelView.Short(holder)}' is");
                else if (claimed.TryGetValue(former, out var other)) yield return At(item, former, $"'{ModelView.Short(other)}' was");
                else claimed.Add(former, item);
            }
        }
    }

    private static EquatableArray<QualifiedName> Former(CatalogObject item) => item switch { TableObject table => table.FormerNames, StreamObject stream => stream.FormerNames, _ => [] };

    private CatalogProblem At(CatalogObject item, QualifiedName former, string who) => Problem(
        item,
        (type, cancellation) => At(type.Attributes("RenamedFrom").FirstOrDefault(a => FormerNames.Of(a) is { } name && SqlName.Of(name) == former.Name), cancellation),
        ModelView.Short(item), former.ToString(), who);
}
