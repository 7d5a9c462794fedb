using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

internal sealed class DuckDbQueryWriter(ExpressionWriter expressions) : QueryWriter(DuckDbQuoting.Instance, expressions)
{
    // Temporary tables live in a catalog of their own, which has no schemas of ours.
    public override string ObjectName(ObjectSource source) =>
        source.IsBatch ? "temp." + Quoting.Identifier(source.Object.Name) : base.ObjectName(source);

    protected override string Days(DaysSource days)
    {
        _ = DaysIn(days);
        return "SELECT CAST(days.generate_series AS DATE) AS DAY\n"
            + $"FROM GENERATE_SERIES(DATE '{days.First}', DATE '{days.Last}', INTERVAL 1 DAY) AS days";
    }

    protected override string Numbers(NumbersSource numbers) =>
        FormattableString.Invariant($"SELECT numbers.range AS NUMBER\nFROM RANGE({numbers.First}, {numbers.First + numbers.Count}) AS numbers");

    protected override string AsOfJoin(Join join) =>
        "ASOF LEFT JOIN " + Write(join.Source) + "\n    ON "
        + Layout.Hang(Expressions.Write(join.On is null ? join.Match! : Make.And(join.On, join.Match!)));

    // JSON_EACH would take the members of an object too.
    protected override string Flatten(FlattenSource flatten, bool keepsEmpty)
    {
        var array = Expressions.Write(flatten.Array);
        return "LATERAL " + Layout.Block(
            "SELECT\n    element.value               AS VALUE,\n    CAST(element.key AS BIGINT) AS INDEX\n"
            + $"FROM JSON_EACH(CASE WHEN JSON_TYPE({array}) = 'ARRAY' THEN {array} END) AS element");
    }

    protected override string JoinFlatten(FlattenSource flatten, bool keepsEmpty) => keepsEmpty
        ? "LEFT JOIN " + Aliased(Flatten(flatten, keepsEmpty), flatten.Alias, null) + "\n    ON TRUE"
        : "CROSS JOIN " + Aliased(Flatten(flatten, keepsEmpty), flatten.Alias, null);
}
