using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>The sources that a piece of SQL refers to without naming them itself.</summary>
internal sealed class OuterReferences : QueryRewriter
{
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly Stack<HashSet<string>> named = new();

    public static IReadOnlyCollection<string> Of(Expression expression)
    {
        var references = new OuterReferences();
        references.Rewrite(expression);
        return references.found;
    }

    /// <summary>Whether it refers to another source than these and its own.</summary>
    public static bool In(Expression expression, IReadOnlyCollection<string> own) => Of(expression).Any(s => !own.Contains(s));

    /// <summary>Whether it refers to another source than these and its own.</summary>
    public static bool In(Query query, IReadOnlyCollection<string> own)
    {
        var references = new OuterReferences();
        references.Rewrite(query);
        return references.found.Any(s => !own.Contains(s));
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is ColumnReference column && !named.Any(n => n.Contains(column.Source))) found.Add(column.Source);
        return base.Rewrite(expression);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        named.Push(new(select.Joins.Select(j => j.Source).Prepend(select.From).Where(s => s is not null).Select(s => s!.Alias), StringComparer.Ordinal));
        var rewritten = base.RewriteSelect(select);
        named.Pop();
        return rewritten;
    }
}
