using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A column isn't called like the clock.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/reserved-keywords"/></remarks>
internal sealed class ColumnNameIsAFunction : ModelRule
{
    internal static readonly HashSet<string> Functions =
        new(["CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "LOCALTIME", "LOCALTIMESTAMP", "CONSTRAINT"], StringComparer.Ordinal);

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ColumnNameIsAFunction,
        "A column has a name that Snowflake takes for a function",
        "'{0}' becomes the column {1}, which a query reads as Snowflake's own {1}; give the property another name");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (SqlName.Of(property.Name) is var name && Functions.Contains(name)) yield return Problem(property.Locations.FirstOrDefault(), property.Name, name);
        }
    }
}
