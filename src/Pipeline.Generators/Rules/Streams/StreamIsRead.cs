using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A stream has a reader.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/streams-intro#data-retention-period-and-staleness"/></remarks>
internal sealed class StreamIsRead : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Info(
        RuleIds.StreamIsRead,
        "No load reads a stream",
        "No load reads '{0}': it grows stale, and until then {1} keeps every change for it; read it in a load, or remove it");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var read = new HashSet<QualifiedName>(model.All<TableObject>().SelectMany(t => t.Loads).SelectMany(l => l.Streams));

        // A load that can't be read may read anything.
        if (model.All<TableObject>().Any(t => t.Findings.Count > 0)) yield break;
        foreach (var stream in model.All<StreamObject>().Where(s => s.Findings.Count == 0 && !read.Contains(s.Name))) yield return Problem(stream, ModelView.Short(stream), stream.Source.ToString());
    }
}
