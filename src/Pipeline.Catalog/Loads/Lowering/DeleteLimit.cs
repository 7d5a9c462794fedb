namespace Pipeline.Catalog;

/// <summary>Stops a load that would delete more of its target than the model allows: a source that was truncated looks as if all was deleted.</summary>
internal static class DeleteLimit
{
    private const int TooManyDeletes = -20003;

    private static readonly VariableReference Deletes = new("too_much_is_deleted", SqlType.Int64);

    public static IEnumerable<string> Counters(LoadContext context) => context.Target.MaxDeletedPercent is null ? [] : [Deletes.Name];

    public static IEnumerable<Statement> Check(LoadContext context, BatchSteps batch)
    {
        if (context.Target.MaxDeletedPercent is not { } limit || IsDelete(context, batch) is not { } isDelete) yield break;

        var living = context.Target is DimensionObject { Scd: Scd.Type2 } ? context.Target.FirstWith(ColumnRoles.IsCurrent) : null;
        var marked = context.Target.FirstWith(ColumnRoles.IsDeleted);
        Expression IsLiving(string alias) => Make.And(
            new[] { living is null ? null : (Expression)Make.Column(alias, living), marked is null ? null : Make.Not(Make.Column(alias, marked)), NotSpecial(context, alias) }.OfType<Expression>());
        var deletes = new SelectQuery([new(context.Key[0].Name, Make.Column("batch", context.Key[0]))])
        {
            From = context.BatchSource("batch"),
            Where = Make.And(context.Key.Select(k => Make.Equal(Make.Column("batch", k), Make.Column("held", k))).Append(batch.IsLoaded("batch")).Append(isDelete)),
        };
        var all = new SelectQuery([new("ROW_COUNT", Make.Count())]) { From = context.TargetSource("living"), Where = IsLiving("living") };
        // However often a key is deleted, one member is.
        var deleted = new SelectQuery([new("ROW_COUNT", Make.Count())])
        {
            From = context.TargetSource("held"), Where = Make.And(IsLiving("held"), new ExistsExpression(deletes, Negated: false)),
        };
        // Of nothing all is deleted, which is nothing.
        var share = Make.Case(
            [new(Make.Compare(
                BinaryOperator.GreaterThan,
                new BinaryExpression(BinaryOperator.Multiply, Make.Column("going", "ROW_COUNT", SqlType.Int64), Literal.Integer(100), SqlType.Int64, false),
                new BinaryExpression(BinaryOperator.Multiply, Make.Column("present", "ROW_COUNT", SqlType.Int64), Literal.Integer(limit), SqlType.Int64, false)), Literal.Integer(1))],
            Literal.Integer(0), SqlType.Int64);
        yield return new SetVariableStatement(
            $"Whether the load would delete more than {limit} % of what lives here. Reads one narrow column of the target, for the count.", Deletes.Name, new([new("IS_TOO_MUCH", share)])
            {
                From = new SubquerySource("going", deleted),
                // No variable takes a column that holds a query, and so both are counted beside each other.
                Joins = [new(JoinKind.Cross, new SubquerySource("present", all), null)],
            });
        yield return new RaiseStatement(
            "A source that was truncated or delivered in part looks as if all was deleted.", Make.Equal(Deletes, Literal.Integer(1)), TooManyDeletes,
            $"{context.Target.Name}: the load would delete more than {limit} % of its rows. Nothing was changed and the stream keeps the rows; if they are meant, raise MaxDeletedPercent for this run.");
    }

    private static Expression? IsDelete(LoadContext context, BatchSteps batch)
    {
        var flag = context.Target.FirstWith(ColumnRoles.IsDeleted) is { } deleted && batch.Columns.Contains(deleted) ? Make.Column("batch", deleted) : null;
        return (batch.HasDeletes, flag) switch
        {
            (true, null) => batch.IsDelete("batch"),
            (true, _) => Make.Or(batch.IsDelete("batch"), flag!),
            (false, not null) => flag,
            _ => null,
        };
    }

    private static Expression? NotSpecial(LoadContext context, string alias) => context.Target.FirstWith(ColumnRoles.SurrogateKey) is { } key
        ? Make.Compare(BinaryOperator.GreaterThan, Make.Column(alias, key), Literal.Integer(0))
        : null;
}
