using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal sealed class SnowflakeQueryWriter(ExpressionWriter expressions) : QueryWriter(SnowflakeQuoting.Instance, expressions)
{
    // What Snowflake keeps of the account lies in a database of its own.
    public override string ObjectName(ObjectSource source) => AccountViews.Has(source.Object) ? "SNOWFLAKE." + Quoting.Name(source.Object) : base.ObjectName(source);

    // SEQ4 may leave gaps, so the rows are numbered.
    protected override string Days(DaysSource days) =>
        $"SELECT DATEADD('DAY', ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1, DATE '{days.First}') AS DAY\n"
        + $"FROM TABLE(GENERATOR(ROWCOUNT => {DaysIn(days).ToString(CultureInfo.InvariantCulture)}))";

    protected override string Numbers(NumbersSource numbers) =>
        "SELECT ROW_NUMBER() OVER (ORDER BY SEQ4())" + From(numbers.First - 1) + " AS NUMBER\n"
        + FormattableString.Invariant($"FROM TABLE(GENERATOR(ROWCOUNT => {numbers.Count}))");

    private static string From(long offset) => offset == 0 ? "" : FormattableString.Invariant($" {(offset < 0 ? '-' : '+')} {Math.Abs(offset)}");

    // A row that finds none is kept, with nulls.
    protected override string AsOfJoin(Join join) =>
        "ASOF JOIN " + Write(join.Source) + "\n    MATCH_CONDITION (" + Layout.Hang(Expressions.Write(join.Match!)) + ")"
        + (join.On is null ? "" : "\n    ON " + Layout.Hang(Expressions.Write(join.On)));

    protected override string Flatten(FlattenSource flatten, bool keepsEmpty) =>
        $"LATERAL FLATTEN(INPUT => {Expressions.Write(flatten.Array)}{(keepsEmpty ? ", OUTER => TRUE" : "")}, MODE => 'ARRAY')";

    protected override string JoinFlatten(FlattenSource flatten, bool keepsEmpty) =>
        "CROSS JOIN " + Aliased(Flatten(flatten, keepsEmpty), flatten.Alias, null);
}
