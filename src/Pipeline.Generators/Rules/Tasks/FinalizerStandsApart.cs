using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A finalizer waits for no single task, has no condition, and is the only one of its graph.</summary>
/// <remarks>Snowflake takes FINALIZE neither with AFTER nor a second time. <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs#finalizer-task"/></remarks>
internal sealed class FinalizerStandsApart : ModelRule
{
    private static readonly string[] Conditions = ["After", "When", "WhenLoaded"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FinalizerStandsApart, "A finalizer doesn't stand apart", "{0}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Finalizer") yield break;
        var name = context.Type.Name;
        foreach (var word in Conditions)
        {
            if (context.Type.Attribute(word) is { } attribute)
            {
                yield return Problem(TaskSymbols.LocationOf(context, attribute), $"'{name}' runs when all else has ended, whatever became of it; remove its [{word}<>]");
            }
        }

        if (context.Kind.Argument() is not { } root) yield break;
        var first = ModelIndex.Of(context.Compilation, context.Cancellation).Tasks
            .First(t => KindNames.KindWord(t) == "Finalizer" && SymbolEqualityComparer.Default.Equals(KindNames.Kind(t)!.Argument(), root));
        if (!SymbolEqualityComparer.Default.Equals(first, context.Type))
        {
            yield return Problem(context.KindLocation, $"'{first.Name}' is the finalizer of '{root.Name}' already, which takes one; let it run what '{name}' runs too");
        }
    }
}
