using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A number has up to 38 digits, and no more after the point than in all.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/data-types-numeric"/></remarks>
internal sealed class NumberIsInRange : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NumberIsInRange,
        "A number has digits that no column has",
        "[Number({0}, {1})] of '{2}' is no type: {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("Number") is not { } number) continue;
            var (precision, scale) = (number.At(0, 38), number.At(1, 0));
            var reason = precision is < 1 or > 38 ? "a column has 1 to 38 digits; say so many"
                : scale is < 0 or > 37 ? "0 to 37 of the digits stand after the point; say so many"
                : scale > precision ? "more digits stand after the point than there are; make the first number larger, which counts all digits"
                : null;
            if (reason is not null) yield return Problem(TaskSymbols.LocationOf(context, number), precision, scale, property.Name, reason);
        }
    }
}
