namespace Pipeline.Catalog;

/// <summary>Loads rows that windows look around from: finds the partitions whose rows changed, and computes these anew from all their rows.</summary>
/// <remarks>A window over the rows of a batch alone would number, sum and compare as if there were no others.</remarks>
internal sealed class WindowedLoad : IRecalculation
{
    private readonly TableObject target;
    private readonly LoadDefinition load;
    private readonly WindowedQuery query;
    private readonly StreamObject stream;
    private readonly QualifiedName partitions;

    private WindowedLoad(TableObject target, LoadDefinition load, WindowedQuery query, StreamObject stream)
    {
        this.target = target;
        this.load = load;
        this.query = query;
        this.stream = stream;
        partitions = new(target.Name.Schema, target.Name.Name + "_PARTITIONS");
    }

    public string Description => "Computes the partitions whose rows changed anew, from all their rows.";

    public LoadDefinition Recalculation => load with
    {
        Query = query.Over(
            s => s is StreamSource changes && changes.Stream == stream.Name ? new ObjectSource(changes.Alias, stream.Source) : s,
            new(JoinKind.Inner, new ObjectSource("touched", partitions, IsBatch: true), Make.And(query.Partition.Select((p, i) => Same(p, Key(i, p)))))),
    };

    /// <summary>The load by its windows; null where it has none.</summary>
    /// <exception cref="UnsupportedLoadException">The rows that a change touches can't be found.</exception>
    public static WindowedLoad? Find(CompiledCatalog catalog, TableObject target, LoadDefinition load)
    {
        if (WindowedQuery.Find(load) is not { } query || catalog.Find<StreamObject>(load.Driver!) is not { } stream) return null;

        var refusal = target is DimensionObject or FactObject ? "a dimension or a fact is loaded row by row"
            : target.Deletes != Deletes.Ignore && stream.Mode == StreamMode.Net ? "rows that the source deletes can't be taken along (say Deletes.Ignore, or read an append-only stream)"
            : query.Partition.Count == 0 ? "its windows have no partition in common, so that a change may touch every row"
            : query.Rejects ? "rows that are read again would be rejected again; reject them in a table before"
            : null;
        return refusal is null ? new(target, load, query, stream) : throw new UnsupportedLoadException(
            $"'{load.Method}' of {target.Name} looks at other rows through a window, and {refusal}. Partition the windows of a staging table by a key, or read the table {stream.Source} with [Load(LoadMode.Replace)].");
    }

    public CreateBatchStatement CreateTouched() => new(
        "The partitions whose rows changed.", partitions, query.Partition.Select((p, i) => new BatchColumn(NameOf(i, p), p.Type)).ToEquatableArray());

    public InsertStatement FindTouched()
    {
        var found = query.Partitions(query.Partition.Select((p, i) => new Projection(NameOf(i, p), p)).ToEquatableArray());
        return new(
            $"Find the partitions whose rows changed, as they were and as they are; all else of {target.Name} stays untouched.",
            new ObjectSource("touched", partitions, IsBatch: true), query.Partition.Select((p, i) => NameOf(i, p)).ToEquatableArray(),
            new SourceReplacer(s => s is StreamSource changes && changes.Stream == stream.Name ? changes with { AllChanges = true } : s).Rewrite(found));
    }

    public InsertStatement Recalculate(BatchSteps batch) => batch.Fill() with { Purpose = $"Compute these partitions anew, from all their rows in {stream.Source}." };

    public IEnumerable<Statement> Finish(LoadContext context) => [];

    private ColumnReference Key(int number, Expression partition) => Make.Column("touched", NameOf(number, partition), partition.Type, partition.Nullable);

    // By the column's own name where it is one and no other has it.
    private string NameOf(int number, Expression partition) =>
        partition is ColumnReference column && query.Partition.Count(p => p is ColumnReference other && other.Column == column.Column) == 1
            ? column.Column
            : FormattableString.Invariant($"PARTITION_{number + 1}");

    private static Expression Same(Expression value, Expression key) =>
        value.Nullable ? new BinaryExpression(BinaryOperator.NotDistinct, value, key, SqlType.Boolean, false) : Make.Equal(value, key);
}
