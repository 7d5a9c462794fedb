using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Generators.Rules;

/// <summary>A name can be typed as it is.</summary>
internal sealed class NameNeedsQuotes : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.NameNeedsQuotes,
        "A name has to be quoted in every query",
        "'{0}' becomes {1}, {2}, so that everybody has to write it in quotes; {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (Reason(context.Name.Name) is { } reason) yield return Problem(context.KindLocation, context.Type.Name, context.Name.Name, reason, "choose another Name");
        foreach (var property in RowObjects.HasColumns(context.Item) ? context.Type.Columns() : [])
        {
            if (Reason(SqlName.Of(property.Name)) is { } wrong) yield return Problem(property.Locations.FirstOrDefault(), property.Name, SqlName.Of(property.Name), wrong, "give the property another name");
        }
    }

    private static string? Reason(string name) =>
        ColumnNameIsAFunction.Functions.Contains(name) ? null
        : SnowflakeReservedWords.All.Contains(name.ToUpperInvariant()) ? "a word of SQL"
        : name.Any(char.IsLower) ? "which has small letters"
        : name.Length > 0 && char.IsDigit(name[0]) ? "which begins with a digit"
        : name.Any(c => c > 127) ? "which has letters beyond A to Z"
        : null;
}
