namespace Pipeline.Catalog;

/// <summary>Loads a fact: looks up its keys as of its own time, then inserts or corrects each row by its grain.</summary>
internal static class FactLoad
{
    /// <summary>Before the counting: what the lookups decide.</summary>
    public static IEnumerable<Statement> Resolve(LoadContext context, BatchSteps batch)
    {
        foreach (var lookup in batch.Query.Lookups)
        {
            if (FactLookups.Rejects(lookup)) yield return SetAside(context, batch, lookup);
            if (lookup is { Column.ForeignKey.Missing: Missing.Infer, Dimension: DimensionObject dimension }) yield return Infer(context, batch, dimension, lookup);
        }
    }

    public static IEnumerable<Statement> Lower(LoadContext context, BatchSteps batch)
    {
        var target = context.Target;
        var set = batch.Query.Columns.ToList();
        if (context.Load.Mode != LoadMode.Merge || context.Key.Count == 0)
        {
            var rows = Rows(context, batch, set, batch.IsLoaded("batch"));
            var generated = KeyedLoad.Generated(target, set).ToList();
            yield return new InsertStatement(
                "Add the rows with the keys of their members.", context.TargetSource(), set.Select(c => c.Name).Concat(generated.Select(a => a.Column)).ToEquatableArray(),
                rows with { Columns = rows.Columns.Concat(generated.Select(a => new Projection(a.Column, a.Value))).ToEquatableArray() },
                Overwrite: context.Load.Mode == LoadMode.Replace)
            {
                CountInto = LoadVariables.RowsInserted.Name,
            };
            yield break;
        }

        if (target.Deletes != Deletes.Ignore && context.Stream is { } stream)
        {
            if (stream.ShowsInsertsAlone) throw new UnsupportedLoadException($"{target.Name} is to follow deletes, but {stream.Name} shows inserted rows alone: make it a stream of all changes, or say Deletes = Deletes.Ignore.");
            if (!batch.HasDeletes || !DriverGrain.IsKeyOfDriver(context))
            {
                throw new UnsupportedLoadException(
                    $"{target.Name} is to follow deletes, but may have several rows of {stream.Source} for a fact, of which one remains: make each [BusinessKey] of {stream.Source} a part of the [Grain], or say Deletes = Deletes.Ignore.");
            }
        }

        yield return new FactMerge(context, batch).Lower();
        if (FactRekeying.Merge(context, batch) is { } rekey) yield return rekey;
        foreach (var statement in FactRekeying.Orphans(context, batch)) yield return statement;
        foreach (var statement in FactSnapshot.Lower(context, batch)) yield return statement;
    }

    /// <summary>The rows of the batch with the keys of their members.</summary>
    public static SelectQuery Rows(LoadContext context, BatchSteps batch, IEnumerable<Column> columns, Expression where)
    {
        var joins = new List<Join>();
        var projections = new List<Projection>();
        foreach (var column in columns)
        {
            if (batch.Query.Lookups.FirstOrDefault(l => l.Column == column) is { } lookup)
            {
                var alias = column.Name.ToLowerInvariant();
                joins.Add(new(JoinKind.Left, new ObjectSource(alias, lookup.Dimension.Name), FactLookups.Matches(alias, lookup)));
                projections.Add(new(column.Name, FactLookups.Key(alias, lookup)));
            }
            else
            {
                projections.Add(new(column.Name, Make.Column("batch", column)));
            }
        }

        return new(projections.ToEquatableArray()) { From = context.BatchSource("batch"), Joins = joins.ToEquatableArray(), Where = where };
    }

    private static Expression IsReread => BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Rekey);

    private static UpdateStatement SetAside(LoadContext context, BatchSteps batch, BatchLookup lookup)
    {
        var isInferred = lookup.Column.ForeignKey?.Missing == Missing.Infer;
        var isMissing = isInferred ? FactLookups.HasNoKey(lookup)
            : FactLookups.IsGrain(lookup) ? Make.Or(FactLookups.HasNoKey(lookup), FactLookups.IsMissing(lookup))
            : FactLookups.IsMissing(lookup);
        return new(
            isInferred ? $"Set aside what names no member of {lookup.Dimension.Name}: its key is a part of the grain." : $"Set aside what refers to no member of {lookup.Dimension.Name}.",
            context.BatchSource("batch"),
            [
                new(BatchColumns.Disposition.Name, context.Rekeys
                    ? Make.Case([new(IsReread, Literal.Text(BatchColumns.Waiting))], Literal.Text(BatchColumns.Reject), SqlType.Text)
                    : Literal.Text(BatchColumns.Reject)),
                new(BatchColumns.Rule.Name, Literal.Text(FactLookups.RuleOf(lookup))),
            ],
            null, Make.And(context.Rekeys ? Make.Or(batch.IsLive("batch"), IsReread) : batch.IsLive("batch"), isMissing));
    }

    private static InsertStatement Infer(LoadContext context, BatchSteps batch, DimensionObject dimension, BatchLookup lookup)
    {
        var assignments = Members.Placeholder(
            dimension, Member.Unknown, column => lookup.Matches.FirstOrDefault(m => m.DimensionColumn.Name == column.Name) is { } match ? BatchColumns.Of("batch", match.Value) : null,
            isInferred: true).ToList();
        var isLive = context.Rekeys ? Make.Or(batch.IsLive("batch"), IsReread) : batch.IsLive("batch");
        return new(
            $"Open a member in {dimension.Name} for each key that it doesn't know yet; the real member will take its place.",
            new ObjectSource("dimension", dimension.Name), assignments.Select(a => a.Column).ToEquatableArray(),
            new SelectQuery(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
            {
                Distinct = true, From = context.BatchSource("batch"), Where = Make.And(isLive, FactLookups.IsMissing(lookup)),
            })
        {
            CountInto = LoadVariables.RowsInferred.Name,
        };
    }
}
