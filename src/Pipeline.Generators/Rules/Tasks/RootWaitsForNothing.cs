using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A root task starts a graph: what waits is a task of one.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/></remarks>
internal sealed class RootWaitsForNothing : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.RootWaitsForNothing, "A root task waits for another", "'{0}' is a root task, which its schedule starts, and can't wait for '{1}'; make it a [Task], or remove its [{2}<>]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask") yield break;
        foreach (var word in new[] { "After", "WhenLoaded" })
        {
            foreach (var attribute in context.Type.Attributes(word)) yield return Problem(TaskSymbols.LocationOf(context, attribute), context.Type.Name, attribute.Argument()?.Name ?? "", word);
        }
    }
}
