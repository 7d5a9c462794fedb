using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Two properties don't become one column.</summary>
internal sealed class ColumnNameIsTaken : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ColumnNameIsTaken,
        "Two properties have one name in the table",
        "'{0}' and '{1}' would both be the column {2}; rename one of them");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in RowObjects.ColumnsOf(context.Item))
        {
            // Two spellings of one letter look alike and are two names to Snowflake.
            var name = SqlName.Composed(column.Name);
            if (!first.TryGetValue(name, out var other)) first.Add(name, column.Property);
            else yield return Problem(context.Type.Columns().LastOrDefault(p => p.Name == column.Property)?.Locations.FirstOrDefault(), column.Property, other, column.Name);
        }
    }
}
