using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What has rows has columns.</summary>
internal sealed class TableHasColumns : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.TableHasColumns,
        "A table has no columns",
        "'{0}' has no column; give it public properties with 'init'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (RowObjects.HasColumns(context.Item) && RowObjects.ColumnsOf(context.Item).Count == 0 && !context.Type.Columns().Any()) yield return Problem(context.Type.Locations.FirstOrDefault(), context.Type.Name);
    }
}
