using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A view doesn't read itself, by whatever way.</summary>
internal sealed class ViewsMakeNoCircle : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ViewsMakeNoCircle,
        "Views read each other in a circle",
        "{0}; {1}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var reads = new Dictionary<QualifiedName, (CatalogObject Item, IReadOnlyList<QualifiedName> Names)>();
        foreach (var item in model.Objects)
        {
            if (RowObjects.QueryOf(item) is { } query && !reads.ContainsKey(item.Name)) reads.Add(item.Name, (item, SourceCollector.NamesIn(query)));
        }

        KeepCircles(reads, model.Cancellation);

        // Each circle is told once, at the first of its classes.
        var told = new HashSet<QualifiedName>();
        foreach (var (name, (item, _)) in reads.OrderBy(r => r.Value.Item.ClassName, StringComparer.Ordinal).Select(r => (r.Key, r.Value)))
        {
            if (!told.Contains(name) && Circle(name, reads) is { } circle)
            {
                told.UnionWith(circle);
                yield return Problem(item, circle.Count == 1 ? $"'{ModelView.Short(item)}' reads itself" : string.Join(", ", circle.Select(n => $"'{ModelView.Short(reads[n].Item)}'")) + " read each other in a circle",
                    circle.Count == 1 ? "let it read what it is made of" : "let one of them read what the others are made of");
            }
        }
    }

    // What reads nothing that is left can be in no circle: of most models nothing is left.
    private static void KeepCircles(Dictionary<QualifiedName, (CatalogObject Item, IReadOnlyList<QualifiedName> Names)> reads, CancellationToken cancellation)
    {
        var left = reads.ToDictionary(r => r.Key, r => r.Value.Names.Count(reads.ContainsKey));
        var readers = reads.SelectMany(r => r.Value.Names.Select(n => (Read: n, Reader: r.Key))).ToLookup(r => r.Read, r => r.Reader);
        var free = new Queue<QualifiedName>(left.Where(l => l.Value == 0).Select(l => l.Key));
        while (free.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = free.Dequeue();
            reads.Remove(name);
            foreach (var reader in readers[name])
            {
                if (--left[reader] == 0) free.Enqueue(reader);
            }
        }
    }

    private static List<QualifiedName>? Circle(QualifiedName start, Dictionary<QualifiedName, (CatalogObject Item, IReadOnlyList<QualifiedName> Names)> reads)
    {
        var from = new Dictionary<QualifiedName, QualifiedName>();
        var open = new Queue<QualifiedName>([start]);
        while (open.Count > 0)
        {
            var current = open.Dequeue();
            foreach (var next in reads[current].Names.Where(reads.ContainsKey))
            {
                if (next == start)
                {
                    var circle = new List<QualifiedName>();
                    for (var at = current; at != start; at = from[at]) circle.Insert(0, at);
                    circle.Insert(0, start);
                    return circle;
                }

                if (from.ContainsKey(next)) continue;
                from.Add(next, current);
                open.Enqueue(next);
            }
        }

        return null;
    }
}
