namespace Pipeline.Catalog;

/// <summary>What a load over changes can't promise: it would lose deletes, or keep what one run saw as if it were all.</summary>
internal static class LoadLimits
{
    /// <exception cref="UnsupportedLoadException">The load would lose rows or deletes.</exception>
    public static void Check(LoadContext context, BatchSteps batch, bool isRecalculated)
    {
        if (isRecalculated) return;
        var (target, query) = (context.Target, batch.Query);
        if (context.Stream is not { } stream)
        {
            if (context.Load.Mode != LoadMode.Merge || target.Deletes == Deletes.Ignore
                || context.Load.Streams.Select(context.Catalog.Find<StreamObject>).FirstOrDefault(s => s is { Mode: StreamMode.Net }) is not { } united) return;
            throw new UnsupportedLoadException(
                $"{target.Name} is to follow deletes, and '{context.Load.Method}' reads {united.Name} as a part of a set, in which a deleted row isn't told: give each source a table of its own, or say Deletes = Deletes.Ignore.");
        }

        if (target is FactObject or DimensionObject && context.Load.Mode == LoadMode.Merge && AggregateQuery.Find(context.Load) is not null)
        {
            throw new UnsupportedLoadException(
                $"{target.Name} would keep what '{context.Load.Method}' computes of the rows that one run finds in {stream.Name}, and not of all rows: group in a [Table<>], whose groups are computed anew, or read the table {stream.Source}.");
        }

        if (!context.TakesDeletes || (query.IsTraced && !query.Unfolds)) return;
        throw new UnsupportedLoadException(query.Unfolds
            ? $"{target.Name} is to follow deletes, and '{context.Load.Method}' makes several rows of one of {stream.Name}, of which a deleted one doesn't tell all: make it a stream of inserts, or say Deletes = Deletes.Ignore."
            : $"{target.Name} is to follow deletes, and '{context.Load.Method}' reads {stream.Name} by groups, by distinct rows or in part, in which a deleted row isn't told: read it row by row, or say Deletes = Deletes.Ignore.");
    }
}
