namespace Pipeline.Catalog;

/// <summary>Accounts for every row that was read, and writes what became of them: rejected rows, the results of expectations, the ledger.</summary>
internal sealed class Accounting(LoadContext context, BatchSteps batch)
{
    private IEnumerable<Expectation> Stops => context.Target.Expectations.Where(e => e.OnViolation == OnViolation.Stop);

    /// <summary>Counts what the batch holds, and fails where a row went astray.</summary>
    public IEnumerable<Statement> Balance()
    {
        yield return Count();
        if (IsFiltered && !batch.Query.Unfolds)
        {
            yield return new RaiseStatement(
                "A join that finds several rows for one would load it more than once.",
                Make.Compare(BinaryOperator.LessThan, LoadVariables.RowsFiltered, Literal.Integer(0)),
                ExceptionNumber.JoinFindsSeveral, $"{context.Target.Name}: a join of the load finds several rows for one; make its key unique.")
            {
                Details = [LoadVariables.RowsRead, LoadVariables.RowsFiltered],
            };
        }
        else
        {
            yield return new RaiseStatement(
                batch.Query.Unfolds
                    ? "Every row read is loaded, rejected, a duplicate or without any element; nothing else may become of it."
                    : "Every row read is loaded, rejected or a duplicate; nothing else may become of it.",
                Make.Compare(
                    BinaryOperator.NotEqual, LoadVariables.RowsRead,
                    batch.Query.Unfolds ? Make.Add(Accounted, LoadVariables.RowsFiltered) : Accounted),
                ExceptionNumber.Unbalanced, $"{context.Target.Name}: rows read differ from rows loaded, rejected and deduplicated.")
            {
                Details = [LoadVariables.RowsRead, LoadVariables.RowsLoaded, LoadVariables.RowsRejected, LoadVariables.RowsDeduplicated],
            };
        }
    }

    /// <summary>Keeps each rejected row with its rule, its reason, where it came from and what it was.</summary>
    public IEnumerable<Statement> KeepRejected()
    {
        if (!batch.Rejects) yield break;

        var rule = BatchColumns.Of("batch", BatchColumns.Rule);
        var reasons = batch.Query.Checks.Select(c => new CaseBranch(Make.Equal(rule, Literal.Text(c.Rule)), Literal.Text(c.Reason)))
            .Concat(batch.Query.Lookups.Where(FactLookups.Rejects)
                .Select(l => new CaseBranch(Make.Equal(rule, Literal.Text(FactLookups.RuleOf(l))), Literal.Text($"{l.Dimension.Name} has no such member"))))
            .Concat(LatenessHorizon.DaysOf(context) is { } days ? [new CaseBranch(Make.Equal(rule, Literal.Text(LatenessHorizon.Rule)), Literal.Text(LatenessHorizon.ReasonOf(days)))] : []);
        var reason = Make.Case(reasons, Make.Coalesce(rule, Literal.Text("")), SqlType.Text);
        var table = batch.Query.IsTraced ? context.DriverTable : null;
        var columns = table?.Columns.Select(c => ("source", c)) ?? batch.Columns.Select(c => ("batch", c));
        yield return new InsertStatement(
            "Keep what was rejected, as it was read.", new ObjectSource("rejected", PlatformTables.RejectedOf(context.Target.Name)),
            ["RUN_ID", "REJECTED_AT", "RULE", "REASON", "SOURCE_FILE", "SOURCE_ROW", "RECORD"],
            new SelectQuery(
            [
                new("RUN_ID", LoadVariables.RunId),
                new("REJECTED_AT", LoadVariables.StartedAt),
                new("RULE", rule),
                new("REASON", reason),
                new("SOURCE_FILE", Fact(table, FileFact.Name, SqlType.Text)),
                new("SOURCE_ROW", Fact(table, FileFact.RowNumber, SqlType.Int64)),
                new("RECORD", Make.Call("JsonObject", SqlType.Variant,
                    [.. columns.SelectMany(c => new Expression[] { Literal.Text(c.c.Name), Make.Column(c.Item1, c.c) })])),
            ])
            {
                From = context.BatchSource("batch"),
                Joins = table is null ? [] : [new(JoinKind.Left, new StreamSource("source", context.Stream!.Name, AllChanges: true), SameChangeRow())],
                Where = BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Reject),
            })
        {
            OnlyIf = Make.Compare(BinaryOperator.GreaterThan, LoadVariables.RowsRejected, Literal.Integer(0)),
        };
    }

    /// <summary>Writes how many rows broke each expectation.</summary>
    public IEnumerable<Statement> Measure()
    {
        foreach (var expectation in context.Target.Expectations)
        {
            var isBroken = expectation.OnViolation == OnViolation.Reject
                ? BatchColumns.Has("batch", BatchColumns.Rule, expectation.Name)
                : Make.And(batch.IsLoaded("batch"), Make.Not(RowAlias.Replace(expectation.Condition, "batch")));
            yield return Metric(expectation, Make.CountIf(isBroken), expectation.OnViolation == OnViolation.Stop ? "FAIL" : "WARN",
                batch.IsRead("batch") is { } isRead ? Make.CountIf(isRead) : Make.Count(), context.BatchSource("batch"));
        }

        foreach (var (index, expectation) in Stops.Select((e, i) => (i, e)))
        {
            var violations = Violations(expectation);
            yield return new SetVariablesStatement($"Count what breaks {expectation.Name}.", violations.Name, new([new("ROW_COUNT", Make.Count())])
            {
                From = context.BatchSource("batch"),
                Where = Make.And(batch.IsLoaded("batch"), Make.Not(RowAlias.Replace(expectation.Condition, "batch"))),
            });
            yield return new RaiseStatement(
                $"{expectation.Name} stops the load.", Make.Compare(BinaryOperator.GreaterThan, violations, Literal.Integer(0)),
                ExceptionNumber.OfExpectation(index), $"{context.Target.Name}: rows break the expectation {expectation.Name}; see {PlatformTables.QualityMetrics(context.Catalog)}.");
        }
    }

    /// <summary>The ledger's entry of a run that succeeded.</summary>
    public Statement Record() => Ledger("Record the run; it commits with what it loaded.", "SUCCEEDED", LoadVariables.Counters, Literal.Null(SqlType.Text));

    /// <summary>What is written after a rollback.</summary>
    public IEnumerable<Statement> RecordFailure()
    {
        foreach (var expectation in Stops)
        {
            var violations = Violations(expectation);
            var metric = Metric(expectation, violations, "FAIL", violations, null);
            yield return metric with
            {
                Query = ((SelectQuery)metric.Query) with { Where = Make.Compare(BinaryOperator.GreaterThan, violations, Literal.Integer(0)) },
            };
        }

        yield return Ledger("Record the failure; nothing else of the run remains.", "FAILED", LoadVariables.Counters.Select(_ => Literal.Integer(0)), LoadVariables.ErrorMessage);
    }

    /// <summary>The counters of the load beside those that all have.</summary>
    public IEnumerable<string> Counters => LoadVariables.Counters.Select(c => c.Name).Concat(Stops.Select(e => Violations(e).Name));

    private static Expression Accounted => Make.Add(Make.Add(LoadVariables.RowsRejected, LoadVariables.RowsDeduplicated), LoadVariables.RowsLoaded);

    private static VariableReference Violations(Expectation expectation) => LoadVariables.Of("violations_of", expectation.Name);

    private static Expression Fact(TableObject? table, FileFact fact, SqlType type) =>
        table?.Columns.FirstOrDefault(c => c.FromFile == fact) is { } column ? Make.Column("source", column) with { Nullable = true } : Literal.Null(type);

    private Expression SameChangeRow() => Make.And(
        Make.Equal(Make.Column("source", "METADATA$ROW_ID", SqlType.Text), BatchColumns.Of("batch", BatchColumns.RowId)),
        Make.Equal(Make.Column("source", "METADATA$ACTION", SqlType.Text), batch.RejectsDeletes ? BatchColumns.Of("batch", BatchColumns.Action) : Literal.Text(BatchColumns.Insert)));

    // What the query's own filters and joins leave out is neither loaded nor rejected.
    private bool IsFiltered => batch.Query.CanDrop && context.Stream is not null && batch.Query.IsTraced;

    // In one statement, which reads the stream and the batch once each: a statement costs its planning, however few rows it finds.
    private SetVariablesStatement Count()
    {
        var became = new List<(VariableReference Counter, Expression Rows)>();
        if (batch.Rejects) became.Add((LoadVariables.RowsRejected, RowsWith(BatchColumns.Reject)));
        became.Add((LoadVariables.RowsDeduplicated, RowsWith(BatchColumns.Duplicate)));
        became.Add((LoadVariables.RowsLoaded, RowsWith(BatchColumns.Load)));
        if (context.Stream is not { } stream || !batch.Query.IsTraced)
        {
            return Set("Count the rows read, and what became of them.", [(LoadVariables.RowsRead, Make.Count()), .. became], new([]) { From = context.BatchSource("batch") });
        }

        var counts = became.Select(c => new Projection(ColumnOf(c.Counter), c.Rows)).ToList();
        var read = Counted("shown", LoadVariables.RowsRead);
        if (batch.Query.ChangesKeys)
        {
            // An update that changed the key is two: a delete and an insert.
            counts.Add(new("ROWS_FORMER", Make.CountIf(BatchColumns.Of("batch", KeyChanges.IsFormer))));
            read = Make.Add(read, Make.Column("counted", "ROWS_FORMER", SqlType.Int64));
        }

        var set = became.Select(c => (c.Counter, Counted("counted", c.Counter))).Prepend((LoadVariables.RowsRead, read)).ToList();
        if (batch.Query.Unfolds)
        {
            // What is read are the elements; a change row that gave none is filtered.
            counts.Add(new("ROWS_KEPT", batch.IsRead("batch") is { } own ? Make.CountIf(own) : Make.Count()));
            counts.Add(new("ROWS_UNFOLDED", new AggregateCall("CountDistinct", [BatchColumns.Of("batch", BatchColumns.RowId)], SqlType.Int64, Nullable: false)));
            var empty = Make.Subtract(read, Make.Column("counted", "ROWS_UNFOLDED", SqlType.Int64));
            set[0] = (LoadVariables.RowsRead, Make.Add(Make.Column("counted", "ROWS_KEPT", SqlType.Int64), empty));
            set.Add((LoadVariables.RowsFiltered, empty));
        }
        else if (IsFiltered)
        {
            counts.Add(new("ROWS_KEPT", batch.IsRead("batch") is { } isRead ? Make.CountIf(isRead) : Make.Count()));
            set.Add((LoadVariables.RowsFiltered, Make.Subtract(read, Make.Column("counted", "ROWS_KEPT", SqlType.Int64))));
        }

        return Set("Count the rows that the stream shows, and what became of them.", set, new([])
        {
            From = new SubquerySource("shown", Shown(stream)),
            Joins =
            [
                new(JoinKind.Cross, new SubquerySource("counted", new SelectQuery(counts.ToEquatableArray()) { From = context.BatchSource("batch") }), null),
            ],
        });
    }

    private SelectQuery Shown(StreamObject stream)
    {
        var isInsert = Make.Equal(Make.Column("changes", "METADATA$ACTION", SqlType.Text), Literal.Text(BatchColumns.Insert));
        return new([new(ColumnOf(LoadVariables.RowsRead), Make.Count())])
        {
            From = new StreamSource("changes", stream.Name, AllChanges: true),
            Where = stream.ShowsInsertsAlone ? null
                : batch.HasDeletes ? Make.Or(isInsert, Make.Not(Make.Column("changes", "METADATA$ISUPDATE", SqlType.Boolean)))
                : isInsert,
        };
    }

    private static SetVariablesStatement Set(string purpose, IReadOnlyCollection<(VariableReference Counter, Expression Value)> set, SelectQuery rows) => new(
        purpose, set.Select(s => s.Counter.Name).ToEquatableArray(), rows with { Columns = set.Select(s => new Projection(ColumnOf(s.Counter), s.Value)).ToEquatableArray() });

    private static Expression RowsWith(string disposition) => Make.CountIf(BatchColumns.Has("batch", BatchColumns.Disposition, disposition));

    private static Expression Counted(string source, VariableReference counter) => Make.Column(source, ColumnOf(counter), SqlType.Int64);

    private static string ColumnOf(VariableReference counter) => counter.Name.ToUpperInvariant();

    private InsertStatement Metric(Expectation expectation, Expression errors, string failed, Expression rows, Source? from) => new(
        $"How many rows break {expectation.Name}.", new ObjectSource("metrics", PlatformTables.QualityMetrics(context.Catalog)),
        ["RUN_ID", "CHECK_NAME", "LAYER", "TARGET", "STATUS", "ERROR_COUNT", "ROW_COUNT", "RUN_TIME"],
        new SelectQuery(
        [
            new("RUN_ID", LoadVariables.RunId),
            new("CHECK_NAME", Literal.Text(expectation.Name)),
            new("LAYER", Literal.Text(context.Target.Name.Schema ?? "")),
            new("TARGET", Literal.Text(context.Target.Name.ToString())),
            new("STATUS", Make.Case([new(Make.Equal(errors, Literal.Integer(0)), Literal.Text("PASS"))], Literal.Text(failed), SqlType.Text)),
            new("ERROR_COUNT", errors),
            new("ROW_COUNT", rows),
            new("RUN_TIME", LoadVariables.StartedAt),
        ])
        {
            From = from,
        });

    private InsertStatement Ledger(string purpose, string status, IEnumerable<Expression> counters, Expression message) => new(
        purpose, new ObjectSource("runs", PlatformTables.LoadRuns(context.Catalog)),
        PlatformTables.LoadRunsTable(context.Catalog).Columns.Select(c => c.Name).ToEquatableArray(),
        new SelectQuery(
            new Projection[]
            {
                new("RUN_ID", LoadVariables.RunId),
                new("PROCEDURE_NAME", Literal.Text(LoadLowering.ProcedureOf(context.Target.Name).ToString())),
                new("TARGET", Literal.Text(context.Target.Name.ToString())),
                new("STARTED_AT", LoadVariables.StartedAt),
                new("FINISHED_AT", Make.Call("CurrentTimestamp", SqlType.Timestamp)),
                new("STATUS", Literal.Text(status)),
            }
            .Concat(LoadVariables.Counters.Zip(counters, (c, value) => new Projection(ColumnOf(c), value)))
            .Append(new("ERROR_MESSAGE", message)).ToEquatableArray()));
}
