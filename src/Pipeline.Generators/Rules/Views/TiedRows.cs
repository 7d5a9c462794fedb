using System.Runtime.CompilerServices;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Looks in a query for rows of one table that are taken by an order.</summary>
internal sealed class TiedRows : QueryRewriter
{
    // A rule over a model asks again at each edit, and a query never changes.
    private static readonly ConditionalWeakTable<Query, IReadOnlyList<(QualifiedName Table, HashSet<string> Given)>> Known = new();

    private static readonly HashSet<string> Positional = new(["RowNumber", "FirstValue", "LastValue", "NthValue", "Lag", "Lead"], StringComparer.Ordinal);
    private static readonly HashSet<string> Outermost = new(["First", "FirstBy", "LastBy"], StringComparer.Ordinal);

    private readonly List<(QualifiedName Table, HashSet<string> Given)> found = [];
    private SelectQuery? select;

    private TiedRows()
    {
    }

    /// <summary>The tables, each with the columns that are in the order or are fixed: where these hold no key, rows may tie.</summary>
    public static IReadOnlyList<(QualifiedName Table, HashSet<string> Given)> In(Query query) => Known.GetValue(query, Find);

    private static IReadOnlyList<(QualifiedName Table, HashSet<string> Given)> Find(Query query)
    {
        var rows = new TiedRows();
        rows.Rewrite(query);
        return rows.found;
    }

    protected override SelectQuery RewriteSelect(SelectQuery query)
    {
        var around = select;
        select = query;
        var rewritten = base.RewriteSelect(query);
        select = around;
        return rewritten;
    }

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case WindowCall { OrderBy.Count: > 0 } call when Positional.Contains(call.Function): Look(call.PartitionBy, call.OrderBy); break;
            case AggregateCall call when Outermost.Contains(call.Function): Look(select!.GroupBy, call.Arguments.Skip(1).Select(a => new Ordering(a)).Concat(call.OrderBy)); break;
        }

        return base.Rewrite(expression);
    }

    // A join makes several rows of one; whether they tie is another question.
    private void Look(IEnumerable<Expression> fixedBy, IEnumerable<Ordering> order)
    {
        if (select is not { Joins.Count: 0, From: ObjectSource { IsBatch: false } source }) return;
        var given = fixedBy.Concat(order.Select(o => o.Value)).Concat(Equalities(select.Where)).OfType<ColumnReference>().Where(c => c.Source == source.Alias).Select(c => c.Column);
        found.Add((source.Object, new(given, StringComparer.Ordinal)));
    }

    // What a filter fixes: the sides of its comparisons by equality.
    private static IEnumerable<Expression> Equalities(Expression? where) => where switch
    {
        BinaryExpression { Operator: BinaryOperator.And } e => Equalities(e.Left).Concat(Equalities(e.Right)),
        BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotDistinct } e => [e.Left, e.Right],
        _ => [],
    };
}
