namespace Pipeline.Catalog.Lineage;

/// <summary>Walks a query of the catalog and tells what flows into each of its columns.</summary>
/// <param name="catalog">The model.</param>
/// <param name="batch">The rows of a running load's batch.</param>
/// <param name="variable">What flows into a variable of the load.</param>
internal sealed class QueryLineage(CompiledCatalog catalog, Func<QualifiedName, RowSet>? batch, Func<string, Flow> variable)
{
    private const int MostRounds = 50;

    private readonly Dictionary<string, RowSet> steps = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A query of the model, which reads stored objects alone.</summary>
    public static RowSet Of(CompiledCatalog catalog, Query query) => new QueryLineage(catalog, null, _ => Flow.Of(Origins.Audit)).Of(query, null);

    public RowSet Of(Query query, LineageScope? outer)
    {
        foreach (var step in query.With) steps[step.Name] = step.IsRecursive ? Recursive(step, outer) : Of(step.Query, outer);
        return query switch
        {
            SelectQuery select => Select(select, outer),
            SetQuery set => Combined(set.Operator, Of(set.Left, outer), Of(set.Right, outer)),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "A query of an unknown kind."),
        };
    }

    /// <summary>The rows of a source.</summary>
    public RowSet Of(Source source, LineageScope scope) => source switch
    {
        CommonTableSource s => steps.TryGetValue(s.Name, out var step) ? step : throw new InvalidOperationException($"A query reads {s.Name} before it is made."),
        SubquerySource s => Of(s.Query, scope),
        DaysSource => RowSet.Of([("DAY", Flow.Of(Origins.Generated))], Flow.None),
        NumbersSource => RowSet.Of([("NUMBER", Flow.Of(Origins.Generated))], Flow.None),
        ValuesSource s => RowSet.Of(s.Columns.Select((name, i) => (name, Flow.Union(s.Rows.Select(r => Of(r.Values[i], scope))))), Flow.None),
        FlattenSource s => Flatten(Of(s.Array, scope)),
        ObjectSource { IsBatch: true } s => batch is null ? throw new InvalidOperationException($"{s.Object} is of no load.") : batch(s.Object),
        ObjectSource s => Stored(s.Object),
        StreamSource s => Stored(s.Stream),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.GetType().Name, "A source of an unknown kind."),
    };

    public Flow Of(Expression expression, LineageScope scope) => new ExpressionLineage(this, scope, variable).Of(expression);

    /// <summary>The surrogate key of a row of the dimension, found by its columns and, as of a time, by the time in which its version is valid.</summary>
    public Flow Key(KeyLookup lookup)
    {
        var dimension = Stored(lookup.Dimension);
        var columns = catalog.Find<TableObject>(lookup.Dimension)?.Columns ?? [];
        var finding = lookup.AsOf is not null ? ColumnRoles.ValidFrom | ColumnRoles.ValidTo : ColumnRoles.IsCurrent;
        var finds = columns.Where(c => (c.Roles & finding) != 0).Select(c => c.Name).Concat(lookup.Matches.Select(m => m.Column));
        return Flow.Union(columns.Where(c => (c.Roles & ColumnRoles.SurrogateKey) != 0).Select(c => dimension[c.Name])
            .Concat(finds.Select(c => dimension[c].Through(Ways.Join))));
    }

    // A stream's columns are those of what it follows.
    private RowSet Stored(QualifiedName name) => RowSet.Stored(catalog.Find<StreamObject>(name)?.Source ?? name);

    private static RowSet Combined(SetOperator @operator, RowSet left, RowSet right) => left.Union(right, Compared(@operator, left, right));

    private static RowSet Flatten(Flow array) => RowSet.Of(
        [("VALUE", array.At("[]")), ("INDEX", array.Through(Ways.Transformation))], array.Through(Ways.Join));

    private RowSet Select(SelectQuery select, LineageScope? outer)
    {
        var scope = new LineageScope(outer);
        var rows = new List<Flow>();
        void Add(Source source)
        {
            var read = Of(source, scope);
            scope.Add(source.Alias, read);
            rows.Add(read.Rows);
        }

        if (select.From is not null) Add(select.From);
        foreach (var join in select.Joins)
        {
            Add(join.Source);
            if (join.On is not null) rows.Add(Of(join.On, scope).Through(Ways.Join));
            if (join.Match is not null) rows.Add(Of(join.Match, scope).Through(Ways.Join));
        }

        Flow All(IEnumerable<Expression> expressions, Ways way) => Flow.Union(expressions.Select(e => Of(e, scope).Through(way)));
        var conditions = new[] { select.Where, select.Having, select.Qualify }.OfType<Expression>().ToList();
        rows.Add(All(conditions, Ways.Filter));
        rows.Add(All(select.GroupBy, Ways.GroupBy));
        rows.Add(All(select.OrderBy.Select(o => o.Value), Ways.Sort));

        var columns = select.Columns.Select(c => (c.Name, Flow: Of(c.Value, scope))).ToList();
        if (select.Distinct) rows.Add(Flow.Union(columns.Select(c => c.Flow.Through(Ways.GroupBy))));

        // A value that must be there keeps its row away where it isn't.
        rows.Add(All(select.Columns.SelectMany(c => RejectableFinder.In(c.Value)), Ways.Filter));
        return RowSet.Of(columns, Flow.Union(rows));
    }

    // What is left after a comparison of whole rows depends on all of their columns.
    private static Flow Compared(SetOperator @operator, RowSet left, RowSet right)
    {
        if (@operator == SetOperator.UnionAll) return Flow.None;
        var all = Flow.Union(left.Names.Select(n => left[n]).Concat(right.Names.Select(n => right[n])));
        return all.Through(@operator == SetOperator.Union ? Ways.GroupBy : Ways.Filter);
    }

    // A step that reads itself: what flows into it once flows into it again, until nothing new does.
    private RowSet Recursive(CommonTable step, LineageScope? outer)
    {
        if (step.Query is not SetQuery set) return Of(step.Query, outer);
        var known = Of(set.Left, outer);
        for (var round = 0; round < MostRounds; round++)
        {
            steps[step.Name] = known;
            var next = known.Union(Of(set.Right, outer), Flow.None);
            if (next.Same(known)) return known;
            known = next;
        }

        throw new InvalidOperationException($"The lineage of the recursive step {step.Name} has no end.");
    }
}
