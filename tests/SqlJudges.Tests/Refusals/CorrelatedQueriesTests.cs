namespace SqlJudges.Tests.Refusals;

public sealed class CorrelatedQueriesTests
{
    [Fact]
    public void No_emitted_query_reads_the_row_outside_as_accounts_refuse_it()
    {
        var files = EmittedSql.Models.SelectMany(EmittedSql.OfModel).Concat(EmittedSql.OfSnapshots()).ToArray();
        Assert.NotEmpty(files);
        var refusals = files.SelectMany(path => CorrelatedQueries.In(path, File.ReadAllText(RepositoryFolder.Of(path)))).ToArray();
        Assert.True(refusals.Length == 0, string.Join('\n', refusals));
    }

    [Theory]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID + t.ID = 10)", "both rows in one operand")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID = 1 OR g.ID + t.ID = 10)", "both rows in one operand")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID IN (t.ID + g.ID, 6))", "both rows in one operand")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE t.A < t.B AND g.ID = t.ID)", "the outer row on both sides")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE NOT g.ID = t.ID)", "NOT above the outer row")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE t.FLAG)", "a condition of the outer row that is no comparison")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE STARTSWITH(g.NAME, t.NAME))", "a condition of the outer row that is no comparison")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE CASE WHEN t.ID = 1 THEN g.ID = 5 ELSE g.ID = 6 END)", "a condition of the outer row that is no comparison")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.NAME IS DISTINCT FROM t.NAME)", "IS DISTINCT FROM the outer row")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.NAME NOT LIKE t.NAME)", "NOT LIKE of the outer row")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE t.ID NOT IN (1, 2))", "a list behind a value of the outer row")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID = t.ID LIMIT 1)", "a LIMIT")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID = t.ID UNION ALL SELECT 1 FROM S.G AS g)", "a set operation")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g GROUP BY t.ID)", "a group")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g LEFT JOIN S.H AS h ON h.ID = g.ID AND h.ID = t.ID)", "an outer join by the outer row")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g JOIN S.H AS h ON h.ID + g.ID = t.ID + g.ID)", "both rows in one operand")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE EXISTS (SELECT 1 FROM S.H AS h WHERE h.ID = t.ID))", "a query in a query that reads the row two outside")]
    [InlineData("(SELECT MAX(g.V) FROM S.G AS g WHERE g.ID = (SELECT MAX(h.ID) FROM S.H AS h WHERE h.W > t.ID)) > 1", "a query in a query that reads the row two outside")]
    [InlineData("(SELECT SUM(g.V + t.ID) FROM S.G AS g) > 1", "the outer row in a value of rows")]
    [InlineData("(SELECT g.V FROM S.G AS g WHERE g.ID = t.ID) > 1", "a value that is no aggregate")]
    [InlineData("(SELECT COUNT(*) FROM LATERAL FLATTEN(INPUT => t.LINES) AS f) > 1", "rows that depend on the outer row")]
    public void What_accounts_refuse_is_told(string condition, string reason) =>
        Assert.Contains(": " + reason + ": ", Assert.Single(CorrelatedQueries.In("x.sql", $"SELECT t.ID FROM S.T AS t WHERE {condition};")), StringComparison.Ordinal);

    [Theory]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID = t.ID + 0 AND g.V > 0)")]
    [InlineData("NOT EXISTS (SELECT 1 FROM S.G WHERE G.ID <> t.ID OR t.ID IS NULL OR t.FLAG = TRUE)")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.NAME IS NOT DISTINCT FROM t.NAME)")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.NAME LIKE t.NAME AND NOT g.FLAG AND g.V IN (t.ID, 6))")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE g.ID = t.ID AND EXISTS (SELECT 1 FROM S.H AS h WHERE h.ID = g.ID))")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g WHERE CASE WHEN t.A < t.B THEN 1 ELSE 0 END = 1)")]
    [InlineData("EXISTS (SELECT 1 FROM S.G AS g JOIN S.H AS h ON h.ID = g.ID AND h.W > t.ID)")]
    [InlineData("(SELECT MAX(g.V) * 2 FROM S.G AS g LEFT JOIN S.H AS h ON h.ID = g.ID WHERE g.ID = t.ID) > t.ID")]
    [InlineData("t.FLAG OR EXISTS (SELECT 1 FROM S.G AS g WHERE t.ID = g.ID)")]
    [InlineData("(SELECT g.V FROM S.G AS g ORDER BY g.V LIMIT 1) = 1")]
    [InlineData("t.ID = (SELECT MAX(d.ID) FROM (SELECT g.ID FROM S.G AS g LIMIT 3) AS d WHERE d.ID < t.ID)")]
    public void What_they_take_is_not(string condition) => Assert.Empty(CorrelatedQueries.In("x.sql", $"SELECT t.ID FROM S.T AS t WHERE {condition};"));
}
