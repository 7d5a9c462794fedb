using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A dynamic table that runs its whole query at each refresh says so: of Auto nobody sees it.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-refresh"/></remarks>
internal sealed class AutoTableIsIncremental : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.AutoTableIsIncremental,
        "A dynamic table is made anew at each refresh, and doesn't say so",
        "'{0}' runs its whole query at each refresh, since {1}; write it another way, or say Refresh = RefreshMode.Full");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not DynamicTableObject { Refresh: RefreshMode.Auto } table || IncrementalQuery.Problem(table.Query) is not { } problem) yield break;

        // Of the clock the rule speaks that refuses it.
        if (!new DynamicTableHidesTheClock().Check(context).Any()) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }
}
