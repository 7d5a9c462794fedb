using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Of a graph that reads streams one run ends before the next begins.</summary>
/// <remarks>Two runs at once are two consumers of one stream. <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/>, OVERLAP_POLICY.</remarks>
internal sealed class OverlapReadsNoStream : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.OverlapSplitsStreams, "Runs that overlap share their streams",
        "Two runs of '{0}' at once each get a part of what the streams of '{1}' show; leave Overlap at None");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask" || context.Kind.NamedEnum("Overlap") is null or "None") yield break;
        if (TaskSymbols.GraphOf(context).SelectMany(TaskSymbols.Runs).FirstOrDefault(TaskSymbols.ReadsStream) is { } reader)
        {
            yield return Problem(context.KindLocation, context.Type.Name, reader.Name);
        }
    }
}
