using System.Runtime.CompilerServices;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Looks in a query for columns that are taken for numbers or for an order: computed with, compared by &lt; with another, or first in the order that takes a row.</summary>
internal sealed class KeysInOrder : QueryRewriter
{
    // A rule over a model asks again at each edit, and a query never changes.
    private static readonly ConditionalWeakTable<Query, IReadOnlyList<(TableColumn Column, TableColumn? Beside)>> Known = new();

    private readonly List<(TableColumn Column, TableColumn? Beside)> found = [];
    private readonly Stack<SelectQuery> selects = new();

    private KeysInOrder()
    {
    }

    /// <summary>The columns of objects; of what is compared with another column, that one too.</summary>
    public static IReadOnlyList<(TableColumn Column, TableColumn? Beside)> In(Query query) => Known.GetValue(query, Find);

    private static IReadOnlyList<(TableColumn Column, TableColumn? Beside)> Find(Query query)
    {
        var keys = new KeysInOrder();
        keys.Rewrite(query);
        return keys.found;
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        selects.Push(select);
        var rewritten = base.RewriteSelect(select);
        selects.Pop();
        return rewritten;
    }

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.IntegerDivide or BinaryOperator.Modulo } e:
                Note(e.Left);
                Note(e.Right);
                break;
            // Below zero are the members that stand for none.
            case BinaryExpression { Operator: BinaryOperator.LessThan or BinaryOperator.LessOrEqual or BinaryOperator.GreaterThan or BinaryOperator.GreaterOrEqual } e when ColumnOf(e.Right) is { } beside:
                Note(e.Left, beside);
                break;
            case WindowCall { Function: "RowNumber" or "Rank" or "DenseRank" or "FirstValue" or "LastValue" or "Lag" or "Lead", OrderBy.Count: > 0 } call: Note(call.OrderBy[0].Value); break;
            case AggregateCall { Function: "FirstBy" or "LastBy", Arguments.Count: > 1 } call: Note(call.Arguments[1]); break;
            case AggregateCall { Function: "Max", Arguments: { Count: 1 } arguments } when selects.Peek().GroupBy.Count == 0: Note(arguments[0]); break;
        }

        return base.Rewrite(expression);
    }

    private void Note(Expression expression, TableColumn? beside = null)
    {
        if (ColumnOf(expression) is { } column && !found.Contains((column, beside))) found.Add((column, beside));
    }

    private TableColumn? ColumnOf(Expression expression) => expression is ColumnReference column
        && selects.SelectMany(s => s.Joins.Select(j => j.Source).Prepend(s.From)).OfType<ObjectSource>().FirstOrDefault(s => s.Alias == column.Source) is { } source
            ? new(source.Object, column.Column)
            : null;
}
