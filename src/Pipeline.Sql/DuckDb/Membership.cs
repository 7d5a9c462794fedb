using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>An EXISTS that asks whether a key is among the keys of other rows: DuckDB answers IN by hashing those, EXISTS by hashing the rows outside.</summary>
/// <param name="Keys">The parts of the key, of the row outside.</param>
/// <param name="Rows">The keys to be found.</param>
internal sealed record Membership(IReadOnlyList<Expression> Keys, SelectQuery Rows)
{
    /// <summary>The membership that the condition asks for; null where it asks for anything else.</summary>
    public static Membership? Of(ExistsExpression exists)
    {
        if (exists.Query is not SelectQuery
            {
                From: { } from, With.Count: 0, GroupBy.Count: 0, Having: null, Qualify: null, Skip: null, Take: null, Where: { } where,
            } query || query.Joins.Any(j => j.Source is FlattenSource)) return null;

        var own = query.Joins.Select(j => j.Source.Alias).Append(from.Alias).ToList();
        if (OuterReferences.In(query with { Columns = [], Where = null }, own)) return null;

        var (keys, found, rest) = (new List<Expression>(), new List<Projection>(), new List<Expression>());
        foreach (var term in Conjunction.Of(where))
        {
            if (!OuterReferences.In(term, own))
            {
                rest.Add(term);
                continue;
            }

            if (term is not BinaryExpression { Operator: BinaryOperator.Equal } equal || Sides(equal, own) is not var (outer, inner)) return null;
            keys.Add(outer);
            found.Add(new("KEY_" + keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), inner));
        }

        return keys.Count == 0 ? null : new(keys, query with { Distinct = false, Columns = found.ToEquatableArray(), Where = rest.Count == 0 ? null : Make.And(rest) });
    }

    private static (Expression Outer, Expression Inner)? Sides(BinaryExpression equal, IReadOnlyCollection<string> own)
    {
        var (left, right) = (Refers(equal.Left, own), Refers(equal.Right, own));
        return (left, right) switch
        {
            (Scope.Inner, Scope.Outer) => (equal.Right, equal.Left),
            (Scope.Outer, Scope.Inner) => (equal.Left, equal.Right),
            _ => null,
        };
    }

    private static Scope Refers(Expression side, IReadOnlyCollection<string> own) =>
        OuterReferences.Of(side) is not { Count: > 0 } sources ? Scope.None
        : sources.All(own.Contains) ? Scope.Inner
        : sources.Any(own.Contains) ? Scope.Both
        : Scope.Outer;

    private enum Scope { None, Inner, Outer, Both }
}
