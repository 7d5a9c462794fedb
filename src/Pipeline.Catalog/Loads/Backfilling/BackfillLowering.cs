namespace Pipeline.Catalog;

/// <summary>Makes a load run once more over a time range of its source: the same statements, with rows of the source's table in the place of its stream.</summary>
/// <remarks>
/// Streams stay where they are. What is loaded again meets the target as a repeated delivery would: a row that is right stays untouched. For that the
/// newest state of each key must be among the rows, also where it lies outside the range; a load of which that can't be told is refused.
/// </remarks>
public static class BackfillLowering
{
    /// <summary>The backfills of the table's loads, in the order written.</summary>
    /// <exception cref="UnsupportedLoadException">The table can't be had again from its sources; the message says what else does it.</exception>
    public static IReadOnlyList<Backfill> Of(CompiledCatalog catalog, TableObject table, BackfillRange range) => table.Loads.Count == 0
        ? throw Refused(table, table.Copies.Count > 0
            ? "is copied from files; what was copied stays known, so load the files again by COPY INTO .. FORCE = TRUE, and its rows come to the loads after it by their streams"
            : table is CalendarObject || table.Rows is not null ? "has its rows by the model, and a deployment writes them"
            : "has no load, so that there is nothing to load again; restore it by Time Travel")
        : [.. table.Loads.Select(l => Lower(catalog, table, l, range))];

    private static Backfill Lower(CompiledCatalog catalog, TableObject table, LoadDefinition load, BackfillRange range)
    {
        var members = load.MemberStreams.Select(m => m.Stream).ToList();
        var alone = load with { MemberStreams = [], Streams = load.Streams.Where(s => !members.Contains(s)).ToEquatableArray() };
        var context = new LoadContext(catalog, table, alone);
        if (WhyNot(context) is { } reason) throw Refused(table, reason);

        var by = TimeOf(context, range);
        var keys = KeysOf(context);
        var isWhole = AggregateLoad.Find(catalog, table, alone) is not null || WindowedLoad.Find(catalog, table, alone) is not null;
        if (!isWhole && keys is null) RequireLoadOrder(context, by, range);

        var touched = isWhole || keys is null || IsKeyOfSource(context, keys) ? [] : keys.ToEquatableArray();
        var rows = new RowsOfRange(context, by, range, touched);
        var lowered = LoadLowering.Lower(catalog, table, alone, isBackfill: true);
        return new(context.DriverTable!.Name, by, range, touched, lowered with
        {
            Streams = [],
            Prepare = lowered.Prepare.Prepend(rows.Create()).ToEquatableArray(),
            Transaction = lowered.Transaction.Select(s => rows.Rewrite(s) is var again && s.Purpose == BatchSteps.ReadsStream ? again with { Purpose = BatchSteps.ReadsRange } : again)
                .Prepend(rows.Fill()).ToEquatableArray(),
        });
    }

    private static string? WhyNot(LoadContext context) => context switch
    {
        { Load.Mode: LoadMode.Replace } => $"is computed whole by each run: CALL {LoadLowering.ProcedureOf(context.Target.Name)}()",
        { Stream: null } => $"reads no stream, so that each run reads all there is: CALL {LoadLowering.ProcedureOf(context.Target.Name)}()",
        { DriverTable: null } => $"reads {context.Stream.Name}, which isn't a stream on a table, and a view doesn't keep its rows: make the stream anew with SHOW_INITIAL_ROWS = TRUE and run the load",
        { Load.Streams.Count: > 1 } => $"reads {context.Load.Streams.Count} streams at once, of which no one range is known: make them anew with SHOW_INITIAL_ROWS = TRUE and run the load",
        { Load.Mode: LoadMode.Append } => "adds rows without a key, so that a row that is there would be there twice: give it a [BusinessKey] and LoadMode.Merge",
        { Key.Count: 0 } => "has no key by which its rows are found again: give it a [BusinessKey]",
        { Target: DimensionObject { Scd: Scd.Type2, History: History.Observed } } => "keeps the versions that each run saw, and no table has these any more: restore it by Time Travel",
        { Target: FactObject { CarryForward: true } } => $"carries positions to the day of the run, which isn't one of the range: make {context.Stream.Name} anew with SHOW_INITIAL_ROWS = TRUE and run the load",
        { Target: DimensionObject { Scd: not Scd.Type2 } } when context.Target.Columns.FirstOrDefault(c => c.Carries?.Which == Carry.Previous) is { } previous =>
            $"keeps in {previous.Name} what a run saw before, and would take the damage for it: restore it by Time Travel",
        { Target: DimensionObject { Scd: Scd.Type2 } } when KeysOf(context) is null =>
            $"computes its [BusinessKey] from columns of {context.DriverTable!.Name}, so that the other events of a member aren't found: compute it in staging",
        _ => null,
    };

    private static Column TimeOf(LoadContext context, BackfillRange range)
    {
        var times = context.DriverTable!.Columns.Where(c => c.Type.Kind is SqlTypeKind.TimestampNtz or SqlTypeKind.Date).ToList();
        var found = range.By is { } name
            ? times.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Property, name, StringComparison.OrdinalIgnoreCase))
            : times.Find(c => (c.Roles & ColumnRoles.LoadTime) != 0) ?? times.Find(c => (c.Roles & ColumnRoles.Sequence) != 0);
        var other = times.Count == 0 ? "" : $" (it has {string.Join(", ", times.Select(c => c.Name))})";
        return found ?? throw Refused(context.Target, range.By is null
            ? $"is loaded from {context.DriverTable!.Name}, which says neither when a row was loaded nor in which order rows came: give that table a [LoadTime], or name another time of it by --by{other}"
            : $"is loaded from {context.DriverTable!.Name}, which has no time {range.By}{other}");
    }

    // Where the other rows of a key aren't found, all later ones must be there: then the last is the newest, as in the runs that were.
    private static void RequireLoadOrder(LoadContext context, Column by, BackfillRange range)
    {
        var computes = $"computes its key from columns of {context.DriverTable!.Name}, so that a newer row of a key isn't found if it lies outside of the range";
        if ((by.Roles & ColumnRoles.LoadTime) == 0) throw Refused(context.Target, $"{computes}, and {by.Name} isn't the order in which they were loaded: give {context.DriverTable!.Name} a [LoadTime], and leave out --by");
        if (range.Until is not null) throw Refused(context.Target, $"{computes}: leave out --until, so that all from --from on are loaded again, the newest last");
    }

    // The source's columns that are the target's key; null where a part of it is computed.
    private static List<Column>? KeysOf(LoadContext context)
    {
        var parts = DriverGrain.Parts(context);
        var columns = parts.Select(p => context.DriverTable!.Columns.FirstOrDefault(c => c.Name == p)).ToList();
        return columns.Count == 0 || columns.Any(c => c is null) ? null : [.. columns.OfType<Column>().Distinct()];
    }

    // Of a table that is merged by its key, a key has one row.
    private static bool IsKeyOfSource(LoadContext context, List<Column> keys) =>
        context.DriverTable!.Loads is { Count: > 0 } loads && loads.All(l => l.Mode == LoadMode.Merge)
        && context.DriverTable.With(ColumnRoles.BusinessKey).ToList() is { Count: > 0 } unique && unique.All(keys.Contains);

    private static UnsupportedLoadException Refused(TableObject table, string reason) => new($"{table.Name} {reason}.");
}
