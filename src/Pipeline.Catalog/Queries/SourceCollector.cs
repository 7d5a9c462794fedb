using System.Runtime.CompilerServices;

namespace Pipeline.Catalog;

/// <summary>All objects and streams that a query reads, at any depth, each once, in the order met.</summary>
public sealed class SourceCollector : QueryRewriter
{
    // Each rule over a model asks again, and a query never changes.
    private static readonly ConditionalWeakTable<Query, IReadOnlyList<QualifiedName>> Known = new();

    private readonly List<QualifiedName> names = [];

    private SourceCollector()
    {
    }

    public static IReadOnlyList<QualifiedName> NamesIn(Query query) => Known.GetValue(query, Collect);

    public override Source Rewrite(Source source)
    {
        switch (source)
        {
            case ObjectSource o: Add(o.Object); break;
            case StreamSource s: Add(s.Stream); break;
        }

        return base.Rewrite(source);
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is KeyLookup lookup) Add(lookup.Dimension);
        return base.Rewrite(expression);
    }

    private static IReadOnlyList<QualifiedName> Collect(Query query)
    {
        var collector = new SourceCollector();
        collector.Rewrite(query);
        return collector.names;
    }

    private void Add(QualifiedName name)
    {
        if (!names.Contains(name)) names.Add(name);
    }
}
