namespace Pipeline.Catalog;

/// <summary>A load's query that groups the rows of its driver: the step that groups, and the steps between it and the driver.</summary>
internal sealed class AggregateQuery
{
    private readonly string? groupedName;

    private AggregateQuery(SelectQuery query, IReadOnlyList<(string? Name, SelectQuery Query)> outer, IReadOnlyList<CommonTable> inner)
    {
        Query = query;
        Outer = outer;
        Inner = inner;
        (groupedName, Grouped) = outer[outer.Count - 1];
    }

    /// <summary>The whole query.</summary>
    public SelectQuery Query { get; }

    /// <summary>From the outermost to the one that groups.</summary>
    public IReadOnlyList<(string? Name, SelectQuery Query)> Outer { get; }

    public SelectQuery Grouped { get; }

    /// <summary>The steps that the grouping one reads, down to the driver.</summary>
    public IReadOnlyList<CommonTable> Inner { get; }

    /// <summary>The load's query as an aggregate; null where it is none.</summary>
    public static AggregateQuery? Find(LoadDefinition load)
    {
        if (load.Mode != LoadMode.Merge || load.Driver is null || load.Query is not SelectQuery query) return null;

        var outer = DriverPath.Find(query).Steps;
        var grouped = outer[outer.Count - 1].Query;
        if (grouped.GroupBy.Count == 0) return null;

        var inner = new List<CommonTable>();
        var from = grouped.From;
        while (from is CommonTableSource step)
        {
            if (query.With.FirstOrDefault(t => t.Name == step.Name) is not { Query: SelectQuery select } table) return null;
            inner.Add(table);
            from = select.From;
        }

        return from is StreamSource stream && stream.Stream == load.Driver ? new(query, outer, inner) : null;
    }

    /// <summary>Whether each row that is grouped comes from one row of the driver, whatever the others are.</summary>
    public bool IsByRow => !DependsOnOthers(Grouped) && Inner.All(t => t.Query is SelectQuery { GroupBy.Count: 0, Distinct: false } select && select.Qualify is null && !DependsOnOthers(select));

    /// <summary>The dimensions that it joins to the rows.</summary>
    public IEnumerable<ObjectSource> Joined => Inner.Select(t => (SelectQuery)t.Query).Append(Grouped).SelectMany(q => q.Joins)
        .Where(j => j.Kind is JoinKind.Inner or JoinKind.Left).Select(j => j.Source).OfType<ObjectSource>();

    /// <summary>The value by which it groups that the target's column is; null where it is none.</summary>
    public Expression? GroupOf(string column)
    {
        var name = column;
        for (var i = 0; ; i++)
        {
            if (Outer[i].Query.Columns.FirstOrDefault(c => c.Name == name) is not { } projection) return null;
            var value = Plain.Strip(projection.Value);
            if (i + 1 == Outer.Count) return Grouped.GroupBy.FirstOrDefault(g => Plain.Strip(g).Equals(value));
            if (value is not ColumnReference inner) return null;
            name = inner.Column;
        }
    }

    /// <summary>The whole query with sources put in place of others, and a join added to the step that groups.</summary>
    public SelectQuery Over(Func<Source, Source> sources, Join join)
    {
        var replaced = new SourceReplacer(sources);
        SelectQuery Grouping(SelectQuery query) => query with { Joins = query.Joins.Append(join).ToEquatableArray() };
        var with = Query.With.Select(t => t with
        {
            Query = t.Name == groupedName ? Grouping((SelectQuery)replaced.Rewrite(t.Query)) : replaced.Rewrite(t.Query),
        });
        var outermost = (SelectQuery)replaced.Rewrite(Query with { With = [] });
        return (groupedName is null ? Grouping(outermost) : outermost) with { With = with.ToEquatableArray() };
    }

    /// <summary>The values by which it groups, of the rows that the sources give.</summary>
    public SelectQuery Groups(Func<Source, Source> sources, EquatableArray<Projection> groups, string prefix)
    {
        var replaced = new SourceReplacer(sources);
        var names = new HashSet<string>(Inner.Select(i => i.Name), StringComparer.Ordinal);
        Query Renamed(Query query) => new SourceReplacer(s => s is CommonTableSource step && names.Contains(step.Name) ? step with { Name = prefix + step.Name } : s).Rewrite(replaced.Rewrite(Plain.Strip(query)));

        // What else the steps read stands before them under its own name.
        var steps = Query.With.TakeWhile(t => t.Name != groupedName).Select(t => names.Contains(t.Name)
            ? t with { Name = prefix + t.Name, Query = Renamed(t.Query) }
            : t with { Query = Plain.Strip(t.Query) });
        return ((SelectQuery)Renamed(new SelectQuery(groups) { Distinct = true, From = Grouped.From, Joins = Grouped.Joins, Where = Grouped.Where })) with
        {
            With = steps.ToEquatableArray(),
        };
    }

    private static bool DependsOnOthers(SelectQuery query) => WindowFinder.IsIn(query with { With = [], Qualify = null }) || query.Take is not null || query.Skip is not null;
}
