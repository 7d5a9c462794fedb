using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A finalizer waits for no single task, has no condition, and is the only one of its graph.</summary>
/// <remarks>Snowflake takes FINALIZE neither with AFTER nor a second time. <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs#finalizer-task"/></remarks>
internal sealed class FinalizerStandsApart : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FinalizerStandsApart, "A finalizer doesn't stand apart", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var first = new Dictionary<QualifiedName, TaskObject>();
        foreach (var finalizer in model.All<TaskObject>().Where(t => t.IsFinalizer))
        {
            var name = ModelView.Short(finalizer);
            foreach (var (word, conditions) in new[] { ("After", finalizer.After), ("When", finalizer.When), ("WhenLoaded", finalizer.WhenLoaded) })
            {
                if (conditions.Count > 0) yield return Problem(finalizer, (type, cancellation) => At(type.Attribute(word), cancellation), $"'{name}' runs when all else has ended, whatever became of it; remove its [{word}<>]");
            }

            if (!first.TryGetValue(finalizer.Root, out var other)) first.Add(finalizer.Root, finalizer);
            else yield return Problem(finalizer, AtKind, $"'{ModelView.Short(other)}' is the finalizer of {finalizer.Root} already, which takes one; let it run what '{name}' runs too");
        }
    }
}
