namespace SqlJudges.Tests.Refusals;

public sealed class AccountRefusalsTests
{
    [Fact]
    public void No_emitted_file_has_what_accounts_refuse()
    {
        var files = EmittedSql.Models.SelectMany(EmittedSql.OfModel).Concat(EmittedSql.OfSnapshots()).ToArray();
        Assert.NotEmpty(files);
        var refusals = files.SelectMany(path => AccountRefusals.In(path, File.ReadAllText(RepositoryFolder.Of(path)))).ToArray();
        Assert.True(refusals.Length == 0, string.Join('\n', refusals));
    }

    [Theory]
    [InlineData("SELECT (SELECT MAX(A) FROM T) INTO :a;", "no INTO behind a query in the select list")]
    [InlineData("SELECT A FROM T UNION ALL SELECT B INTO :b FROM U;", "no INTO in a union")]
    [InlineData("SELECT A INTO :a FROM T UNION ALL SELECT B FROM U;", "no INTO in a union")]
    [InlineData("SELECT x.A FROM (SELECT A INTO :a FROM T) AS x;", "no INTO in a subquery")]
    [InlineData("SELECT A, B INTO :a, :a FROM T;", "no variable twice behind INTO")]
    [InlineData("INSERT INTO T SELECT :\"ä\";", "no variable in quotes")]
    [InlineData("GRANT OPERATE ON ALL PIPES IN SCHEMA S TO ROLE R;", "no grant on all pipes of a schema")]
    [InlineData("CREATE OR ALTER STREAM S ON TABLE T;", "no CREATE OR ALTER of STREAM")]
    [InlineData("AS\n$$\nBEGIN\n    SELECT (SELECT 1) INTO :a;\nEND;\n$$;", "no INTO behind a query in the select list")]
    public void What_accounts_refuse_is_told(string sql, string reason) =>
        Assert.EndsWith(": " + reason, Assert.Single(AccountRefusals.In("x.sql", sql)), StringComparison.Ordinal);

    [Theory]
    [InlineData("WITH c AS (SELECT A FROM T UNION ALL SELECT B FROM U) SELECT MAX(c.A) INTO :a FROM c;")]
    [InlineData("BEGIN SELECT A INTO :a FROM T; SELECT B FROM T UNION ALL SELECT C FROM U; END;")]
    [InlineData("SELECT A, B INTO :a, :b FROM T WHERE A IN (SELECT A FROM U);")]
    [InlineData("CALL P(:x) INTO :y;")]
    [InlineData("SELECT record:\"Field\", record:a.b::VARCHAR FROM T;")]
    [InlineData("GRANT OPERATE ON FUTURE PIPES IN SCHEMA S TO ROLE R;")]
    [InlineData("CREATE OR ALTER ROW ACCESS POLICY P AS (A VARCHAR) RETURNS BOOLEAN -> TRUE;")]
    public void What_they_take_is_not(string sql) => Assert.Empty(AccountRefusals.In("x.sql", sql));
}
