namespace Pipeline.Catalog;

/// <summary>The rows of a range, in a batch that stands in the place of the stream: each as if it had just been inserted.</summary>
internal sealed class RowsOfRange : StatementRewriter
{
    private const string Metadata = "METADATA$";
    private const string InRange = "ranged";
    private const string Read = "source";

    private readonly LoadContext context;
    private readonly QualifiedName batch;
    private readonly Column by;
    private readonly BackfillRange range;
    private readonly EquatableArray<Column> keys;

    public RowsOfRange(LoadContext context, Column by, BackfillRange range, EquatableArray<Column> keys)
    {
        this.context = context;
        this.by = by;
        this.range = range;
        this.keys = keys;
        batch = new(context.Target.Name.Schema, context.Target.Name.Name + "_RANGE");
    }

    private IEnumerable<Column> Columns => context.DriverTable!.Columns;

    public CreateBatchStatement Create() => new(
        $"The rows of {context.DriverTable!.Name} that are loaded again, in the place of {context.Stream!.Name.Name}.", batch,
        Columns.Select(c => new BatchColumn(c.Name, c.Type)).Concat([Named("ACTION", SqlType.Text), Named("ISUPDATE", SqlType.Boolean), Named("ROW_ID", SqlType.Text)]).ToEquatableArray());

    public InsertStatement Fill()
    {
        var number = Make.RowNumber([], [new(Make.Column(Read, by))]);
        var values = Columns.Select(c => new Projection(c.Name, Make.Column(Read, c))).Concat(
        [
            new(Named("ACTION", SqlType.Text).Name, Literal.Text(BatchColumns.Insert)),
            new(Named("ISUPDATE", SqlType.Boolean).Name, Make.False),
            new(Named("ROW_ID", SqlType.Text).Name, new CastExpression(number, SqlType.Text)),
        ]).ToEquatableArray();
        var until = range.Until is { } end ? $" before {Text(end)}" : "";
        return new(
            $"Read the rows of the range, {by.Name} from {Text(range.From)}{until}" + (keys.Count == 0 ? "; no stream is read." : ", and all others of their keys; no stream is read."),
            new ObjectSource("range", batch, IsBatch: true), values.Select(v => v.Name).ToEquatableArray(),
            new SelectQuery(values) { From = new ObjectSource(Read, context.DriverTable!.Name), Where = keys.Count == 0 ? IsIn(Read) : OfTouchedKey() });
    }

    public override Source Rewrite(Source source) =>
        source is StreamSource stream && stream.Stream == context.Stream!.Name ? new ObjectSource(stream.Alias, batch, IsBatch: true) : base.Rewrite(source);

    // A table of its own can't have columns of a stream's names.
    public override Expression Rewrite(Expression expression) => expression is ColumnReference column && column.Column.StartsWith(Metadata, StringComparison.Ordinal)
        ? column with { Column = Named(column.Column.Substring(Metadata.Length), column.Type).Name }
        : base.Rewrite(expression);

    private static BatchColumn Named(string metadata, SqlType type) => new("CHANGE_" + metadata, type);

    private ExistsExpression OfTouchedKey() => new(
        new SelectQuery([new(by.Name, Make.Column(InRange, by))])
        {
            From = new ObjectSource(InRange, context.DriverTable!.Name),
            Where = Make.And(keys.Select(k => Same(Make.Column(InRange, k), Make.Column(Read, k))).Append(IsIn(InRange))),
        },
        Negated: false);

    private static Expression Same(Expression left, Expression right) =>
        left.Nullable ? new BinaryExpression(BinaryOperator.NotDistinct, left, right, SqlType.Boolean, false) : Make.Equal(left, right);

    private Expression IsIn(string alias)
    {
        var from = Make.Compare(BinaryOperator.GreaterOrEqual, Make.Column(alias, by), Moment(range.From));
        return range.Until is { } until ? Make.And(from, Make.Compare(BinaryOperator.LessThan, Make.Column(alias, by), Moment(until))) : from;
    }

    private static Literal Moment(DateTime time) => new(time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture), SqlType.Timestamp);

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
