using Pipeline.Catalog;

namespace Pipeline.Engine.Streams;

/// <summary>A view's query over other images of its tables, with the identity of each row: the identities of the rows that it was made of.</summary>
internal sealed class TracedView : QueryRewriter
{
    /// <summary>True on rows that were inserted after the stream's offset.</summary>
    public const string IsNew = "METADATA$IS_NEW";

    private readonly CompiledCatalog catalog;
    private readonly Func<QualifiedName, QualifiedName> images;

    // Of a UNION ALL one row may come by both branches, as two rows of the view.
    private string branch = "";

    private TracedView(CompiledCatalog catalog, Func<QualifiedName, QualifiedName> images)
    {
        this.catalog = catalog;
        this.images = images;
    }

    /// <param name="images">Where the rows of a table are read, with METADATA$ROW_ID and <see cref="IsNew"/>.</param>
    public static Query Of(CompiledCatalog catalog, ViewObject view, Func<QualifiedName, QualifiedName> images) =>
        new TracedView(catalog, images).Rewrite(view.Query);

    public override Query Rewrite(Query query)
    {
        if (query is not SetQuery set) return base.Rewrite(query);
        var outer = branch;
        var steps = set.With.Select(t => t with { Query = Rewrite(t.Query) }).ToEquatableArray();
        branch = outer + "l";
        var left = Rewrite(set.Left);
        branch = outer + "r";
        var right = Rewrite(set.Right);
        branch = outer;
        return set with { With = steps, Left = left, Right = right };
    }

    public override Source Rewrite(Source source) => source is not ObjectSource read ? base.Rewrite(source)
        : catalog.Find<ViewObject>(read.Object) is { } inner ? new SubquerySource(read.Alias, Of(catalog, inner, images))
        : read with { Object = images(read.Object) };

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        var own = branch;
        branch = "";
        var rewritten = base.RewriteSelect(select);
        branch = own;
        var sources = rewritten.Joins.Select(j => j.Source.Alias).Prepend(rewritten.From!.Alias).ToList();
        var identity = sources.Select(s => (Expression)Make.Column(s, ChangeColumns.RowId.Name, SqlType.Text))
            .Aggregate((left, right) => Concat(Concat(left, Literal.Text("-")), right));
        return rewritten with
        {
            Columns =
            [
                .. rewritten.Columns,
                new(ChangeColumns.RowId.Name, own.Length == 0 ? identity : Concat(Literal.Text(own + "-"), identity)),
                new(IsNew, Make.Or(sources.Select(s => Make.Column(s, IsNew, SqlType.Boolean)))),
            ],
        };
    }

    private static BinaryExpression Concat(Expression left, Expression right) => new(BinaryOperator.Concat, left, right, SqlType.Text, false);
}
