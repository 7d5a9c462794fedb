namespace Pipeline.Catalog;

/// <summary>The names of the columns that a query reads of one of its sources.</summary>
internal sealed class ColumnsRead : QueryRewriter
{
    private readonly string source;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private ColumnsRead(string source) => this.source = source;

    public static IEnumerable<string> Of(Query? query, string source)
    {
        var columns = new ColumnsRead(source);
        if (query is not null) columns.Rewrite(query);
        return columns.names;
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is ColumnReference column && column.Source == source) names.Add(column.Column);
        return base.Rewrite(expression);
    }
}
