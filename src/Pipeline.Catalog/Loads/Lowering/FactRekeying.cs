namespace Pipeline.Catalog;

/// <summary>Gives facts other keys when their members came, went, or got other versions since the last run.</summary>
/// <remarks>
/// The member streams tell which members changed, and in which time other versions are valid now. The rows of these members and this time
/// are read again in the driver's table, through the load's own query; a fact that was -1 is found by what it was looked up by. Then keys that
/// differ are corrected by grain. The rows read again are no rows of the stream: they are counted on their own.
/// </remarks>
internal static class FactRekeying
{
    private static readonly VariableReference RowsReread = new("rows_reread", SqlType.Int64);

    /// <summary>The counters of the load beside those that all have.</summary>
    public static IEnumerable<string> Counters(LoadContext context) => context.Rekeys ? [RowsReread.Name] : [];

    /// <summary>The batch's columns with values: the target's, and those that keys are looked up by.</summary>
    public static IEnumerable<BatchColumn> ValueColumns(BatchSteps batch) => batch.Columns.Select(c => new BatchColumn(c.Name, c.Type))
        .Concat(batch.Query.Lookups.SelectMany(l => l.Matches.Select(m => m.Value).Concat(l.AsOf is { } asOf ? [asOf] : [])));

    /// <summary>That no sound row of the batch is the same fact as the row read.</summary>
    public static Expression IsNotInBatch(LoadContext context, BatchSteps batch)
    {
        var same = batch.Identity("batch").Zip(batch.Identity(BatchQuery.Alias), Make.Equal);
        return new ExistsExpression(
            new SelectQuery([new(BatchColumns.Disposition.Name, BatchColumns.Of("batch", BatchColumns.Disposition))])
            {
                From = context.BatchSource("batch"),
                Where = Make.And(batch.Query.Checks.Count == 0 ? same
                    : same.Append(Make.Compare(BinaryOperator.NotEqual, BatchColumns.Of("batch", BatchColumns.Disposition), Literal.Text(BatchColumns.Reject)))),
            },
            Negated: true);
    }

    // Of several members of a fact that changed, one has it read again.
    private static ExistsExpression IsNotReread(LoadContext context, BatchSteps batch) => new(
        new SelectQuery([new(BatchColumns.Disposition.Name, BatchColumns.Of("batch", BatchColumns.Disposition))])
        {
            From = context.BatchSource("batch"),
            Where = Make.And(batch.Identity("batch").Zip(batch.Identity(BatchQuery.Alias), Make.Equal).Append(BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Rekey))),
        },
        Negated: true);

    /// <summary>Adds to the batch the driver's rows whose keys may be others now: one statement for each key that is looked up.</summary>
    public static IEnumerable<Statement> ReadAgain(LoadContext context, BatchSteps batch)
    {
        if (!context.Rekeys) yield break;

        var history = new BatchQueryBuilder(context, BatchReading.Table).Build();
        var isFirst = true;
        foreach (var lookup in batch.Query.Lookups)
        {
            if (context.Load.MemberStreams.FirstOrDefault(s => s.Dimension == lookup.Dimension.Name) is not { } stream) continue;
            yield return ReadAgain(context, batch, history, lookup, stream, isFirst);
            isFirst = false;
        }
    }

    /// <summary>Corrects the keys of the facts read again; null where members never change.</summary>
    public static MergeStatement? Merge(LoadContext context, BatchSteps batch)
    {
        if (!context.Rekeys) return null;

        var target = context.Target;
        var keys = batch.Query.Lookups.Select(l => l.Column).Where(c => !context.Key.Contains(c)).ToList();
        if (keys.Count == 0) return null;

        // A correction that was set aside, or the whole fact, is loaded now that its member is there; else the keys alone can differ.
        var isWhole = batch.Query.Lookups.Any(FactLookups.Rejects);
        var columns = isWhole ? batch.Query.Columns.ToList() : [.. context.Key, .. keys];
        var values = isWhole ? [.. columns.Where(c => !context.Key.Contains(c))] : keys;
        var source = FactLoad.Rows(context, batch, columns, BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Rekey));
        var differs = Make.Or(values.Select(FactMilestones.Differs));
        return new(
            $"Facts whose members changed get the keys of the versions that are valid at their time now; only these rows of {target.Name} are rewritten.",
            context.TargetSource(), new SubquerySource("source", source),
            Make.And(context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("source", k)))))
        {
            Matched =
            [
                new(
                    "Another version, or a member that was unknown.",
                    KeyedLoad.NotOlder(target, values, []) is { } notOlder ? Make.And(notOlder, differs) : differs,
                    values.Select(c => new Assignment(c.Name, FactMilestones.Value(c)))
                        .Concat(target.With(ColumnRoles.LoadTime).Where(c => !batch.Query.Columns.Contains(c)).Select(c => new Assignment(c.Name, LoadVariables.StartedAt)))
                        .ToEquatableArray()),
            ],
            NotMatched = isWhole ? new(
                "A fact that was set aside while it had no member.", null,
                columns.Select(c => new Assignment(c.Name, Make.Column("source", c))).Concat(KeyedLoad.Generated(target, columns)).ToEquatableArray()) : null,
            CountInsertedInto = isWhole ? LoadVariables.RowsInserted.Name : null,
            CountUpdatedInto = LoadVariables.RowsRekeyed.Name,
            OnlyIf = HasReread,
        };
    }

    /// <summary>Of facts that are set aside without their member: one whose member is gone belongs to the unknown one.</summary>
    public static IEnumerable<Statement> Orphans(LoadContext context, BatchSteps batch)
    {
        if (!context.Rekeys) yield break;
        foreach (var lookup in batch.Query.Lookups.Where(l => FactLookups.Rejects(l) && !FactLookups.IsGrain(l)))
        {
            var key = Make.Column("member", FactLookups.SurrogateKeyOf(lookup.Dimension));
            var member = new SelectQuery([new(key.Column, key)])
            {
                From = new ObjectSource("member", lookup.Dimension.Name), Where = Make.Equal(key, Make.Column("target", lookup.Column)),
            };
            var grain = context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("batch", k)));
            if (context.Key.Any(k => batch.Query.Lookups.Any(l => l.Column == k))) continue;
            yield return new UpdateStatement(
                $"A fact whose member {lookup.Dimension.Name} doesn't have any more belongs to the unknown one.", context.TargetSource(),
                [new(lookup.Column.Name, Literal.Integer(Members.UnknownKey))], context.BatchSource("batch"),
                Make.And(grain.Concat([BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Waiting), new ExistsExpression(member, Negated: true)])))
            {
                CountInto = LoadVariables.RowsRekeyed.Name,
                OnlyIf = HasReread,
            };
        }
    }

    private static InsertStatement ReadAgain(LoadContext context, BatchSteps batch, BatchQuery history, BatchLookup lookup, MemberStream stream, bool isFirst)
    {
        var alias = BatchQuery.Alias;
        var changed = new ChangedMembers(lookup, stream);
        var values = ValuesOf(context, batch).ToList();
        var where = history.Checks.Select(c => Make.Not(Make.Coalesce(c.Condition, Make.False))).ToList();
        if (history.IsRanked) where.Insert(0, Make.Equal(BatchColumns.Of(alias, BatchQueryBuilder.Rank), Literal.Integer(1)));

        // Where a fact has one row in the driver, that of the run is it. Where it has several, the run's may be an older one.
        var touched = DriverGrain.IsKeyOfDriver(context) ? null : new TouchedFacts(context, batch, history, changed.JoinTo(alias));
        if (touched is null) where.Add(IsNotInBatch(context, batch));
        else if (!isFirst) where.Add(IsNotReread(context, batch));
        var milestones = new HashSet<string>(touched is null ? [] : FactMilestones.In(batch.Query), StringComparer.Ordinal);
        var query = new SelectQuery(values.Select(v => new Projection(v.Name, milestones.Contains(v.Name) ? touched!.NewestOf(BatchColumns.Of(alias, v)) : BatchColumns.Of(alias, v))).Append(new(BatchColumns.Disposition.Name, Literal.Text(BatchColumns.Rekey))).ToEquatableArray())
        {
            From = new CommonTableSource(alias, history.Rows),
            Joins = [touched?.Join ?? changed.JoinTo(alias)],
            Where = where.Count == 0 ? null : Make.And(where),
            Qualify = touched?.IsLast,
        };
        var steps = changed.Steps.Concat(Needed(history, ColumnsRead.Of(query, alias).Concat(ColumnsRead.Of(touched?.Step.Query, alias))));
        if (touched is not null) steps = steps.Append(touched.Step);
        return new(
            $"Read again the rows whose {lookup.Column.Name} may be another now: joins {context.DriverTable!.Name} with the members that changed; where none did, there are none.",
            context.BatchSource("batch"), query.Columns.Select(c => c.Name).ToEquatableArray(), query with { With = steps.ToEquatableArray() })
        {
            CountInto = RowsReread.Name,
        };
    }

    private static Expression HasReread => Make.Compare(BinaryOperator.GreaterThan, RowsReread, Literal.Integer(0));

    // To correct a key takes the grain and what keys are looked up by; a fact that was set aside is to be inserted whole.
    private static IEnumerable<BatchColumn> ValuesOf(LoadContext context, BatchSteps batch) => ValueColumns(batch).GroupBy(c => c.Name).Select(g => g.First())
        .Where(v => batch.Query.Lookups.Any(FactLookups.Rejects) || context.Key.Any(k => k.Name == v.Name) || batch.Columns.All(c => c.Name != v.Name));

    private static IEnumerable<CommonTable> Needed(BatchQuery history, IEnumerable<string> columns)
    {
        var needed = new HashSet<string>(columns, StringComparer.Ordinal);
        return history.Steps.Select(s => s.Name == history.Rows && s.Query is SelectQuery { Distinct: false } rows
            ? s with { Query = rows with { Columns = rows.Columns.Where(c => needed.Contains(c.Name)).ToEquatableArray() } }
            : s);
    }
}
