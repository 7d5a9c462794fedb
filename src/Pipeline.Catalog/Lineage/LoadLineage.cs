namespace Pipeline.Catalog.Lineage;

/// <summary>Follows the values through the statements of a lowered load: its batches, what it writes, and what it adds by itself.</summary>
/// <remarks>
/// These are the statements that run, so that keys that are looked up, versions that are opened and closed and values that are carried along need no rule of their own.
/// Statements run in order and once, also those that are left out where they would find nothing; a batch gathers what each of them puts into it.
/// </remarks>
internal sealed class LoadLineage
{
    private readonly CompiledCatalog catalog;
    private readonly Dictionary<QualifiedName, Written> written = [];
    private readonly Dictionary<string, Flow> variables = new(StringComparer.Ordinal);

    private LoadLineage(CompiledCatalog catalog)
    {
        this.catalog = catalog;
    }

    /// <summary>What the load puts into each stored table, by the table.</summary>
    public static IEnumerable<(QualifiedName Table, Dictionary<string, Flow> Columns, Flow Rows)> Of(CompiledCatalog catalog, LoweredLoad load)
    {
        var lineage = new LoadLineage(catalog);
        foreach (var statement in load.Prepare.Concat(load.Transaction)) lineage.Follow(statement);
        return lineage.written.Where(w => !w.Value.IsBatch)
            .Select(w => (w.Key, w.Value.Columns.ToDictionary(c => c.Key, c => c.Value.Without(w.Key), StringComparer.Ordinal), w.Value.Rows.Without(w.Key)));
    }

    private void Follow(Statement statement)
    {
        switch (statement)
        {
            case CreateBatchStatement create:
                written[create.Batch] = new(IsBatch: true);
                foreach (var column in create.Columns) written[create.Batch].Columns[column.Name] = Flow.None;
                break;
            case InsertStatement insert: Insert(insert); break;
            case UpdateStatement update: Update(update); break;
            case DeleteStatement delete: Delete(delete); break;
            case MergeStatement merge: Merge(merge); break;
            case SetVariablesStatement set:
                var value = Queries().Of(set.Query, null);
                for (var i = 0; i < set.Variables.Count; i++) variables[set.Variables[i]] = value[value.Names[i]].And(value.Rows);
                break;
            case RaiseStatement: break;
            default: throw new ArgumentOutOfRangeException(nameof(statement), statement.GetType().Name, "A statement of an unknown kind.");
        }
    }

    private void Insert(InsertStatement insert)
    {
        var rows = Queries().Of(insert.Query, null);
        var target = Target(insert.Target);
        for (var i = 0; i < insert.Columns.Count; i++) target.Add(insert.Columns[i], rows[rows.Names[i]]);
        target.AddRows(rows.Rows);
    }

    private void Update(UpdateStatement update)
    {
        var (queries, scope, target) = Begin(update.Target, update.From);
        target.AddRows(queries.Of(Decisive(update.Where, update.Target, update.Assignments), scope).Through(Ways.Filter));
        Assign(target, update.Assignments, queries, scope);
    }

    private void Delete(DeleteStatement delete)
    {
        var (queries, scope, target) = Begin(delete.Target, delete.Using);
        target.AddRows(queries.Of(delete.Where, scope).Through(Ways.Filter));
    }

    private void Merge(MergeStatement merge)
    {
        var (queries, scope, target) = Begin(merge.Target, merge.Source);
        target.AddRows(queries.Of(merge.On, scope).Through(Ways.Join));
        foreach (var matched in merge.Matched)
        {
            if (matched.Condition is not null) target.AddRows(queries.Of(Decisive(matched.Condition, merge.Target, matched.Assignments), scope).Through(Ways.Filter));
            Assign(target, matched.Assignments, queries, scope);
        }

        if (merge.NotMatched is not { } insert) return;
        if (insert.Condition is not null) target.AddRows(queries.Of(insert.Condition, scope).Through(Ways.Filter));
        Assign(target, insert.Values, queries, scope);
    }

    private (QueryLineage Queries, LineageScope Scope, Written Target) Begin(ObjectSource target, Source? source)
    {
        var queries = Queries();
        var scope = new LineageScope(null);
        scope.Add(target.Alias, queries.Of(target, scope));
        if (source is null) return (queries, scope, Target(target));

        var read = queries.Of(source, scope);
        scope.Add(source.Alias, read);
        Target(target).AddRows(read.Rows);
        return (queries, scope, Target(target));
    }

    private static void Assign(Written target, IEnumerable<Assignment> assignments, QueryLineage queries, LineageScope scope)
    {
        foreach (var (column, flow) in assignments.Select(a => (a.Column, queries.Of(a.Value, scope))).ToList()) target.Add(column, flow);
    }

    // That an update leaves alone what it wouldn't change decides nothing.
    private static Expression Decisive(Expression condition, ObjectSource target, IEnumerable<Assignment> assignments) =>
        new ChangeTests(target.Alias, assignments).Rewrite(condition);

    private QueryLineage Queries() => new(catalog, Batch, name => variables.TryGetValue(name, out var flow) ? flow : Flow.Of(Origins.Audit));

    private RowSet Batch(QualifiedName name) => written.TryGetValue(name, out var batch)
        ? RowSet.Of(batch.Columns.Select(c => (c.Key, c.Value)).ToList(), batch.Rows)
        : throw new InvalidOperationException($"A load reads {name} before it makes it.");

    private Written Target(ObjectSource target)
    {
        if (!written.TryGetValue(target.Object, out var table)) written[target.Object] = table = new(target.IsBatch);
        return table;
    }

    private sealed record Written(bool IsBatch)
    {
        public Dictionary<string, Flow> Columns { get; } = new(StringComparer.Ordinal);

        public Flow Rows { get; private set; } = Flow.None;

        public void Add(string column, Flow flow) => Columns[column] = Columns.TryGetValue(column, out var known) ? known.And(flow) : flow;

        public void AddRows(Flow flow) => Rows = Rows.And(flow);
    }
}
