using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table is clustered by columns that it has and that can be ordered.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-clustering-keys"/></remarks>
internal sealed class ClusterByNamesColumns : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ClusterByNamesColumns,
        "A table is clustered by what can't order it",
        "'{0}' can't be clustered by '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var names = context.Kind.NamedList("ClusterBy");
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return Problem(context.KindLocation, context.Type.Name, twice.Key, "it is named twice; name it once");
        }

        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var column = RowObjects.ColumnsOf(context.Item).FirstOrDefault(c => c.Property == name);
            var reason = column is null ? "it has no such property; name one by nameof"
                : column.Type.Kind is SqlTypeKind.Variant or SqlTypeKind.Binary ? $"a column of type {column.Type.Kind.ToString().ToUpperInvariant()} has no order; keep the part that is filtered by in a column of its own"
                : null;
            if (reason is not null) yield return Problem(context.KindLocation, context.Type.Name, name, reason);
        }
    }
}
