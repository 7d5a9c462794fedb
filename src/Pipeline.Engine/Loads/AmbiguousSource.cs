using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>Fails where several source rows would write one row of the target: Snowflake does, DuckDB takes one of them and says nothing.</summary>
internal sealed class AmbiguousSource(DuckDbSession session)
{
    // Whether a statement's source has a key twice: the same question each time, so that it is spelled once.
    private static readonly ConditionalWeakTable<Statement, SelectQuery> Questions = [];

    // Batches whose rows are known to have each of these keys once, for as long as no statement writes a batch.
    private readonly HashSet<(QualifiedName Batch, EquatableArray<Expression> Keys)> unique = [];

    /// <summary>A batch is written.</summary>
    public void Forget() => unique.Clear();

    public void Check(Statement statement)
    {
        switch (statement)
        {
            case MergeStatement { Matched.Count: > 0 } merge:
                Check(merge, merge.Source, merge.Target, merge.On, Make.And(merge.On, Fires(merge)));
                break;
            case UpdateStatement { From: { } from, Target.IsBatch: false } update:
                Check(update, from, update.Target, update.Where, update.Where);
                break;
        }
    }

    // A source that has each key once, as nearly all have, is known without reading the target. No key equals a null.
    private void Check(Statement statement, Source source, ObjectSource target, Expression match, Expression write)
    {
        var keys = Keys(match, source.Alias, target.Alias).ToEquatableArray();
        var batch = source is ObjectSource { IsBatch: true, Object: var name } ? name : null;
        if (batch is not null && unique.Contains((batch, keys))) return;
        if (keys.Count > 0 && !IsRepeated(Questions.GetValue(statement, _ => Repeated(OfColumns(source, keys), [], Make.And(keys.Select(k => Make.IsNotNull(k))), keys))))
        {
            if (batch is not null) unique.Add((batch, keys));
            return;
        }

        if (!IsRepeated(Repeated(source, [new(JoinKind.Inner, target, write)], null, [Make.Column(target.Alias, "rowid", SqlType.Int64)]))) return;

        throw new EngineException(
            $"{target.Object}: duplicate row detected: several rows of the source match one row (Snowflake's error 100090). Keep one row per key, by LatestBy for instance.");
    }

    private bool IsRepeated(SelectQuery repeated) => session.ScalarLong(Spelling.Query(repeated)) > 0;

    private static SelectQuery Repeated(Source source, EquatableArray<Join> joins, Expression? where, EquatableArray<Expression> keys) => new([new("ROW_COUNT", Make.Count())])
    {
        From = new SubquerySource("repeated", new SelectQuery([new("MATCHES", Make.Count())])
        {
            From = source,
            Joins = joins,
            Where = where,
            GroupBy = keys,
            Having = Make.Compare(BinaryOperator.GreaterThan, Make.Count(), Literal.Integer(1)),
        }),
    };

    // The source with the columns alone that are asked for, where it has no others to tell its rows apart by.
    private static Source OfColumns(Source source, IReadOnlyList<Expression> keys) => source is SubquerySource { Query: SelectQuery { Distinct: false, GroupBy.Count: 0, OrderBy.Count: 0 } query } subquery
        ? subquery with { Query = query with { Columns = query.Columns.Where(c => keys.Any(k => k is ColumnReference key && key.Column == c.Name)).ToEquatableArray() } }
        : source;

    // What a branch may match twice without writing is no matter.
    private static Expression Fires(MergeStatement merge) => merge.Matched.Any(m => m.Condition is null)
        ? Make.True
        : Make.Or(merge.Matched.Select(m => m.Condition!));

    // The source's columns that must equal a column of the target.
    private static IEnumerable<Expression> Keys(Expression match, string source, string target) => match switch
    {
        BinaryExpression { Operator: BinaryOperator.And } and => Keys(and.Left, source, target).Concat(Keys(and.Right, source, target)),
        BinaryExpression { Operator: BinaryOperator.Equal, Left: ColumnReference left, Right: ColumnReference right } =>
            left.Source == source && right.Source == target ? [left]
            : left.Source == target && right.Source == source ? [right]
            : [],
        _ => [],
    };
}
