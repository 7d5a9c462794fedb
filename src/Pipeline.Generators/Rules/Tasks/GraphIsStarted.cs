using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A root has a schedule, or streams whose data start its graph.</summary>
/// <remarks>
/// Without either Snowflake has nothing to run it by. A graph that copies files is started by no stream: nobody knows beforehand whether there are new ones.
/// <see href="https://docs.snowflake.com/en/user-guide/tasks-triggered"/>
/// </remarks>
internal sealed class GraphIsStarted : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NothingStartsTheGraph, "Nothing starts a task graph", "'{0}' has no schedule, and {1}; give it Cron or EveryMinutes, or a stream with [When<>]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask" || context.Type.Has("When")) yield break;
        if (context.Kind.Named<string?>("Cron", null) is not null || context.Kind.Named("EveryMinutes", 0) != 0) yield break;

        var tables = TaskSymbols.GraphOf(context).SelectMany(TaskSymbols.Runs).ToList();
        if (tables.FirstOrDefault(t => t.Has("CopyFrom")) is { } copied) yield return Problem(context.KindLocation, context.Type.Name, $"its graph copies files into '{copied.Name}', of which no stream tells");
        else if (!tables.Any(TaskSymbols.ReadsStream)) yield return Problem(context.KindLocation, context.Type.Name, "its graph reads no stream that could trigger it");
    }
}
