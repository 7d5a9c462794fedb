namespace Pipeline.Catalog;

/// <summary>Tells for the parts of one SELECT whose rows they read.</summary>
public sealed class RowSides
{
    private readonly HashSet<string> own;

    public RowSides(SelectQuery select) => own = NamedBy(select);

    /// <summary>The aliases that a SELECT gives to what it reads.</summary>
    public static HashSet<string> NamedBy(SelectQuery select) =>
        new(select.Joins.Select(j => j.Source).Prepend(select.From).Where(s => s is not null).Select(s => s!.Alias), StringComparer.Ordinal);

    public RowSide Of(Expression expression) => Of(OuterReferences.Of(expression));

    public RowSide Of(Query query) => Of(OuterReferences.Of(query));

    public RowSide Of(Source source) => Of(OuterReferences.Of(source));

    public bool LooksOut(Expression expression) => (Of(expression) & RowSide.Outer) != 0;

    // The arguments of a policy have no alias; they are columns of the row that it is asked of.
    private RowSide Of(IReadOnlyCollection<string> sources) =>
        sources.Aggregate(RowSide.None, (side, source) => side | (own.Contains(source) ? RowSide.Inner : RowSide.Outer));
}
