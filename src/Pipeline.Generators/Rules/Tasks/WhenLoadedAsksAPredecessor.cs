using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A task asks those for what they loaded that it waits for.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tasks-graphs"/></remarks>
internal sealed class WhenLoadedAsksAPredecessor : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.WhenLoadedAsksAPredecessor,
        "A task asks one that it doesn't wait for",
        "'{0}' asks what '{1}' loaded, and doesn't wait for it; add [After<{1}>]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var after = new HashSet<ISymbol>(TaskSymbols.After(context.Type), SymbolEqualityComparer.Default);
        foreach (var asked in context.Type.Attributes("WhenLoaded"))
        {
            if (asked.Argument() is { } task && !after.Contains(task)) yield return Problem(TaskSymbols.LocationOf(context, asked), context.Type.Name, task.Name);
        }
    }
}
