using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The numbers of a task are those that Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-task#optional-parameters"/></remarks>
internal sealed class TaskNumbersAreInRange : ModelRule
{
    private static readonly (string Name, int Least, int Most)[] Ranges =
        [("Retries", 0, 30), ("SuspendAfterFailures", 0, int.MaxValue), ("TimeoutMinutes", 0, 10080), ("TriggerSeconds", 10, 604800)];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.TaskNumberOutOfRange, "A task's number is out of range", "'{0}' says {1} = {2}, which is out of range; say {3}");

    /// <summary>The number in range that lies nearest; null for one that is in range, or that this rule doesn't know.</summary>
    public static int? Nearest(string name, int value) =>
        Ranges.FirstOrDefault(r => r.Name == name) is { Name: not null } range && (value < range.Least || value > range.Most) ? Math.Max(range.Least, Math.Min(range.Most, value)) : null;

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) is not ("RootTask" or "Task" or "Finalizer")) yield break;
        foreach (var (name, least, most) in Ranges)
        {
            if (context.Kind.Named<int?>(name, null) is { } value && (value < least || value > most))
            {
                yield return Problem(context.KindLocation, context.Type.Name, name, value, most == int.MaxValue ? $"{least} or more" : $"{least} to {most}");
            }
        }
    }
}
