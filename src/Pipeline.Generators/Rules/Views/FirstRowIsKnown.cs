using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The row that a query takes by an order is the same whenever it runs.</summary>
/// <remarks>Of rows that tie, ROW_NUMBER and its like give any the first place. <see href="https://docs.snowflake.com/en/sql-reference/functions/row_number"/></remarks>
internal sealed class FirstRowIsKnown : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.FirstRowIsKnown,
        "The first of rows that tie is any of them",
        "'{0}' takes rows of '{1}' by an order in which they may tie, and of those Snowflake takes any: {2} would tell them apart; end the order with {3}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var item in model.Objects)
        {
            foreach (var (query, where) in QueryPlace.Of(item))
            {
                var told = new HashSet<QualifiedName>();
                foreach (var (name, given) in TiedRows.In(query))
                {
                    if (model.Table(name) is not { } table || OpenKey(table, given) is not { Count: > 0 } missing || !told.Add(name)) continue;
                    yield return Problem(item, where, ModelView.Short(item), ModelView.Short(table), string.Join(" and ", missing.Select(m => $"'{m.Property}'")), missing.Count == 1 ? "it" : "them");
                }
            }
        }
    }

    // What of its key leaves rows alike; nothing where the table has none.
    private static List<Column> OpenKey(TableObject table, HashSet<string> given) => table.Columns.Any(c => (c.Roles & ColumnRoles.SurrogateKey) != 0 && given.Contains(c.Name))
        ? []
        : [.. table.Columns.Where(c => (c.Roles & (ColumnRoles.BusinessKey | ColumnRoles.Grain)) != 0 && !given.Contains(c.Name))];
}
