namespace Pipeline.Catalog;

/// <summary>Facts that a correction at the source took away: the row has another grain now, or the query leaves it out.</summary>
internal static class FactVanished
{
    /// <summary>Whether there can be any. Where the grain is the key by which the driver's rows are found, an update never changes it.</summary>
    public static bool AreRead(LoadContext context, BatchSteps batch) =>
        context.Target is FactObject && batch.HasDeletes && context.Load.Mode == LoadMode.Merge && (batch.Query.CanDrop || DriverGrain.CanChange(context));

    /// <summary>Adds them to the batch, as deletes. An update's former image is read for its grain alone.</summary>
    public static Statement? Read(LoadContext context, BatchSteps batch)
    {
        if (!AreRead(context, batch)) return null;

        var query = new BatchQueryBuilder(context, BatchReading.FormerImages).Build();
        var alias = BatchQuery.Alias;
        var values = FactRekeying.ValueColumns(batch).ToList();
        var identity = batch.Identity(alias).ToList();
        return new InsertStatement(
            "What an update took away: its former image has a grain that no row of the run has.", context.BatchSource("batch"),
            values.Select(v => v.Name).Append(BatchColumns.Action.Name).Append(BatchColumns.Disposition.Name).ToEquatableArray(),
            new SelectQuery(values.Select(v => new Projection(v.Name, BatchColumns.Of(alias, v)))
                .Append(new(BatchColumns.Action.Name, Literal.Text(BatchColumns.Delete)))
                .Append(new(BatchColumns.Disposition.Name, Literal.Text(BatchColumns.Vanished)))
                .ToEquatableArray())
            {
                With = query.Steps,
                From = new CommonTableSource(alias, query.Rows),
                Where = FactRekeying.IsNotInBatch(context, batch),
                Qualify = Make.Equal(Make.RowNumber(identity, [new(identity[0])]), Literal.Integer(1)),
            });
    }
}
