using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What is added up is an exact number.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/data-types-numeric"/></remarks>
internal sealed class MeasureIsExact : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.MeasureIsExact,
        "A measure is a floating-point number",
        "'{0}' is a float, whose sums depend on the order of the rows; make it a decimal with [Number]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns().Where(p => p.Has("Measure") && ColumnTypes.OfColumn(p)?.Kind == SqlTypeKind.Float))
        {
            yield return Problem(property.Locations.FirstOrDefault(), property.Name);
        }
    }
}
