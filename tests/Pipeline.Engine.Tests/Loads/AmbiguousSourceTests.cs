using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Loads;

namespace Pipeline.Engine.Tests.Loads;

public sealed class AmbiguousSourceTests
{
    [Fact]
    public void L07_several_source_rows_for_one_target_row_fail_as_on_snowflake()
    {
        using var session = Target("(1, 'a')");
        var error = Assert.Throws<EngineException>(() => new AmbiguousSource(session).Check(Merge(Row(1, "b"), Row(1, "c"))));
        Assert.StartsWith("S.T: duplicate row detected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_source_rows_of_a_key_that_the_target_lacks_are_no_error()
    {
        using var session = Target("(2, 'a')");
        new AmbiguousSource(session).Check(Merge(Row(1, "b"), Row(1, "c")));
    }

    [Fact]
    public void Several_source_rows_of_which_one_writes_are_no_error()
    {
        using var session = Target("(1, 'b')");
        new AmbiguousSource(session).Check(Merge(Row(1, "b"), Row(1, "c")));
    }

    private static DuckDbSession Target(string values)
    {
        var session = DuckDbSession.Open(null);
        session.Execute("CREATE SCHEMA S");
        session.Execute("CREATE TABLE S.T (ID BIGINT, V VARCHAR)");
        session.Execute($"INSERT INTO S.T VALUES {values}");
        return session;
    }

    private static MergeStatement Merge(Query first, Query second) => new(
        "Merge.", new("target", new("S", "T")), new SubquerySource("source", new SetQuery(SetOperator.UnionAll, first, second)),
        Make.Equal(Make.Column("target", "ID", SqlType.Int64), Make.Column("source", "ID", SqlType.Int64)))
    {
        Matched =
        [
            new("Changed.", Make.Distinct(Make.Column("target", "V", SqlType.Text), Make.Column("source", "V", SqlType.Text)),
                [new("V", Make.Column("source", "V", SqlType.Text))]),
        ],
    };

    private static SelectQuery Row(long id, string value) => new([new("ID", Literal.Integer(id)), new("V", Literal.Text(value))]);
}
