using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What opens a version can be compared exactly.</summary>
/// <remarks>Of two floats that mean the same, one may differ in its last bit: each would open a version. <see href="https://docs.snowflake.com/en/sql-reference/data-types-numeric"/></remarks>
internal sealed class FloatIsNotTracked : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FloatIsNotTracked,
        "A float is tracked",
        "'{0}' is a {1}, whose last bits differ where nothing changed, and each would open a version; make it a decimal with [Number(p, s)]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not DimensionObject { Scd: Scd.Type2 } dimension) yield break;
        // Where the model marks none, all are tracked that show no other version's value.
        var tracked = dimension.FirstWith(ColumnRoles.Tracked) is not null ? dimension.With(ColumnRoles.Tracked) : dimension.Columns.Where(c => c.Carries is null);
        foreach (var column in tracked.Where(c => c.Type.Kind == SqlTypeKind.Float))
        {
            var property = context.Type.Columns().FirstOrDefault(p => p.Name == column.Property);
            yield return Problem(property?.Locations.FirstOrDefault(), column.Property, property?.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "float");
        }
    }
}
