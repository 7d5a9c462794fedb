using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A policy takes as many columns as it has parameters, of their types, and Snowflake accepts what it is put on.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/security-row-intro"/></remarks>
internal sealed class PolicyFitsItsColumns : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PolicyFitsItsColumns, "A policy doesn't fit what it is put on", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var policies = model.All<PolicyObject>().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First());
        var lookedInto = new HashSet<QualifiedName>(policies.Values.SelectMany(PolicyTables.Of));
        foreach (var item in model.Protected)
        {
            var columns = ObjectRows.ColumnsOf(item);
            foreach (var column in columns.Where(c => c.Mask is not null))
            {
                if (policies.TryGetValue(column.Mask!.Policy, out var mask) && Mask(item, columns, column, mask, lookedInto) is { } wrong) yield return Problem(item, ObjectRows.At(column), wrong);
            }

            if (item.RowAccess is { } access && policies.TryGetValue(access.Policy, out var policy) && Rows(item, columns, access, policy, lookedInto) is { } problem)
            {
                yield return Problem(item, (type, cancellation) => At(type.Attribute("RowAccess"), cancellation), problem);
            }
        }
    }

    private static string? Mask(CatalogObject item, EquatableArray<Column> columns, Column column, PolicyObject mask, HashSet<QualifiedName> lookedInto)
    {
        var given = Columns(columns, column.Mask!.With.Prepend(column.Name));
        if (Missing(item, columns, column.Mask.With) is { } missing) return missing;
        if (Arguments(item, mask, given) is { } wrong) return wrong;
        if (lookedInto.Contains(item.Name)) return $"a policy looks into '{ModelView.Short(item)}', so it can't have one itself; remove it here, or let that policy look into another table";
        if (item.RowAccess?.Columns.Contains(column.Name) == true) return $"'{column.Property}' decides which rows are seen, so Snowflake lets it have no mask; mask another column";
        return columns.FirstOrDefault(c => column.Mask.With.Contains(c.Name) && c.Mask is not null) is { } masked
            ? $"'{column.Property}' is masked by '{masked.Property}', which is masked itself; name a column that isn't"
            : null;
    }

    private static string? Rows(CatalogObject item, EquatableArray<Column> columns, RowAccess access, PolicyObject policy, HashSet<QualifiedName> lookedInto) =>
        columns.Count == 0 ? $"'{ModelView.Short(item)}' has no rows; put the row access policy on a table, a view or a dynamic table"
        : lookedInto.Contains(item.Name) ? $"a policy looks into '{ModelView.Short(item)}', so it can't have one itself; remove it here, or let that policy look into another table"
        : Missing(item, columns, access.Columns) ?? Arguments(item, policy, Columns(columns, access.Columns));

    private static string? Missing(CatalogObject item, EquatableArray<Column> columns, IEnumerable<string> names) =>
        names.FirstOrDefault(n => columns.All(c => c.Name != n)) is { } missing ? $"'{ModelView.Short(item)}' has no column {missing}; name its property with nameof" : null;

    private static string? Arguments(CatalogObject item, PolicyObject policy, IReadOnlyList<Column> given)
    {
        if (given.Count != policy.Arguments.Count)
        {
            return $"'{ModelView.Short(policy)}' takes {policy.Arguments.Count} column{(policy.Arguments.Count == 1 ? "" : "s")}, and '{ModelView.Short(item)}' gives it {given.Count}; name as many as its method takes";
        }

        foreach (var (column, argument) in given.Zip(policy.Arguments, (c, a) => (c, a)))
        {
            if (column.Type.Kind != argument.Type.Kind) return $"'{ModelView.Short(policy)}' is for {argument.Type.Kind}, and '{column.Property}' is {column.Type.Kind}; use a policy of its type";
        }

        return null;
    }

    private static List<Column> Columns(EquatableArray<Column> columns, IEnumerable<string> names) =>
        [.. names.Select(n => columns.FirstOrDefault(c => c.Name == n)).OfType<Column>()];
}
