namespace Pipeline.Catalog;

/// <summary>Makes sure that of each key that a load touched one version is open: two, as a run beside this one or a hand may leave them, fail the load.</summary>
internal static class OpenVersions
{
    private static readonly VariableReference Keys = new("keys_open_twice", SqlType.Int64);

    public static IEnumerable<string> Counters => [Keys.Name];

    /// <param name="touched">The keys that the load touched, each once or more.</param>
    /// <param name="condition">Which rows of these count; null for all.</param>
    public static IEnumerable<Statement> Check(LoadContext context, HistoryColumns columns, ObjectSource touched, Expression? condition)
    {
        var keys = new SelectQuery(columns.Key.Select(k => new Projection(k.Name, Make.Column(touched.Alias, k))).ToEquatableArray()) { Distinct = true, From = touched, Where = condition };
        var openTwice = new SelectQuery(columns.Key.Select(k => new Projection(k.Name, Make.Column("held", k))).ToEquatableArray())
        {
            From = context.TargetSource("held"),
            Where = Make.Column("held", columns.IsCurrent),
            GroupBy = columns.KeyOf("held").ToEquatableArray(),
            Having = Make.Compare(BinaryOperator.GreaterThan, Make.Count(), Literal.Integer(1)),
        };
        var twice = openTwice with { Joins = [new(JoinKind.Inner, new SubquerySource("touched_keys", keys), columns.SameKey("touched_keys", "held"))] };
        yield return new SetVariablesStatement(
            "Count the touched keys that are open more than once. Reads the key and the flag of the target alone.", Keys.Name,
            new([new("KEY_COUNT", Make.Count())]) { With = [new("OPEN_TWICE", twice)], From = new CommonTableSource("twice", "OPEN_TWICE") });
        yield return new RaiseStatement(
            "One version of a key is open, or none.", Make.Compare(BinaryOperator.GreaterThan, Keys, Literal.Integer(0)), ExceptionNumber.TwoVersionsAreOpen,
            $"{context.Target.Name}: a key would have two open versions, so nothing was loaded; something else than this load has written to the table. They are found by "
                + RaiseStatement.QueryPlace + "; delete the one that is wrong, and run again.")
        {
            FoundBy = openTwice,
            Details = [Keys],
        };
    }
}
