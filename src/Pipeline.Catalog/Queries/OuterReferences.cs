namespace Pipeline.Catalog;

/// <summary>The sources that a piece of a query refers to without naming them itself.</summary>
public sealed class OuterReferences : QueryRewriter
{
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly Stack<HashSet<string>> named = new();

    private OuterReferences()
    {
    }

    /// <summary>The aliases, each once.</summary>
    public static IReadOnlyCollection<string> Of(Expression expression)
    {
        var references = new OuterReferences();
        references.Rewrite(expression);
        return references.found;
    }

    /// <summary>The aliases, each once.</summary>
    public static IReadOnlyCollection<string> Of(Query query)
    {
        var references = new OuterReferences();
        references.Rewrite(query);
        return references.found;
    }

    /// <summary>The aliases, each once.</summary>
    public static IReadOnlyCollection<string> Of(Source source)
    {
        var references = new OuterReferences();
        references.Rewrite(source);
        return references.found;
    }

    /// <summary>Whether it refers to another source than these and its own.</summary>
    public static bool In(Expression expression, IReadOnlyCollection<string> own) => Of(expression).Any(s => !own.Contains(s));

    /// <summary>Whether it refers to another source than these and its own.</summary>
    public static bool In(Query query, IReadOnlyCollection<string> own) => Of(query).Any(s => !own.Contains(s));

    public override Expression Rewrite(Expression expression)
    {
        if (expression is ColumnReference column && !named.Any(n => n.Contains(column.Source))) found.Add(column.Source);
        return base.Rewrite(expression);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        named.Push(RowSides.NamedBy(select));
        var rewritten = base.RewriteSelect(select);
        named.Pop();
        return rewritten;
    }
}
