using Pipeline.Catalog;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>A consumer outside that a change reaches: an exposure or a share, whom to ask, and which of what was reached it reads.</summary>
internal sealed record ReachedConsumer(QualifiedName Name, string Kind, string Owner, string? Url, EquatableArray<QualifiedName> Reads)
{
    public static IEnumerable<ReachedConsumer> Of(CompiledCatalog catalog, HashSet<QualifiedName> reached) =>
        catalog.All<ExposureObject>().Select(e => new ReachedConsumer(e.Name, e.Consumer.ToString(), e.Owner, e.Url, e.Reads))
            .Concat(catalog.All<ShareObject>().Select(s => new ReachedConsumer(s.Name, "Share", s.Owner, null, s.Reads)))
            .Select(c => c with { Reads = c.Reads.Where(reached.Contains).ToEquatableArray() })
            .Where(c => c.Reads.Count > 0)
            .OrderBy(c => c.Name.ToString(), StringComparer.Ordinal);
}
