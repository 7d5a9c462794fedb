using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Of a graph that reads streams one run ends before the next begins.</summary>
/// <remarks>Two runs at once are two consumers of one stream. <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/>, OVERLAP_POLICY.</remarks>
internal sealed class OverlapReadsNoStream : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.OverlapSplitsStreams, "Runs that overlap share their streams",
        "Two runs of '{0}' at once each get a part of what the streams of '{1}' show; leave Overlap at None");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var root in model.All<TaskObject>().Where(t => t.IsRoot && t.Overlap != Overlap.None))
        {
            if (model.TablesOf(root.Name).FirstOrDefault(t => t.Loads.Any(l => l.Streams.Count > 0)) is { } reader) yield return Problem(root, AtKind, ModelView.Short(root), ModelView.Short(reader));
        }
    }
}
