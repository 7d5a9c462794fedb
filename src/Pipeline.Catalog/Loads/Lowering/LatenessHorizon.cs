namespace Pipeline.Catalog;

/// <summary>Sets aside the events that come too late for every history that they feed, where they enter: in the load of the table that keeps the events.</summary>
/// <remarks>A history is rebuilt from that table, so an event that must not change it must not lie there.</remarks>
internal static class LatenessHorizon
{
    public const string Rule = "lateness";

    /// <summary>How many days late an event of the table may be; null where one of its histories takes any, or it feeds none.</summary>
    public static int? DaysOf(LoadContext context)
    {
        if (context.Target is DimensionObject or FactObject || context.Load.Mode != LoadMode.Merge || TimeOf(context) is null) return null;
        var streams = context.Catalog.All<StreamObject>().Where(s => s.Source == context.Target.Name).Select(s => s.Name).ToList();
        var fed = context.Catalog.All<DimensionObject>()
            .Where(d => d is { Scd: Scd.Type2, History: History.Events } && d.Loads.Any(l => l.Driver is { } driver && streams.Contains(driver))).ToList();
        return fed.Count == 0 || fed.Any(d => d.LatenessDays is null) ? null : fed.Max(d => d.LatenessDays);
    }

    public static string ReasonOf(int days) => $"the event is more than {days} days old, and later ones of its key are known";

    public static UpdateStatement? SetAside(LoadContext context, BatchSteps batch, bool isBackfill = false)
    {
        if (DaysOf(context) is not { } days) return null;

        var time = TimeOf(context)!;
        var isOld = Make.Compare(
            BinaryOperator.LessThan, Make.Column("batch", time), Make.Call("AddDays", SqlType.Timestamp, LoadVariables.ScheduledAt, Literal.Integer(-days)));
        var keys = context.Key.Where(k => (k.Roles & ColumnRoles.Sequence) == 0);
        var later = Make.And(keys.Select(k => Make.Equal(Make.Column("known", k), Make.Column("batch", k)))
            .Append(Make.Compare(BinaryOperator.GreaterThan, Make.Column("known", time), Make.Column("batch", time))));
        // What comes again is no news; in a backfill it may find what it was before damaged.
        var same = Make.And((isBackfill ? context.Key : batch.Columns).Select(c => Make.Not(Make.Distinct(Make.Column("known", c), Make.Column("batch", c)))));
        return new(
            $"Set aside what comes more than {days} days late: it would rewrite history that is settled. Only rows that old are looked up.", context.BatchSource("batch"),
            [
                new(BatchColumns.Disposition.Name, Literal.Text(BatchColumns.Reject)),
                new(BatchColumns.Rule.Name, Literal.Text(Rule)),
            ],
            null, Make.And(batch.IsLoaded("batch"), isOld, Exists(context, later, negated: false), Exists(context, same, negated: true)));
    }

    private static Column? TimeOf(LoadContext context) =>
        context.Key.FirstOrDefault(k => (k.Roles & ColumnRoles.Sequence) != 0 && k.Type.Kind == SqlTypeKind.TimestampNtz);

    private static ExistsExpression Exists(LoadContext context, Expression where, bool negated) => new(
        new SelectQuery([new(context.Key[0].Name, Make.Column("known", context.Key[0]))]) { From = context.TargetSource("known"), Where = where }, negated);
}
