using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What a task waits for comes before it, in the same graph; and is not more than Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tasks-graphs"/>: acyclic, one root, up to 100 predecessors.</remarks>
internal sealed class TaskOrderHasAnEnd : ModelRule
{
    private const int MostPredecessors = 100;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(RuleIds.TaskWaitsInVain, "A task waits in vain", "{0}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Task" || KindNames.Root(context.Type) is not { } root) yield break;
        var predecessors = context.Type.Attributes("After").ToList();
        if (predecessors.Count > MostPredecessors)
        {
            yield return Problem(null, $"'{context.Type.Name}' waits for {predecessors.Count} tasks; Snowflake takes {MostPredecessors}, so let some of them wait for each other");
        }

        foreach (var attribute in predecessors)
        {
            if (attribute.Argument() is not { } predecessor) continue;
            if (WaitsFor(predecessor, context.Type))
            {
                yield return Problem(TaskSymbols.LocationOf(context, attribute), SymbolEqualityComparer.Default.Equals(predecessor, context.Type)
                    ? $"'{context.Type.Name}' waits for itself; remove that [After<>]"
                    : $"'{context.Type.Name}' and '{predecessor.Name}' wait for each other; remove one of the [After<>] between them");
            }
            else if (KindNames.Root(predecessor) is { } other && !SymbolEqualityComparer.Default.Equals(other, root))
            {
                yield return Problem(TaskSymbols.LocationOf(context, attribute),
                    $"'{context.Type.Name}' waits for tasks of two graphs, '{root.Name}' and '{other.Name}'; keep the [After<>] of one of them");
            }
        }
    }

    private static bool WaitsFor(INamedTypeSymbol task, INamedTypeSymbol other)
    {
        var met = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamedTypeSymbol>();
        open.Push(task);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (SymbolEqualityComparer.Default.Equals(current, other)) return true;
            if (!met.Add(current)) continue;
            foreach (var before in TaskSymbols.After(current)) open.Push(before);
        }

        return false;
    }
}
