namespace Pipeline.Catalog;

/// <summary>A load's query with windows over the rows of its driver: the innermost step that has one, and what all its windows are partitioned by.</summary>
internal sealed class WindowedQuery
{
    private readonly SelectQuery query;
    private readonly string? windowedName;

    private WindowedQuery(SelectQuery query, string? windowedName, SelectQuery windowed, IReadOnlyList<Expression> partition)
    {
        this.query = query;
        this.windowedName = windowedName;
        Windowed = windowed;
        Partition = partition;
    }

    /// <summary>The innermost step that has a window.</summary>
    public SelectQuery Windowed { get; }

    /// <summary>What every window is partitioned by, as values of the rows that <see cref="Windowed"/> reads; empty where they have nothing in common.</summary>
    public IReadOnlyList<Expression> Partition { get; }

    /// <summary>The load's query by its windows; null where it has none but the rank that keeps one row of each key.</summary>
    public static WindowedQuery? Find(LoadDefinition load)
    {
        if (load.Mode != LoadMode.Merge || load.Driver is null || load.Query is not SelectQuery query) return null;

        var (steps, isTraced) = DriverPath.Find(query);
        var windows = steps.Select(s => WindowsOf(s.Query)).ToList();
        var innermost = windows.FindLastIndex(w => w.Count > 0);
        if (!isTraced || innermost < 0) return null;

        IEnumerable<Expression>? common = null;
        for (var i = 0; i <= innermost; i++)
        {
            foreach (var window in windows[i])
            {
                var partition = window.PartitionBy.Select(p => Resolve(steps, i, innermost, Plain.Strip(p))).OfType<Expression>().ToList();
                common = common is null ? partition : common.Where(partition.Contains);
            }
        }

        return new(query, steps[innermost].Name, steps[innermost].Query, [.. common!.Distinct()]);
    }

    /// <summary>Whether a row may be rejected: read again, it would be rejected again.</summary>
    public bool Rejects => query.With.Select(t => t.Query).Append(query with { With = [] }).Any(q => !Plain.Strip(q).Equals(q));

    /// <summary>The whole query with sources put in place of others, and a join added to the step that has the windows.</summary>
    public SelectQuery Over(Func<Source, Source> sources, Join join)
    {
        var replaced = new SourceReplacer(sources);
        SelectQuery Joining(SelectQuery step) => step with { Joins = step.Joins.Append(join).ToEquatableArray() };
        var with = query.With.Select(t => t with { Query = t.Name == windowedName ? Joining((SelectQuery)replaced.Rewrite(t.Query)) : replaced.Rewrite(t.Query) });
        var outermost = (SelectQuery)replaced.Rewrite(query with { With = [] });
        return (windowedName is null ? Joining(outermost) : outermost) with { With = with.ToEquatableArray() };
    }

    /// <summary>The values of the partition that the driver's rows have.</summary>
    public SelectQuery Partitions(EquatableArray<Projection> projections) => new(projections)
    {
        Distinct = true,
        From = Windowed.From,
        Joins = Windowed.Joins,
        Where = Windowed.Where,
        With = windowedName is null ? query.With : query.With.TakeWhile(t => t.Name != windowedName).ToEquatableArray(),
    };

    // A column of a step is a value of the step below that it reads, down to the step with the innermost windows.
    private static Expression? Resolve(IReadOnlyList<(string? Name, SelectQuery Query)> steps, int from, int to, Expression value)
    {
        for (var i = from; i < to; i++)
        {
            if (value is not ColumnReference column || column.Source != steps[i].Query.From?.Alias) return null;
            if (steps[i + 1].Query.Columns.FirstOrDefault(c => c.Name == column.Column) is not { } projection) return null;
            value = Plain.Strip(projection.Value);
        }

        return value;
    }

    private static List<WindowCall> WindowsOf(SelectQuery step)
    {
        var collector = new Collector();
        collector.Rewrite(step with { With = [], Qualify = BatchQueryBuilder.LatestRank(step) is null ? step.Qualify : null });
        return collector.Found;
    }

    private sealed class Collector : QueryRewriter
    {
        public List<WindowCall> Found { get; } = [];

        public override Expression Rewrite(Expression expression)
        {
            if (expression is WindowCall window) Found.Add(window);
            return base.Rewrite(expression);
        }
    }
}
