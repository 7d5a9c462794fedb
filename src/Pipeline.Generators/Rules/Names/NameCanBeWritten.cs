using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A name has one part, of a length that Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax"/></remarks>
internal sealed class NameCanBeWritten : ModelRule
{
    private const int Longest = 255;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NameCanBeWritten,
        "A name can't be one",
        "'{0}' can't be named '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (Reason(context.Name.Name) is { } reason) yield return Problem(context.KindLocation, context.Type.Name, context.Name.Name, reason);
        foreach (var property in context.Type.Columns())
        {
            if (Reason(SqlName.Of(property.Name)) is { } wrong) yield return Problem(property.Locations.FirstOrDefault(), property.Name, SqlName.Of(property.Name), wrong);
        }
    }

    private static string? Reason(string name) =>
        name.Trim().Length == 0 ? "nothing stands there"
        : name.Length > Longest ? $"it has {name.Length} characters, and Snowflake takes {Longest}"
        : name.IndexOf('.') >= 0 ? "a dot separates a schema from a name; leave the schema to the type argument"
        : name.Any(char.IsControl) ? "it holds a character that can't be seen"
        : null;
}
