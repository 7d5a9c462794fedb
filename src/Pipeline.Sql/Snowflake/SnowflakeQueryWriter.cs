using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal sealed class SnowflakeQueryWriter(ExpressionWriter expressions) : QueryWriter(SnowflakeQuoting.Instance, expressions)
{
    // SEQ4 may leave gaps, so the rows are numbered.
    protected override string Days(DaysSource days) =>
        $"SELECT DATEADD('DAY', ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1, DATE '{days.First}') AS DAY\n"
        + $"FROM TABLE(GENERATOR(ROWCOUNT => {DaysIn(days).ToString(CultureInfo.InvariantCulture)}))";

    protected override string Flatten(FlattenSource flatten, bool keepsEmpty) =>
        $"LATERAL FLATTEN(INPUT => {Expressions.Write(flatten.Array)}{(keepsEmpty ? ", OUTER => TRUE" : "")}, MODE => 'ARRAY')";

    protected override string JoinFlatten(FlattenSource flatten, bool keepsEmpty) =>
        "CROSS JOIN " + Aliased(Flatten(flatten, keepsEmpty), flatten.Alias, null);
}
