using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Looks in a query for a join that compares the business key of a dimension and nothing that would choose one of its versions.</summary>
internal sealed class VersionsJoined : QueryRewriter
{
    private readonly QualifiedName dimension;
    private readonly HashSet<string> keys;
    private readonly HashSet<string> choosing;
    private bool found;

    private VersionsJoined(QualifiedName dimension, HashSet<string> keys, HashSet<string> choosing)
    {
        this.dimension = dimension;
        this.keys = keys;
        this.choosing = choosing;
    }

    /// <param name="query">The query.</param>
    /// <param name="dimension">The dimension with history.</param>
    /// <param name="keys">The columns of its business key.</param>
    /// <param name="choosing">The columns that tell its versions apart: the surrogate key, the bounds, the flag of the current one.</param>
    public static bool Find(Query query, QualifiedName dimension, HashSet<string> keys, HashSet<string> choosing)
    {
        var joined = new VersionsJoined(dimension, keys, choosing);
        joined.Rewrite(query);
        return joined.found;
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        foreach (var join in select.Joins)
        {
            // A WHERE of the same SELECT may choose the version too, as may an as-of join by its own nature.
            if (join is not { Kind: not JoinKind.AsOf, Source: ObjectSource source, On: { } on } || source.Object != dimension) continue;
            var compared = ColumnsOf(on, source.Alias);
            if (compared.Overlaps(keys) && !compared.Overlaps(choosing) && (select.Where is null || !ColumnsOf(select.Where, source.Alias).Overlaps(choosing))) found = true;
        }

        // The dimension may as well be what the others are joined to.
        if (select.From is ObjectSource first && first.Object == dimension && select.Joins.Count > 0)
        {
            var conditions = select.Joins.Select(j => j.On).Append(select.Where).OfType<Expression>().ToList();
            var compared = new HashSet<string>(conditions.SelectMany(c => ColumnsOf(c, first.Alias)), StringComparer.Ordinal);
            found |= compared.Overlaps(keys) && !compared.Overlaps(choosing);
        }

        return base.RewriteSelect(select);
    }

    private static HashSet<string> ColumnsOf(Expression expression, string alias)
    {
        var columns = new Columns(alias);
        columns.Rewrite(expression);
        return columns.Names;
    }

    private sealed class Columns(string alias) : QueryRewriter
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public override Expression Rewrite(Expression expression)
        {
            if (expression is ColumnReference column && column.Source == alias) Names.Add(column.Column);
            return base.Rewrite(expression);
        }
    }
}
