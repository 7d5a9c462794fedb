namespace Pipeline.Catalog;

/// <summary>Loads a type 2 dimension: rebuilds the time line of the keys that the batch touches, and writes only what differs.</summary>
/// <remarks>
/// Any order of arrival gives the same versions. A version keeps its surrogate key as long as it covers the instant at which it began before.
/// </remarks>
internal sealed class HistoryLoad
{
    private readonly LoadContext context;
    private readonly BatchSteps batch;
    private readonly HistoryColumns columns;
    private readonly HistorySuccession succession;
    private readonly HistoryEvents events;
    private readonly HistoryTimeline steps;
    private readonly QualifiedName timeline;

    public HistoryLoad(LoadContext context, BatchSteps batch)
    {
        this.context = context;
        this.batch = batch;
        columns = new(context, batch);
        succession = new(context, batch, columns);
        events = new(context, batch, columns, succession);
        steps = new(context, columns, events);
        timeline = new(context.Target.Name.Schema, context.Target.Name.Name + "_TIMELINE");
    }

    /// <summary>What the batch of a history has beside the columns of every batch.</summary>
    public IEnumerable<BatchColumn> InBatch => events.AreSeriesAlone ? [HistoryEvents.IsLateKey, HistorySuccession.IsSeries] : [HistoryEvents.IsLateKey];

    /// <summary>The counters of the load beside those that all have.</summary>
    public IEnumerable<string> Counters => events.AreSeriesAlone ? HistorySuccession.Counters.Concat(OpenVersions.Counters) : OpenVersions.Counters;

    /// <summary>The batches beside that of every load.</summary>
    public IEnumerable<CreateBatchStatement> Create()
    {
        if (events.AreSeriesAlone) yield return succession.Create();
        yield return new(
            events.AreSeriesAlone ? "The versions, from now on, of the keys that are a series." : "The versions, from now on, of the keys that the batch touches.", timeline,
            steps.Columns.Select(c => new BatchColumn(c.Name, c.Type)).Append(HistoryTimeline.IsKnown).ToEquatableArray());
    }

    public IEnumerable<Statement> Lower()
    {
        if (!events.AreSeriesAlone)
        {
            yield return events.MarkLate();
            foreach (var statement in OfTimeline()) yield return statement;
            foreach (var check in OpenVersions.Check(context, columns, Timeline, null)) yield return check;
            yield break;
        }

        yield return succession.Compare();
        yield return events.MarkLate();
        foreach (var statement in succession.MarkSeries()) yield return statement;
        yield return succession.Close();
        yield return Open(c => columns.OfEvent("batch", c), Make.Column("batch", columns.ValidFrom), Literal.Null(columns.ValidTo.Type), succession.Opening);
        yield return succession.Overwrite();
        if (columns.Latest.Count > 0) yield return ShowLatest(succession.Latest(LatestValues));
        foreach (var statement in OfTimeline()) yield return statement with { OnlyIf = HistorySuccession.HasSeries };
        foreach (var check in OpenVersions.Check(context, columns, context.BatchSource("touched"), batch.IsLoaded("touched"))) yield return check;
    }

    private IEnumerable<Statement> OfTimeline()
    {
        yield return new InsertStatement(
            events.AreSeriesAlone ? "Build the time line of the series." : "Build the time line of the touched keys.", new ObjectSource("timeline", timeline, IsBatch: true),
            steps.Columns.Select(c => c.Name).Append(HistoryTimeline.IsKnown.Name).ToEquatableArray(), steps.Query());
        foreach (var check in DeleteLimit.Check(context, batch, LivesOn)) yield return check;
        yield return Delete();
        yield return Close();
        yield return Overwrite();
        yield return Open();
        if (columns.Latest.Count > 0) yield return ShowLatest(LatestOfTimeline());
    }

    // A delete may lie before what is known, or be followed by a later event.
    private ExistsExpression LivesOn(string alias)
    {
        var terms = new List<Expression> { columns.SameKey("versions", alias), Make.IsNull(Make.Column("versions", columns.ValidTo)) };
        if (columns.MarkFlag is { } flag && columns.Values.Contains(flag)) terms.Add(Make.Not(Make.Column("versions", flag)));
        return new(new SelectQuery([new(columns.ValidFrom.Name, Make.Column("versions", columns.ValidFrom))]) { From = Timeline, Where = Make.And(terms) }, Negated: false);
    }

    // Told from the batch: of a member whose every event is a delete now, the time line has no version.
    private DeleteStatement Delete() => new(
        "A version that a late change made one with its neighbour, or took back.", context.TargetSource(), null,
        Make.And(
            events.IsLate("target"),
            new ExistsExpression(
                new SelectQuery([new(columns.ValidFrom.Name, Make.Column("versions", columns.ValidFrom))])
                {
                    From = Timeline,
                    Where = Make.Equal(Make.Column("versions", columns.SurrogateKey), Make.Column("target", columns.SurrogateKey)),
                },
                Negated: true)))
    {
        CountInto = LoadVariables.RowsDeleted.Name,
    };

    private UpdateStatement Close() => new(
        "Close what is over: a newer version or a delete ended it.", context.TargetSource(),
        [
            new(columns.ValidTo.Name, Make.Column("versions", columns.ValidTo)),
            new(columns.IsCurrent.Name, Make.False),
        ],
        Timeline, Make.And(SameVersion(), Make.Column("target", columns.IsCurrent), Make.IsNotNull(Make.Column("versions", columns.ValidTo))))
    {
        CountInto = LoadVariables.RowsClosed.Name,
    };

    private UpdateStatement Overwrite()
    {
        var copied = new[] { columns.ValidFrom, columns.ValidTo, columns.LastEventAt }.Concat(columns.Overwritten).ToList();
        var assignments = copied.Select(c => new Assignment(c.Name, Make.Column("versions", c)))
            .Append(new(columns.IsCurrent.Name, Make.IsNull(Make.Column("versions", columns.ValidTo)))).ToList();
        var differs = copied.Select(c => Make.Distinct(Make.Column("target", c), Make.Column("versions", c))).ToList();
        if (columns.IsInferred is { } inferred)
        {
            assignments.Add(new(inferred.Name, Make.False));
            differs.Add(Make.Column("target", inferred));
        }

        return new(
            "Overwrite in place what opens no version; what is the same stays untouched.", context.TargetSource(), assignments.ToEquatableArray(),
            Timeline, Make.And(SameVersion(), Make.Not(BatchColumns.Of("versions", HistoryTimeline.IsKnown)), Make.Or(differs)))
        {
            CountInto = LoadVariables.RowsUpdated.Name,
        };
    }

    private InsertStatement Open() => Open(
        c => Make.Column("versions", c), Make.Column("versions", columns.LastEventAt), Make.Column("versions", columns.ValidTo), assignments => new(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
        {
            From = Timeline,
            Where = Make.IsNull(Make.Column("versions", columns.SurrogateKey)),
            OrderBy = columns.Key.Append(columns.ValidFrom).Select(c => new Ordering(Make.Column("versions", c))).ToEquatableArray(),
        });

    private InsertStatement Open(Func<Column, Expression> value, Expression lastEventAt, Expression validTo, Func<IReadOnlyList<Assignment>, SelectQuery> rows)
    {
        var latest = columns.Latest.Where(c => !columns.Values.Contains(c)).ToList();
        var generated = KeyedLoad.Generated(context.Target, [.. columns.Key, columns.ValidFrom, .. columns.Values, .. latest]);
        var assignments = columns.Key.Append(columns.ValidFrom).Select(c => new Assignment(c.Name, value(c)))
            .Append(new(columns.ValidTo.Name, validTo))
            .Append(new(columns.LastEventAt.Name, lastEventAt))
            .Concat(columns.Values.Select(c => new Assignment(c.Name, value(c))))
            .Concat(latest.Select(c => new Assignment(c.Name, value(SourceOf(c)))))
            .Append(new(columns.IsCurrent.Name, validTo is Literal ? Make.True : Make.IsNull(validTo)))
            .Concat(generated).ToList();
        return new("Open the new versions.", context.TargetSource(), assignments.Select(a => a.Column).ToEquatableArray(), rows(assignments))
        {
            CountInto = LoadVariables.RowsInserted.Name,
        };
    }

    // The time line has the last version of each key that it knows.
    private SelectQuery LatestOfTimeline() => new(columns.Key.Concat(LatestValues).Select(c => new Projection(c.Name, Make.Column("versions", c))).ToEquatableArray())
    {
        From = Timeline,
        Qualify = Make.Equal(Make.RowNumber(columns.KeyOf("versions"), [new(Make.Column("versions", columns.ValidFrom), true)]), Literal.Integer(1)),
    };

    private IEnumerable<Column> LatestValues => columns.Latest.Select(SourceOf).Distinct();

    private UpdateStatement ShowLatest(SelectQuery latest) => new(
        "Show on every version of the touched keys what the member is now; a version that shows it already stays untouched.", context.TargetSource(),
        columns.Latest.Select(c => new Assignment(c.Name, Make.Column("latest", SourceOf(c)))).ToEquatableArray(),
        new SubquerySource("latest", latest),
        Make.And(columns.SameKey("target", "latest"), Make.Or(columns.Latest.Select(c => Make.Distinct(Make.Column("target", c), Make.Column("latest", SourceOf(c)))))))
    {
        CountInto = LoadVariables.RowsUpdated.Name,
    };

    private Column SourceOf(Column latest) => columns.Values.First(v => v.Name == latest.Carries!.Column);

    private ObjectSource Timeline => new("versions", timeline, IsBatch: true);

    private Expression SameVersion() => Make.Equal(Make.Column("target", columns.SurrogateKey), Make.Column("versions", columns.SurrogateKey));
}
