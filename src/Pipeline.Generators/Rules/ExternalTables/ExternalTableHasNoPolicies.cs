using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Policies protect a view over an external table, not its columns; and no policy looks into one.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/security-row-intro#external-tables"/></remarks>
internal sealed class ExternalTableHasNoPolicies : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExternalTableHasNoPolicies, "A policy meets an external table", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<ExternalTableObject>())
        {
            foreach (var column in table.Columns.Where(c => c.Mask is not null))
            {
                yield return Problem(table, ObjectRows.At(column),
                    $"'{column.Property}' of '{ModelView.Short(table)}' is computed when it is read, and such a column takes no mask; mask it in a view over the external table, and grant that");
            }

            if (table.RowAccess is not null)
            {
                yield return Problem(table, (type, cancellation) => At(type.Attribute("RowAccess"), cancellation),
                    $"Snowflake lets a row access policy look at no column of '{ModelView.Short(table)}' but the raw VALUE; put it on a view over the external table, and grant that");
            }
        }

        var external = model.All<ExternalTableObject>().GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var policy in model.All<PolicyObject>())
        {
            foreach (var name in PolicyTables.Of(policy).Where(external.ContainsKey))
            {
                yield return Problem(policy, AtKind, $"'{ModelView.Short(policy)}' looks into '{ModelView.Short(external[name])}', an external table, which no policy can; load it into a [Table<>], and look into that");
            }
        }
    }
}
