using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table has the rows that the model declares, or those that loads bring.</summary>
internal sealed class DeclaredRowsHaveNoLoad : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.DeclaredRowsHaveNoLoad, "A table has declared rows and a load", "'{0}' has rows by the model, so a deployment would delete what its load brings; take one of the two away");

    public override IEnumerable<CatalogProblem> Check(ModelView model) => model.All<TableObject>()
        .Where(t => (t.Rows is not null || t.SeedFile is not null) && t.Loads.Count + t.Copies.Count > 0)
        .Select(t => Problem(t, (type, _) => (type.GetMembers().FirstOrDefault(m => m.Has("Rows")) ?? type).Locations.FirstOrDefault(), ModelView.Short(t)));
}
