using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A graph starts when not everybody's does.</summary>
internal sealed class ScheduleAvoidsTheFullHour : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Info(
        RuleIds.ScheduleAvoidsTheFullHour,
        "A graph starts at the full hour",
        "'{0}' starts at minute 0, as most of the world's do; another minute waits less for compute and for sources, such as '{1}'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask" || context.Kind.Named<string?>("Cron", null) is not { } cron) yield break;
        if (cron.StartsWith("0 ", StringComparison.Ordinal)) yield return Problem(context.KindLocation, context.Type.Name, "7" + cron.Substring(1));
    }
}
