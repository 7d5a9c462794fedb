using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Rows are ordered by who reads them.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/constructs/order-by"/></remarks>
internal sealed class OrderIsKept : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.OrderIsKept,
        "The order of a view's rows is lost",
        "'{0}' orders its rows, and whoever reads it gets them in any order; leave the ordering to the reader, or keep the first rows alone with Take");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (RowObjects.QueryOf(context.Item) is SelectQuery { OrderBy.Count: > 0, Take: null, Skip: null }) yield return Problem(context.Methods("Define").FirstOrDefault()?.Locations.FirstOrDefault(), context.Type.Name);
    }
}
