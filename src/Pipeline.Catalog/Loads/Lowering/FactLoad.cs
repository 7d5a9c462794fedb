namespace Pipeline.Catalog;

/// <summary>Loads a fact: looks up its keys as of its own time, then inserts or corrects each row by its grain.</summary>
internal static class FactLoad
{
    public static string RuleOf(BatchLookup lookup) => lookup.Column.Name + " lookup";

    /// <summary>Before the counting: what the lookups decide.</summary>
    public static IEnumerable<Statement> Resolve(LoadContext context, BatchSteps batch)
    {
        foreach (var lookup in batch.Query.Lookups)
        {
            var isMissing = Make.And(
                batch.IsLoaded("batch"), Make.And(lookup.Matches.Select(m => Make.IsNotNull(BatchColumns.Of("batch", m.Value)))),
                new ExistsExpression(AnyMember(lookup), Negated: true));
            switch (lookup.Column.ForeignKey?.Missing)
            {
                case Missing.Infer when lookup.Dimension is DimensionObject dimension:
                    yield return Infer(context, dimension, lookup, isMissing);
                    break;
                case Missing.Reject:
                    yield return new UpdateStatement(
                        $"Set aside what refers to no member of {lookup.Dimension.Name}.", context.BatchSource("batch"),
                        [
                            new(BatchColumns.Disposition.Name, Literal.Text(BatchColumns.Reject)),
                            new(BatchColumns.Rule.Name, Literal.Text(RuleOf(lookup))),
                        ],
                        null, isMissing);
                    break;
            }
        }
    }

    public static IEnumerable<Statement> Lower(LoadContext context, BatchSteps batch)
    {
        var target = context.Target;
        var set = batch.Query.Columns.ToList();
        var values = set.Where(c => !context.Key.Contains(c)).ToList();
        var joins = new List<Join>();
        var projections = new List<Projection>();
        foreach (var column in set)
        {
            if (batch.Query.Lookups.FirstOrDefault(l => l.Column == column) is { } lookup)
            {
                var alias = lookup.Column.Name.ToLowerInvariant();
                joins.Add(new(JoinKind.Left, new ObjectSource(alias, lookup.Dimension.Name), Matches(alias, lookup)));
                projections.Add(new(column.Name, Make.Coalesce(Make.Column(alias, SurrogateKeyOf(lookup.Dimension)) with { Nullable = true }, Literal.Integer(-1))));
            }
            else
            {
                projections.Add(new(column.Name, Make.Column("batch", column)));
            }
        }

        var rows = new SelectQuery(projections.ToEquatableArray())
        {
            From = context.BatchSource("batch"), Joins = joins.ToEquatableArray(), Where = batch.IsLoaded("batch"),
        };
        if (context.Load.Mode != LoadMode.Merge || context.Key.Count == 0)
        {
            var assignments = set.Select(c => c.Name).Concat(KeyedLoad.Generated(target, set).Select(a => a.Column));
            yield return new InsertStatement(
                "Add the rows with the keys of their members.", context.TargetSource(), assignments.ToEquatableArray(),
                rows with { Columns = projections.Concat(KeyedLoad.Generated(target, set).Select(a => new Projection(a.Column, a.Value))).ToEquatableArray() },
                Overwrite: context.Load.Mode == LoadMode.Replace)
            {
                CountInto = LoadVariables.RowsInserted.Name,
            };
            yield break;
        }

        var loadTimes = target.With(ColumnRoles.LoadTime).Where(c => !set.Contains(c)).Select(c => new Assignment(c.Name, LoadVariables.StartedAt)).ToList();
        yield return new MergeStatement(
            "Insert new facts and correct known ones by their grain, with the keys of the members as of the fact's own time; -1 is the unknown member.",
            context.TargetSource(), new SubquerySource("source", rows),
            Make.And(context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("source", k)))))
        {
            Matched = values.Count == 0 ? [] :
            [
                new(
                    "Correct what changed; a replay changes nothing.",
                    Make.Or(values.Select(c => Make.Distinct(Make.Column("target", c), Make.Column("source", c)))),
                    values.Select(c => new Assignment(c.Name, Make.Column("source", c))).Concat(loadTimes).ToEquatableArray()),
            ],
            NotMatched = new(
                "A fact that is new.", null,
                set.Select(c => new Assignment(c.Name, Make.Column("source", c))).Concat(KeyedLoad.Generated(target, set)).ToEquatableArray()),
            CountInsertedInto = LoadVariables.RowsInserted.Name,
            CountUpdatedInto = values.Count == 0 ? null : LoadVariables.RowsUpdated.Name,
        };
    }

    // The one row of the dimension: its key, and the version that was valid at the time, or that is now.
    private static Expression Matches(string alias, BatchLookup lookup)
    {
        var terms = lookup.Matches.Select(m => Make.Equal(Make.Column(alias, m.DimensionColumn), BatchColumns.Of("batch", m.Value))).ToList();
        var (from, to, current) = (
            lookup.Dimension.FirstWith(ColumnRoles.ValidFrom), lookup.Dimension.FirstWith(ColumnRoles.ValidTo), lookup.Dimension.FirstWith(ColumnRoles.IsCurrent));
        if (lookup.AsOf is { } asOf && from is not null && to is not null)
        {
            var time = BatchColumns.Of("batch", asOf);
            terms.Add(Make.Compare(BinaryOperator.GreaterOrEqual, time, Make.Column(alias, from)));
            terms.Add(Members.IsBefore(time, Make.Column(alias, to)));
        }
        else if (current is not null)
        {
            terms.Add(Make.Column(alias, current));
        }

        return Make.And(terms);
    }

    private static SelectQuery AnyMember(BatchLookup lookup) => new([new("SURROGATE_KEY", Make.Column("member", SurrogateKeyOf(lookup.Dimension)))])
    {
        From = new ObjectSource("member", lookup.Dimension.Name),
        Where = Make.And(lookup.Matches.Select(m => Make.Equal(Make.Column("member", m.DimensionColumn), BatchColumns.Of("batch", m.Value)))),
    };

    private static InsertStatement Infer(LoadContext context, DimensionObject dimension, BatchLookup lookup, Expression isMissing)
    {
        var assignments = Members.Placeholder(
            dimension, column => lookup.Matches.FirstOrDefault(m => m.DimensionColumn.Name == column.Name) is { } match ? BatchColumns.Of("batch", match.Value) : null,
            isInferred: true).ToList();
        return new(
            $"Open a member in {dimension.Name} for each key that it doesn't know yet; the real member will take its place.",
            new ObjectSource("dimension", dimension.Name), assignments.Select(a => a.Column).ToEquatableArray(),
            new SelectQuery(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
            {
                Distinct = true, From = context.BatchSource("batch"), Where = isMissing,
            })
        {
            CountInto = LoadVariables.RowsInferred.Name,
        };
    }

    private static Column SurrogateKeyOf(TableObject dimension) => dimension.FirstWith(ColumnRoles.SurrogateKey)
        ?? throw new UnsupportedLoadException($"{dimension.Name} has no surrogate key to look up; mark one column with [SurrogateKey].");
}
