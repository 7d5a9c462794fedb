using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A surrogate key says which member a row is of, and nothing else.</summary>
/// <remarks>AUTOINCREMENT columns leave numbers out, and give a later row a smaller one. <see href="https://docs.snowflake.com/en/user-guide/querying-sequences"/></remarks>
internal sealed class SurrogateKeyHasNoOrder : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.SurrogateKeyHasNoOrder,
        "A surrogate key is taken for a number",
        "'{0}' orders or computes by '{1}' of '{2}', whose numbers have gaps and no order: a later row may have a smaller one; use {3}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var item in model.Objects)
        {
            foreach (var (query, where) in QueryPlace.Of(item))
            {
                var told = new HashSet<Column>();
                foreach (var (column, beside) in KeysInOrder.In(query))
                {
                    if (KeyOf(model, column) is not { } key || (beside is not null && KeyOf(model, beside) is null) || !told.Add(key.Key)) continue;
                    yield return Problem(item, where, ModelView.Short(item), key.Key.Property, ModelView.Short(key.Table), Instead(key.Table));
                }
            }
        }
    }

    private static (TableObject Table, Column Key)? KeyOf(ModelView model, TableColumn column) =>
        model.Table(column.Object) is { } table && table.Columns.FirstOrDefault(c => c.Name == column.Column && (c.Roles & ColumnRoles.SurrogateKey) != 0) is { } key ? (table, key) : null;

    private static string Instead(TableObject table) =>
        table.Columns.FirstOrDefault(c => (c.Roles & (ColumnRoles.ValidFrom | ColumnRoles.Sequence)) != 0) is { } time ? $"'{time.Property}', which is a time"
        : table.Columns.FirstOrDefault(c => (c.Roles & ColumnRoles.BusinessKey) != 0) is { } own ? $"a time, or the business key '{own.Property}'"
        : "a time";
}
