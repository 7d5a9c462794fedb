using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What waits for a task with a condition runs only when that condition holds.</summary>
/// <remarks>
/// A task that its WHEN skips keeps all that come after it from running, though the graph counts as succeeded: a task that several branches lead to
/// runs only when each of them had something to do. <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs"/>
/// </remarks>
internal sealed class NothingWaitsForASkippedTask : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.WaitsForASkippedTask, "A task waits for one that may be skipped",
        "'{0}' runs only when '{1}' is not skipped by its condition, whatever else it waits for; put the condition on the root, or on '{0}' too");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Task" || IsConditional(context.Type)) yield break;
        foreach (var attribute in context.Type.Attributes("After"))
        {
            if (attribute.Argument() is { } predecessor && KindNames.KindWord(predecessor) == "Task" && IsConditional(predecessor))
            {
                yield return Problem(TaskSymbols.LocationOf(context, attribute), context.Type.Name, predecessor.Name);
            }
        }
    }

    private static bool IsConditional(INamedTypeSymbol task) => task.Has("When") || task.Has("WhenLoaded");
}
