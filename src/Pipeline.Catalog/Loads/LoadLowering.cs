namespace Pipeline.Catalog;

/// <summary>Turns a load into its statements: the one place where load semantics live. Dialects only spell them.</summary>
public static class LoadLowering
{
    /// <summary>The name of the procedure that runs a load of the table.</summary>
    public static QualifiedName ProcedureOf(QualifiedName table) => new(table.Schema, "SP_LOAD_" + table.Name);

    /// <summary>The name of the procedure that copies files into the table.</summary>
    public static QualifiedName CopyProcedureOf(QualifiedName table) => new(table.Schema, "SP_COPY_" + table.Name);

    /// <summary>Every load of the catalog, in the catalog's order.</summary>
    public static IEnumerable<LoweredLoad> All(CompiledCatalog catalog) => catalog.All<TableObject>().SelectMany(t => Of(catalog, t));

    /// <summary>The loads of one table, in the order written.</summary>
    public static IEnumerable<LoweredLoad> Of(CompiledCatalog catalog, TableObject table) => table.Loads.Select(l => Lower(catalog, table, l));

    /// <exception cref="UnsupportedLoadException">The model asks for what can't be lowered.</exception>
    public static LoweredLoad Lower(CompiledCatalog catalog, TableObject target, LoadDefinition load) => Lower(catalog, target, load, isBackfill: false);

    /// <param name="catalog">The model.</param>
    /// <param name="target">The table that is loaded.</param>
    /// <param name="load">One of its loads.</param>
    /// <param name="isBackfill">Whether the rows were loaded before: then what is known isn't late.</param>
    internal static LoweredLoad Lower(CompiledCatalog catalog, TableObject target, LoadDefinition load, bool isBackfill)
    {
        IRecalculation? anew = AggregateLoad.Find(catalog, target, load);
        anew ??= WindowedLoad.Find(catalog, target, load);
        var context = new LoadContext(catalog, target, anew?.Recalculation ?? load);
        var batch = new BatchSteps(context);
        LoadLimits.Check(context, batch, isRecalculated: anew is not null);
        var accounting = new Accounting(context, batch);
        var history = target is DimensionObject { Scd: Scd.Type2 } && load.Mode == LoadMode.Merge ? new HistoryLoad(context, batch) : null;

        var prepare = new List<Statement> { history is null ? batch.Create() : batch.Create(history.InBatch) };
        if (history is not null) prepare.AddRange(history.Create());

        if (anew is not null) prepare.Add(anew.CreateTouched());

        var transaction = new List<Statement>();
        if (anew is not null) transaction.Add(anew.FindTouched());
        transaction.Add(anew is null ? batch.Fill() : anew.Recalculate(batch));
        if (FactMilestones.ReadAll(context, batch) is { } whole) transaction.Add(whole);
        if (FactVanished.Read(context, batch) is { } vanished) transaction.Add(vanished);
        transaction.AddRange(FactRekeying.ReadAgain(context, batch));
        if (LatenessHorizon.SetAside(context, batch, isBackfill) is { } late) transaction.Add(late);
        transaction.AddRange(FactLoad.Resolve(context, batch));
        transaction.AddRange(accounting.Balance());
        transaction.AddRange(accounting.KeepRejected());
        transaction.AddRange(accounting.Measure());
        if (history is null) transaction.AddRange(DeleteLimit.Check(context, batch));
        transaction.AddRange(history is not null ? history.Lower() : Write(context, batch));
        if (anew is not null) transaction.AddRange(anew.Finish(context));
        var offsets = new LoadOffsets(context, isBackfill ? load with { Streams = [] } : load);
        transaction.AddRange(offsets.Record());
        transaction.Add(accounting.Record());

        return new(ProcedureOf(target.Name), target.Name, prepare.ToEquatableArray(), transaction.ToEquatableArray(), offsets.RecordFailure().Concat(accounting.RecordFailure()).ToEquatableArray())
        {
            Comment = anew?.Description ?? Describe(context),
            At = load.Places?.At,
            Streams = load.Streams,
            Offsets = offsets.Variables,
            Counters = accounting.Counters.Concat(DeleteLimit.Counters(context)).Concat(FactRekeying.Counters(context)).Concat(history is null ? [] : history.Counters).ToEquatableArray(),
        };
    }

    private static IEnumerable<Statement> Write(LoadContext context, BatchSteps batch) => context switch
    {
        { Target: FactObject } => FactLoad.Lower(context, batch),
        { Load.Mode: LoadMode.Merge, Key.Count: > 0 } => KeyedLoad.Lower(context, batch),
        _ => AppendLoad.Lower(context, batch),
    };

    private static string Describe(LoadContext context) => context switch
    {
        { Target: DimensionObject { Scd: Scd.Type2 } } => "Keeps the history of each member: a version per change of a tracked column, late changes at their own time.",
        { Target: DimensionObject } => "Keeps each member as it is now.",
        { Target: FactObject } => "Adds facts and corrects known ones by their grain, with the keys of the members as of the fact's own time.",
        { Load.Mode: LoadMode.Replace } => "Puts a whole new content in place of the old.",
        { Load.Mode: LoadMode.Append } => "Adds rows.",
        _ => "Brings each key to its last state.",
    };
}
