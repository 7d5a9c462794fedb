using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A text has a length that a column can have.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/data-types-text"/></remarks>
internal sealed class TextIsInRange : ModelRule
{
    private const int Longest = 16_777_216;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.TextIsInRange,
        "A text has a length that no column has",
        "[Varchar({0})] of '{1}' is no type: a text has 1 to {2} characters; leave the attribute out for a text of any length");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("Varchar") is { ConstructorArguments.Length: > 0 } text && text.At(0, 0) is var length and (< 1 or > Longest)) yield return Problem(TaskSymbols.LocationOf(context, text), length, property.Name, Longest);
        }
    }
}
