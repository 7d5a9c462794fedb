namespace Pipeline.Catalog;

/// <summary>Stops a load that would delete more of its target than the model allows: a source that was truncated looks as if all was deleted.</summary>
internal static class DeleteLimit
{
    private static readonly VariableReference ToDelete = new("rows_to_delete", SqlType.Int64);
    private static readonly VariableReference Living = new("rows_living", SqlType.Int64);

    public static IEnumerable<string> Counters(LoadContext context) => context.Target.MaxDeletedPercent is null ? [] : [ToDelete.Name, Living.Name];

    /// <param name="context">The load.</param>
    /// <param name="batch">Its batch.</param>
    /// <param name="livesOn">Of a history, that the row of the target under the alias has an open version afterwards, whatever the batch says of it.</param>
    public static IEnumerable<Statement> Check(LoadContext context, BatchSteps batch, Func<string, Expression>? livesOn = null)
    {
        if (context.Target.MaxDeletedPercent is not { } limit || Deleted(context, batch, livesOn) is not { } deleted) yield break;

        yield return new SetVariablesStatement("Count what the load would delete.", ToDelete.Name, deleted);
        yield return new SetVariablesStatement(
            "Count what lives here. Reads one narrow column of the target.", Living.Name,
            new([new("ROW_COUNT", Make.Count())]) { From = context.TargetSource("held"), Where = IsLiving(context) });
        // Of nothing all is deleted, which is nothing.
        yield return new RaiseStatement(
            "A source that was truncated or delivered in part looks as if all was deleted.",
            Make.Compare(BinaryOperator.GreaterThan, Times(ToDelete, 100), Times(Living, limit)), ExceptionNumber.TooManyDeletes,
            $"{context.Target.Name}: the load would delete more than {limit} % of its rows. Nothing was changed{(context.Stream is null ? "" : " and the stream keeps the rows")}; if they are meant, raise MaxDeletedPercent for this run.")
        {
            Details = [ToDelete, Living],
        };
    }

    private static BinaryExpression Times(Expression value, int factor) => new(BinaryOperator.Multiply, value, Literal.Integer(factor), SqlType.Int64, false);

    private static SelectQuery? Deleted(LoadContext context, BatchSteps batch, Func<string, Expression>? livesOn)
    {
        // However often a key is deleted, one row is.
        if (context.Load.Mode == LoadMode.Merge)
        {
            return context.Key.Count == 0 || IsDelete(context, batch) is not { } isDelete ? null
                : Held(context, [Exists(context, batch, isDelete, negated: false), .. livesOn is null ? Array.Empty<Expression>() : [Make.Not(livesOn("held"))]]);
        }

        if (context.Load.Mode != LoadMode.Replace) return null;
        if (context.Key.Count > 0) return Held(context, [Exists(context, batch, batch.IsLoaded("batch"), negated: true)]);

        // Rows without a key can't be told apart: how many there are tells.
        var fewer = Make.Subtract(Make.Count(), LoadVariables.RowsLoaded);
        return new([new("ROW_COUNT", Make.Case([new(Make.Compare(BinaryOperator.GreaterThan, fewer, Literal.Integer(0)), fewer)], Literal.Integer(0), SqlType.Int64))])
        {
            From = context.TargetSource("held"), Where = IsLiving(context),
        };
    }

    private static SelectQuery Held(LoadContext context, IEnumerable<Expression> terms) => new([new("ROW_COUNT", Make.Count())])
    {
        From = context.TargetSource("held"), Where = Make.And(IsLiving(context) is { } isLiving ? terms.Prepend(isLiving) : terms),
    };

    // The key of a fact may be looked up, so that the batch itself doesn't have it.
    private static ExistsExpression Exists(LoadContext context, BatchSteps batch, Expression where, bool negated)
    {
        var isLookedUp = batch.Query.Lookups.Any(l => context.Key.Contains(l.Column));
        var alias = isLookedUp ? "told" : "batch";
        var same = context.Key.Select(k => (Expression)Make.Equal(Make.Column(alias, k), Make.Column("held", k)));
        return new(
            new SelectQuery([new(context.Key[0].Name, Make.Column(alias, context.Key[0]))])
            {
                From = isLookedUp ? new SubquerySource(alias, FactLoad.Rows(context, batch, context.Key, where)) : context.BatchSource(alias),
                Where = Make.And(isLookedUp ? same : same.Append(where)),
            },
            negated);
    }

    private static Expression? IsDelete(LoadContext context, BatchSteps batch)
    {
        var terms = new List<Expression>();
        if (batch.HasDeletes) terms.Add(Make.And(IsWritten(context, batch), batch.IsDelete("batch")));
        if (context.Target.FirstWith(ColumnRoles.IsDeleted) is { } flag && batch.Columns.Contains(flag))
        {
            // An older state never replaces a newer one; of a history the time line tells.
            var notOlder = context.Target is DimensionObject { Scd: Scd.Type2 } ? null : KeyedLoad.NotOlder(context.Target, [.. batch.Columns], [], "batch", "held");
            terms.Add(Make.And(new[] { batch.IsLoaded("batch"), Make.Column("batch", flag), notOlder }.OfType<Expression>()));
        }

        return terms.Count == 0 ? null : Make.Or(terms);
    }

    private static Expression IsWritten(LoadContext context, BatchSteps batch) => FactVanished.AreRead(context, batch)
        ? Make.Or(batch.IsLoaded("batch"), BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Vanished))
        : batch.IsLoaded("batch");

    // Of a history the members, of a snapshot what was told; never the rows that stand for none.
    private static Expression? IsLiving(LoadContext context)
    {
        var terms = new List<Expression>();
        if (context.Target is DimensionObject { Scd: Scd.Type2 } && context.Target.FirstWith(ColumnRoles.IsCurrent) is { } current) terms.Add(Make.Column("held", current));
        if (context.Target.FirstWith(ColumnRoles.IsDeleted) is { } marked) terms.Add(Make.Not(Make.Column("held", marked)));
        if (context.Target.FirstWith(ColumnRoles.IsCarried) is { } carried) terms.Add(Make.Not(Make.Column("held", carried)));
        if (context.Target.FirstWith(ColumnRoles.SurrogateKey) is { } key) terms.Add(Make.Compare(BinaryOperator.GreaterThan, Make.Column("held", key), Literal.Integer(0)));
        return terms.Count == 0 ? null : Make.And(terms);
    }
}
