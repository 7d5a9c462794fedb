namespace Pipeline.Catalog;

/// <summary>Rewrites a load's query so that no row of the driver is lost sight of: checks become columns, and each row keeps its origin.</summary>
/// <param name="context">The load.</param>
/// <param name="reading">Where the driver is read; elsewhere than in its stream, in steps of other names.</param>
internal sealed class BatchQueryBuilder(LoadContext context, BatchReading reading = BatchReading.Stream)
{
    private readonly bool history = reading == BatchReading.Table;
    private readonly List<CommonTable> rewritten = [];
    private readonly List<(string Rule, string Reason, Func<string, Expression> Missing)> checks = [];
    private readonly List<string> hidden = [];
    private readonly List<BatchColumn> hiddenColumns = [];
    private readonly List<BatchColumn> tieBreak = [];
    private readonly List<BatchLookup> lookups = [];
    private bool canDrop;
    private bool ranked;
    private bool changesKeys;
    private bool unfolds;
    private int checkNumber;

    /// <summary>The hidden column that numbers the rows of a key that the model itself asked to reduce; 1 is kept.</summary>
    internal static readonly BatchColumn Rank = new("BATCH_RANK", SqlType.Int64);

    /// <summary>The hidden columns of the rows' step that the batch keeps.</summary>
    public IReadOnlyList<BatchColumn> Hidden => hiddenColumns;

    public bool IsRanked => ranked;

    private string Prefix => reading switch { BatchReading.Table => "HISTORY_", BatchReading.FormerImages => "FORMER_", _ => "" };

    public BatchQuery Build()
    {
        var outermost = Outermost(context.Load.Query);
        var (path, traced) = DriverPath.Find(outermost);
        var onPath = path.Where(s => s.Name is not null).ToDictionary(s => s.Name!, s => s.Query);
        canDrop = !traced;
        changesKeys = traced && reading == BatchReading.Stream && KeyChanges.MayHappen(context, path);

        var steps = new Dictionary<string, SelectQuery>();
        for (var i = path.Count - 1; i >= 0; i--)
        {
            var outer = path.Take(i).Select(s => s.Query).ToList();
            steps[path[i].Name ?? ""] = Step(path[i].Query, isInnermost: i == path.Count - 1, traced, outer, isOutermost: i == 0);
        }

        foreach (var table in outermost.With)
        {
            var query = onPath.ContainsKey(table.Name) ? steps[table.Name] : Plain.Strip(table.Query);
            rewritten.Add(table with { Name = Prefix + table.Name, Query = Renamed(query) });
        }

        var rows = Prefix + "READ_ROWS";
        rewritten.Add(new(rows, Renamed(steps[""])) { Comment = reading switch
        {
            BatchReading.Table when context.Target is FactObject => "The rows of the driver's table, read as the batch was.",
            BatchReading.Table => "Every event of the keys, read as the batch was.",
            BatchReading.FormerImages => "What updates replaced, read as the batch was.",
            _ => "The rows as the target wants them.",
        } });

        var columns = context.Target.Columns.Where(c => outermost.Columns.Any(p => p.Name == c.Name)).ToEquatableArray();
        if (changesKeys)
        {
            var kept = ((SelectQuery)rewritten[rewritten.Count - 1].Query).Columns.Select(c => new Projection(c.Name, Make.Column(BatchQuery.Alias, c.Name, c.Value.Type, c.Value.Nullable)));
            rewritten.Add(new(KeyChanges.Step, KeyChanges.Keep(context, rows, kept)) { Comment = "What an update replaced counts where it changed the key, or the query leaves the new row out: as a delete of the old one." });
            rows = KeyChanges.Step;
        }

        return new(
            rewritten.ToEquatableArray(), rows, columns, RowChecks(outermost).ToEquatableArray(), tieBreak.ToEquatableArray(),
            lookups.ToEquatableArray(), canDrop, traced, ranked) { ChangesKeys = changesKeys, Unfolds = unfolds && traced };
    }

    private static SelectQuery Outermost(Query query)
    {
        if (query is SelectQuery select) return select;

        var first = query;
        while (first is SetQuery set) first = set.Left;
        var columns = ((SelectQuery)first).Columns;
        return new SelectQuery(columns.Select(c => new Projection(c.Name, Make.Column("united", c.Name, c.Value.Type, c.Value.Nullable))).ToEquatableArray())
        {
            With = query.With.Append(new("UNITED", query with { With = [] })).ToEquatableArray(),
            From = new CommonTableSource("united", "UNITED"),
        };
    }

    private SelectQuery Step(SelectQuery query, bool isInnermost, bool traced, IReadOnlyList<SelectQuery> outer, bool isOutermost)
    {
        var from = query.From?.Alias ?? "";
        var inner = checks.Select(c => c.Missing(from)).ToList();
        canDrop |= query.Where is not null || query.Joins.Any(j => j.Kind is JoinKind.Inner or JoinKind.Right or JoinKind.Cross);
        unfolds |= query.Joins.Any(j => j.Source is FlattenSource or ValuesSource or NumbersSource or DaysSource);

        var projections = new List<Projection>();
        var added = new List<Projection>();
        if (isInnermost && traced) added.AddRange(Origin((StreamSource)query.From!));
        else if (!isInnermost) added.AddRange(hiddenColumns.Select(h => new Projection(h.Name, BatchColumns.Of(from, h))));

        // What an inner step asked for has its own name there; from here on it goes by a number.
        CarryChecks(from, added);

        // A document is looked at before its elements.
        var elements = new List<(Expression IsThere, IReadOnlyList<Expression> Rejected)>();
        var joins = query.Joins.Select(j => Elements(j, inner, added, elements)).ToEquatableArray();
        foreach (var column in query.Columns) projections.AddRange(Column(column, isOutermost, added));
        var where = Where(query, inner, added);
        foreach (var (isThere, rejected) in elements)
        {
            if (where is not null) where = Make.Or(rejected.Where(r => !inner.Contains(r)).Prepend(where));
            where = Conjoin(Make.Or(rejected.Prepend(isThere)), where);
        }

        var source = query.From;
        if (isInnermost && traced)
        {
            where = Conjoin(Images((StreamSource)query.From!), where);
            if (history) source = new ObjectSource(query.From!.Alias, context.Stream!.Source);
        }

        var qualify = query.Qualify;
        if (LatestRank(query) is { } rank && !ranked && !outer.Any(HasWindow))
        {
            ranked = true;
            qualify = null;
            Add(added, Rank, rank);
        }

        canDrop |= qualify is not null;
        return query with
        {
            With = [], Columns = projections.Concat(added).ToEquatableArray(), From = source, Where = where, Qualify = qualify,
            Joins = joins.Select(j => j with { Source = Plain.Instance.Rewrite(j.Source), On = j.On is null ? null : Plain.Strip(j.On), Match = j.Match is null ? null : Plain.Strip(j.Match) }).ToEquatableArray(),
        };
    }

    // Where the row came from, and what orders it among its like.
    private IEnumerable<Projection> Origin(StreamSource stream)
    {
        var added = new List<Projection>();
        if (!history)
        {
            Add(added, BatchColumns.RowId, Make.Column(stream.Alias, "METADATA$ROW_ID", SqlType.Text));
            if (context.TakesDeletes) Add(added, BatchColumns.Action, Make.Column(stream.Alias, "METADATA$ACTION", SqlType.Text));
            if (changesKeys) Add(added, KeyChanges.IsFormer, Former(stream));
        }

        foreach (var column in TieBreakOf(context.DriverTable))
        {
            var order = new BatchColumn(BatchColumns.Order(tieBreak.Count + 1), column.Type);
            Add(added, order, Make.Column(stream.Alias, column));
            tieBreak.Add(order);
        }

        return added;
    }

    private static IEnumerable<Column> TieBreakOf(TableObject? table)
    {
        if (table is null) return [];
        var fromFile = table.Columns.Where(c => c.FromFile is FileFact.Name or FileFact.RowNumber).OrderBy(c => c.FromFile).ToList();
        return fromFile.Count > 0
            ? table.With(ColumnRoles.LoadTime).Concat(fromFile)
            : table.With(ColumnRoles.Sequence).Concat(table.With(ColumnRoles.BusinessKey)).Distinct();
    }

    // An update is a DELETE of the old and an INSERT of the new image; only a true delete is one on its own.
    private Expression? Images(StreamSource stream)
    {
        if (history || changesKeys || stream.AllChanges || context.Stream!.ShowsInsertsAlone) return null;
        var isUpdate = Make.Column(stream.Alias, "METADATA$ISUPDATE", SqlType.Boolean);
        if (reading == BatchReading.FormerImages) return Former(stream);
        var isInsert = Make.Equal(Make.Column(stream.Alias, "METADATA$ACTION", SqlType.Text), Literal.Text(BatchColumns.Insert));
        return context.TakesDeletes
            ? Make.Or(isInsert, Make.Not(isUpdate))
            : isInsert;
    }

    private static Expression Former(StreamSource stream) => Make.And(
        Make.Equal(Make.Column(stream.Alias, "METADATA$ACTION", SqlType.Text), Literal.Text(BatchColumns.Delete)),
        Make.Column(stream.Alias, "METADATA$ISUPDATE", SqlType.Boolean));

    private IEnumerable<Projection> Column(Projection column, bool isOutermost, List<Projection> added)
    {
        switch (column.Value)
        {
            case KeyLookup lookup when isOutermost:
                Lookup(column.Name, lookup, added);
                yield break;
            case Rejectable whole:
                var (operand, nested) = RejectableStripper.Strip(whole.Operand);
                AddChecks(column.Name, nested, added);
                checks.Add((column.Name, whole.Reason ?? $"{column.Name} is missing or can't be read", source => Make.IsNull(new ColumnReference(source, column.Name, operand.Type, true))));
                yield return column with { Value = operand };
                yield break;
            default:
                var (stripped, found) = RejectableStripper.Strip(column.Value);
                AddChecks(column.Name, found, added);
                yield return column with { Value = stripped };
                yield break;
        }
    }

    private void AddChecks(string column, IReadOnlyList<(Rejectable Value, Expression Missing)> found, List<Projection> added)
    {
        foreach (var (value, missing) in found)
        {
            var flag = new BatchColumn(BatchColumns.Check(++checkNumber), SqlType.Boolean);
            Add(added, flag, missing);
            checks.Add((column, value.Reason ?? $"a part of {column} is missing or can't be read", source => BatchColumns.Of(source, flag)));
        }
    }

    private void CarryChecks(string from, List<Projection> added)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            var (rule, reason, missing) = checks[i];
            if (missing(from) is not IsNullExpression condition) continue;
            var flag = new BatchColumn(BatchColumns.Check(++checkNumber), SqlType.Boolean);
            Add(added, flag, condition);
            checks[i] = (rule, reason, source => BatchColumns.Of(source, flag));
        }
    }

    // A row that will be rejected passes every later filter: it is kept aside, not dropped.
    private Expression? Where(SelectQuery query, IReadOnlyList<Expression> inner, List<Projection> added)
    {
        if (query.Where is null) return null;
        var (stripped, found) = RejectableStripper.Strip(query.Where);
        AddChecks("filter", found, added);
        return Make.Or(new[] { stripped }.Concat(inner.Select(i => i is ColumnReference ? Make.Coalesce(i, Make.False) : i)).Concat(found.Select(f => f.Missing)));
    }

    // A document that is rejected has no elements, and is kept aside all the same.
    private Join Elements(Join join, IReadOnlyList<Expression> inner, List<Projection> added, List<(Expression IsThere, IReadOnlyList<Expression> Rejected)> elements)
    {
        if (join is not { Kind: JoinKind.Cross, Source: FlattenSource flatten }) return join;
        var (array, found) = RejectableStripper.Strip(flatten.Array);
        AddChecks("elements", found, added);
        var rejected = inner.Select(i => i is ColumnReference ? Make.Coalesce(i, Make.False) : i).Concat(found.Select(f => f.Missing)).ToList();
        if (rejected.Count == 0) return join;
        elements.Add((Make.IsNotNull(new ColumnReference(flatten.Alias, "INDEX", SqlType.Int64, true)), rejected));
        return join with { Kind = JoinKind.Left, Source = flatten with { Array = array } };
    }

    private void Lookup(string name, KeyLookup lookup, List<Projection> added)
    {
        var column = context.Target.Columns.First(c => c.Name == name);
        var dimension = context.Catalog.Find<TableObject>(lookup.Dimension)
            ?? throw new UnsupportedLoadException($"'{name}' of {context.Target.Name} looks up {lookup.Dimension}, which the model doesn't have; declare it, or look up another.");

        BatchColumn Value(string suffix, Expression value)
        {
            var (stripped, found) = RejectableStripper.Strip(value);
            AddChecks(name, found, added);
            var hiddenColumn = new BatchColumn($"BATCH_{name}_{suffix}", stripped.Type);
            Add(added, hiddenColumn, stripped);
            return hiddenColumn;
        }

        var matches = lookup.Matches
            .Select(m => new BatchMatch(dimension.Columns.First(c => c.Name == m.Column), Value(m.Column, m.Value)))
            .ToEquatableArray();
        lookups.Add(new(column, dimension, matches, lookup.AsOf is null ? null : Value("AS_OF", lookup.AsOf)));
    }

    private IEnumerable<RowCheck> RowChecks(SelectQuery outermost)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        string Unique(string rule)
        {
            for (var i = 2; !names.Add(rule); i++) rule = rule.TrimEnd("0123456789 ".ToCharArray()) + " " + i;
            return rule;
        }

        foreach (var (rule, reason, missing) in checks) yield return new(Unique(rule), reason, missing(BatchQuery.Alias));
        foreach (var (column, value) in context.Target.Columns.Join(outermost.Columns, c => c.Name, p => p.Name, (c, p) => (c, p.Value)))
        {
            var read = new ColumnReference(BatchQuery.Alias, column.Name, value.Type, true);
            if (value is not (Rejectable or KeyLookup) && value.Nullable && !column.Nullable)
            {
                yield return new(Unique(column.Name), $"{column.Name} is missing", Make.IsNull(read));
            }

            if (column.Type is { Kind: SqlTypeKind.Text, Precision: > 0 and var length } && value.Type.Kind == SqlTypeKind.Text
                && value is not Literal && (value.Type.Precision == 0 || value.Type.Precision > length))
            {
                yield return new(
                    Unique(column.Name + " length"), $"{column.Name} is longer than {length} characters",
                    Make.Compare(BinaryOperator.GreaterThan, Make.Call("Length", SqlType.Int64, read), Literal.Integer(length)));
            }
        }

        if (ReservedKeys.Of(context.Target, outermost) is { } reserved) yield return reserved with { Rule = Unique(reserved.Rule) };

        foreach (var expectation in context.Target.Expectations.Where(e => e.OnViolation == OnViolation.Reject))
        {
            yield return new(
                Unique(expectation.Name), expectation.Comment ?? $"the row breaks {expectation.Name}",
                Make.Not(RowAlias.Replace(expectation.Condition, BatchQuery.Alias)));
        }
    }

    private void Add(List<Projection> added, BatchColumn column, Expression value)
    {
        if (!hidden.Contains(column.Name))
        {
            hidden.Add(column.Name);
            hiddenColumns.Add(column);
        }

        added.Add(new(column.Name, value));
    }

    private Query Renamed(Query query) => Prefix.Length > 0 ? new StepRenamer(Prefix).Rewrite(query) : query;

    private static Expression? Conjoin(Expression? left, Expression? right) => left is null ? right : right is null ? left : Make.And(left, right);

    internal static WindowCall? LatestRank(SelectQuery query) =>
        query.Qualify is BinaryExpression { Operator: BinaryOperator.Equal, Left: WindowCall { Function: "RowNumber" } rank, Right: Literal { Value: "1" } } ? rank : null;

    // Of the step alone: the steps that it reads stand in its WITH, and are asked for themselves.
    private static bool HasWindow(SelectQuery query) => query.Qualify is not null || WindowFinder.IsIn(query with { With = [] });
}
