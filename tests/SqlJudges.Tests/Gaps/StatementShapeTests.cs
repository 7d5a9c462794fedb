using SqlJudges.Tests.Gaps;

namespace SqlJudges.Tests;

public sealed class StatementShapeTests
{
    [Theory]
    [InlineData("CREATE TAG IF NOT EXISTS GOV.PII COMMENT = 'pii'", "CREATE TAG IF NOT EXISTS <name> COMMENT = <text>")]
    [InlineData("GRANT SELECT ON A.B TO ROLE R", "GRANT SELECT ON <name> TO ROLE <name>")]
    [InlineData("SELECT a, b, c FROM t", "SELECT <name> FROM <name>")]
    [InlineData("ALTER TASK T SET A_FLAG = TRUE", "ALTER TASK <name> SET A_FLAG = <boolean>")]
    [InlineData("CREATE TASK T AFTER A.B, C.D, E AS SELECT 1", "CREATE TASK <name> AFTER <name> AS SELECT <number>")]
    [InlineData("F(1, 2, 3, x)", "<name> (<number>, <name>)")]
    [InlineData(
        "CREATE TABLE A.T (X VARCHAR(10) NOT NULL, Y VARCHAR(20) NOT NULL, Z NUMBER(12,2))",
        "CREATE TABLE <name> (<name> VARCHAR (<number>) NOT NULL, <name> NUMBER (<number>))")]
    public void A_shape_has_no_names_no_literals_and_no_repetition(string sql, string shape) =>
        Assert.Equal(shape, StatementShape.Of(sql));

    [Fact]
    public void An_option_is_kept_even_if_it_is_unknown() =>
        Assert.Equal("ALTER WAREHOUSE <name> SET AUTO_SUPSEND = <number>", StatementShape.Of("ALTER WAREHOUSE W SET AUTO_SUPSEND = 60"));

    [Fact]
    public void Another_option_is_another_shape() =>
        Assert.NotEqual(StatementShape.Of("ALTER TASK T RESUME"), StatementShape.Of("ALTER TASK T SUSPEND"));
}
