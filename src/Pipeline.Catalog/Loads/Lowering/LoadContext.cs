namespace Pipeline.Catalog;

/// <summary>What lowering knows of one load: the target, its query, the stream that drives it, and the names of its batches.</summary>
internal sealed class LoadContext
{
    public LoadContext(CompiledCatalog catalog, TableObject target, LoadDefinition load)
    {
        Catalog = catalog;
        Target = target;
        Load = load;
        Stream = load.Driver is { } driver ? catalog.Find<StreamObject>(driver) : null;
        DriverTable = Stream is null ? null : catalog.Find<TableObject>(Stream.Source);
        Batch = new(target.Name.Schema, target.Name.Name + "_BATCH");
    }

    public CompiledCatalog Catalog { get; }

    public TableObject Target { get; }

    public LoadDefinition Load { get; }

    /// <summary>The stream that drives the load; null where it reads tables alone.</summary>
    public StreamObject? Stream { get; }

    /// <summary>The table of that stream.</summary>
    public TableObject? DriverTable { get; }

    public QualifiedName Batch { get; }

    /// <summary>Whether rows that the source deleted reach the target.</summary>
    public bool TakesDeletes => Stream is { Mode: StreamMode.Net } && Target switch
    {
        DimensionObject { Scd: Scd.Type2 } dimension => dimension.Deletes != Deletes.Ignore && dimension.History == History.Observed,
        FactObject => Target.Deletes != Deletes.Ignore,
        _ => Target.Deletes != Deletes.Ignore && !DriverGrain.KeepsEvents(this),
    };

    /// <summary>Whether facts that are loaded already get other keys when their members change.</summary>
    public bool Rekeys => Target is FactObject && Load.MemberStreams.Count > 0;

    /// <summary>The columns by which a row of the target is found again.</summary>
    public EquatableArray<Column> Key => Target switch
    {
        FactObject => Target.With(ColumnRoles.Grain).ToEquatableArray(),
        _ => Target.With(ColumnRoles.BusinessKey).ToEquatableArray(),
    };

    public ObjectSource BatchSource(string alias) => new(alias, Batch, IsBatch: true);

    public ObjectSource TargetSource(string alias = "target") => new(alias, Target.Name);
}
