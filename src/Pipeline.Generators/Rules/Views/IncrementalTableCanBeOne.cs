using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A dynamic table that is to refresh incrementally can.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-supported-queries"/></remarks>
internal sealed class IncrementalTableCanBeOne : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.IncrementalTableCanBeOne,
        "A dynamic table can't be refreshed incrementally",
        "'{0}' is to refresh incrementally, and {1}; write it another way, or say Refresh = RefreshMode.Full");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is DynamicTableObject { Refresh: RefreshMode.Incremental } table && IncrementalQuery.Problem(table.Query) is { } problem) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }
}
