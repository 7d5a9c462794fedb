namespace Pipeline.Catalog.Lineage;

/// <summary>Column-level lineage of the whole model, exact from what was compiled: every job, every column, every way.</summary>
public sealed class LineageGraph
{
    private readonly CompiledCatalog catalog;
    private readonly ILookup<QualifiedName, JobLineage> byTable;
    private readonly ILookup<FieldName, (JobLineage Job, ColumnLineage Column, SourceColumn Source)> bySource;

    private LineageGraph(CompiledCatalog catalog, IReadOnlyList<JobLineage> jobs)
    {
        this.catalog = catalog;
        Jobs = jobs;
        byTable = jobs.ToLookup(j => j.Table);
        bySource = jobs.SelectMany(j => j.Columns.SelectMany(c => c.Sources.Select(s => (Job: j, Column: c, Source: s)))).ToLookup(e => e.Source.Field.Whole);
    }

    /// <summary>Copies, then loads and queries, in the catalog's order.</summary>
    public IReadOnlyList<JobLineage> Jobs { get; }

    /// <exception cref="UnsupportedLoadException">The model asks for a load that can't be lowered.</exception>
    public static LineageGraph Of(CompiledCatalog catalog)
    {
        var completed = CatalogCompletion.Complete(catalog);
        return Of(completed, [.. completed.Objects.SelectMany(o => CopyLineage.Of(completed, o)), .. completed.Objects.SelectMany(o => JobsOf(completed, o))]);
    }

    /// <summary>A graph of some jobs of a complete catalog: it tells all of the objects that these and no others fill.</summary>
    internal static LineageGraph Of(CompiledCatalog completed, IReadOnlyList<JobLineage> jobs) => new(completed, jobs);

    /// <summary>The columns of an object, in their order; of a stream, those of what it follows.</summary>
    public EquatableArray<Column> ColumnsOf(QualifiedName name) =>
        ColumnMember.ColumnsOf(catalog.Find(catalog.Find<StreamObject>(name)?.Source ?? name));

    /// <summary>The fields of a stage's files that the model reads.</summary>
    public IEnumerable<FieldName> FieldsOf(QualifiedName stage) => Jobs.SelectMany(j => j.Columns).SelectMany(c => c.Sources).Select(s => s.Field)
        .Where(f => f.IsFile && f.Object == stage).Distinct();

    /// <summary>What all jobs together put into a column. Nothing has none: where no column flows in, the origins say why.</summary>
    public ColumnLineage Of(FieldName field)
    {
        if (field.IsFile) return new(field, [], Origins.External);
        if (catalog.Find<StreamObject>(field.Object) is { } stream) return new(field, [new(field with { Object = stream.Source }, Ways.Identity)], Origins.None);

        var given = byTable[field.Object].SelectMany(j => j.Columns).Where(c => c.Column.Column == field.Column).ToList();
        var flow = Flow.Union(given.Select(g => FlowOf(g.Sources, g.Origins))).At(field.Path);
        return ColumnLineage.Of(field, given.Count > 0 ? flow : Flow.Of(Ungiven(field)));
    }

    /// <summary>By what the jobs that fill an object decide which rows there are.</summary>
    public EquatableArray<SourceColumn> RowsOf(QualifiedName name) =>
        ColumnLineage.Listed(Flow.Union(byTable[name].Select(j => FlowOf(j.Rows, Origins.None))));

    /// <summary>The columns into which a field flows directly, or which it decides; of JSON, also its parts and what it is a part of.</summary>
    public IEnumerable<(FieldName Target, Ways Ways)> Readers(FieldName field) => bySource[field.Whole]
        .Where(e => IsWithin(e.Source.Field.Path, field.Path) || IsWithin(field.Path, e.Source.Field.Path))
        .Select(e => (Target: e.Column.Column.At(e.Source.Ways == Ways.Identity && IsWithin(field.Path, e.Source.Field.Path) ? Rest(field.Path, e.Source.Field.Path) : ""), e.Source.Ways))
        .GroupBy(e => e.Target).Select(g => (g.Key, g.Aggregate(Ways.None, (all, e) => all | e.Ways)))
        .OrderBy(e => e.Item2.Contribution()).ThenBy(e => e.Key.ToString(), StringComparer.Ordinal);

    /// <summary>The objects whose rows the field decides.</summary>
    public IEnumerable<(QualifiedName Object, Ways Ways)> RowsDecidedBy(FieldName field) => Jobs
        .SelectMany(j => j.Rows.Where(s => s.Field.Whole == field.Whole && IsWithin(s.Field.Path, field.Path)).Select(s => (j.Table, s.Ways)))
        .GroupBy(e => e.Table).Select(g => (g.Key, g.Aggregate(Ways.None, (all, e) => all | e.Ways)));

    /// <summary>The queries and loads of an object of a complete catalog.</summary>
    internal static IEnumerable<JobLineage> JobsOf(CompiledCatalog catalog, CatalogObject item) => item switch
    {
        ViewObject view => [Query(view.Name, QueryLineage.Of(catalog, view.Query))],
        DynamicTableObject table => [Query(table.Name, QueryLineage.Of(catalog, table.Query))],
        CalendarObject calendar => [Query(calendar.Name, QueryLineage.Of(catalog, calendar.Query))],
        TableObject table => table.Loads.SelectMany(l => Load(catalog, table, l)),
        _ => [],
    };

    private static JobLineage Query(QualifiedName name, RowSet rows) => JobLineage.Of(name, name, rows.Names.Select(n => (n, rows[n])), rows.Rows);

    // The load's query says how each of its columns comes about; the statements say what the load adds to it.
    private static IEnumerable<JobLineage> Load(CompiledCatalog catalog, TableObject table, LoadDefinition load)
    {
        var said = QueryLineage.Of(catalog, load.Query);
        foreach (var (target, columns, rows) in LoadLineage.Of(catalog, LoadLowering.Lower(catalog, table, load)))
        {
            // The ledger counts all that the run did: it tells of the run, not of a column.
            if (target == PlatformTables.LoadRuns(catalog) || target == PlatformTables.LoadOffsets(catalog) || target == PlatformTables.QualityMetrics(catalog)) continue;
            var order = catalog.Find<TableObject>(target)?.Columns ?? [];
            var isOwn = target == table.Name;
            var all = isOwn ? rows.And(said.Rows).Without(target) : rows;
            yield return JobLineage.Of(
                LoadLowering.ProcedureOf(table.Name), target,
                order.Where(c => columns.ContainsKey(c.Name)).Select(c => (c.Name, isOwn && said.Names.Contains(c.Name) ? Said(said[c.Name].Without(target), columns[c.Name]) : columns[c.Name])),
                all) with { Streams = load.Streams };
        }
    }

    // What the query says of a column holds; of what else flows in, the columns that the query doesn't name.
    private static Flow Said(Flow said, Flow ran) => said.And(Flow.Union(ran.Fields.Where(f => !said.Fields.ContainsKey(f.Key)).Select(f => Flow.Of(f.Key).Through(f.Value))));

    private static Flow FlowOf(IEnumerable<SourceColumn> sources, Origins origins) =>
        Flow.Union(sources.Select(s => Flow.Union(s.Ways.Single().Select(w => Flow.Of(s.Field).Through(w)))).Append(Flow.Of(origins)));

    private Origins Ungiven(FieldName field)
    {
        if (field.Column.StartsWith("METADATA$", StringComparison.Ordinal)) return Origins.Generated;
        var column = ColumnsOf(field.Object).FirstOrDefault(c => c.Name == field.Column);
        return column is null || AccountViews.Has(field.Object) ? Origins.External
            : (column.Roles & ColumnRoles.SurrogateKey) != 0 ? Origins.Sequence
            : (column.Roles & ColumnRoles.LoadTime) != 0 ? Origins.Audit
            : catalog.Find(field.Object)?.ClassName.Length == 0 ? Origins.Audit
            : Origins.External;
    }

    private static bool IsWithin(string path, string whole) =>
        whole.Length == 0 || path == whole || (path.StartsWith(whole, StringComparison.Ordinal) && path[whole.Length] is '.' or '[');

    private static string Rest(string path, string whole) => path.Substring(whole.Length).TrimStart('.');
}
