using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What opens a version is a value, and not a document: one that is written otherwise is another one though it says the same.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/data-types-semistructured"/></remarks>
internal sealed class DocumentIsNotTracked : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.DocumentIsNotTracked,
        "A document is tracked",
        "'{0}' of '{1}' is a document, and one that is written otherwise and says the same would open a version; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not DimensionObject { Scd: Scd.Type2 } dimension) yield break;
        var isMarked = dimension.FirstWith(ColumnRoles.Tracked) is not null;
        var tracked = isMarked ? dimension.With(ColumnRoles.Tracked) : dimension.Columns.Where(c => c.Carries is null);
        foreach (var column in tracked.Where(c => c.Type.Kind == SqlTypeKind.Variant))
        {
            yield return Problem(context.Type.Columns().FirstOrDefault(p => p.Name == column.Property)?.Locations.FirstOrDefault(), column.Property, context.Type.Name,
                isMarked ? "take [Tracked] away, and track columns with what matters of it" : "mark the columns that matter with [Tracked]");
        }
    }
}
