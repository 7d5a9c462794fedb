namespace Pipeline.Catalog;

/// <summary>Records from where to where a load read each of its streams; a backfill reads none.</summary>
internal sealed class LoadOffsets(LoadContext context, LoadDefinition load)
{
    // The loads of one table are one procedure, so that their variables have names of their own.
    private readonly List<QualifiedName> streams = [.. context.Target.Loads.SelectMany(l => l.Streams).Concat(load.Streams).Distinct()];

    public EquatableArray<OffsetVariable> Variables => load.Streams.Where(IsOnTable).Select(s => new OffsetVariable(s, VariableOf(s))).ToEquatableArray();

    /// <summary>The entry of a run that succeeded; it commits with the offsets that it tells.</summary>
    public IEnumerable<Statement> Record() => Insert(
        "Record from where to where each stream was read.", load.Streams.Select(s => Row(s, IsOnTable(s) ? VariableOf(s) : Literal.Null(SqlType.Timestamp), LoadVariables.ReadUntil)));

    /// <summary>What is written after a rollback: where the streams stand that were to be read.</summary>
    public IEnumerable<Statement> RecordFailure() => Insert(
        "Record where the streams stay.",
        Variables.Select(v => Row(v.Stream, v.ReadFrom, Literal.Null(SqlType.Timestamp)) with { Where = Make.IsNotNull(v.ReadFrom) }));

    // Snowflake's function refuses a stream on a view.
    private bool IsOnTable(QualifiedName stream) => context.Catalog.Find<StreamObject>(stream) is { } read && context.Catalog.Find<ViewObject>(read.Source) is null;

    private VariableReference VariableOf(QualifiedName stream) => LoadVariables.ReadFrom(streams.IndexOf(stream) + 1);

    private IEnumerable<Statement> Insert(string purpose, IEnumerable<SelectQuery> rows)
    {
        Query? all = null;
        foreach (var row in rows) all = all is null ? row : new SetQuery(SetOperator.UnionAll, all, row);
        if (all is null) yield break;
        yield return new InsertStatement(
            purpose, new ObjectSource("offsets", PlatformTables.LoadOffsets(context.Catalog)),
            PlatformTables.LoadOffsetsTable(context.Catalog).Columns.Select(c => c.Name).ToEquatableArray(), all);
    }

    private SelectQuery Row(QualifiedName stream, Expression from, Expression until) => new(
    [
        new("RUN_ID", LoadVariables.RunId),
        new("PROCEDURE_NAME", Literal.Text(LoadLowering.ProcedureOf(context.Target.Name).ToString())),
        new("TARGET", Literal.Text(context.Target.Name.ToString())),
        new("STARTED_AT", LoadVariables.StartedAt),
        new("STREAM", Literal.Text(stream.ToString())),
        new("READ_FROM", from),
        new("READ_UNTIL", until),
    ]);
}
