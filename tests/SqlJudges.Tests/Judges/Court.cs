namespace SqlJudges.Tests.Judges;

/// <summary>Both judges together, each asked once for many statements.</summary>
internal static class Court
{
    private const string Absent =
        "the judges aren't installed: sqlfluff 1.4.5 (Debian: apt-get install sqlfluff) and, in tests/SqlJudges.Tests/judges, npm ci";

    /// <summary>The verdict on each statement. Where a judge is absent, the test is skipped; in CI it fails.</summary>
    public static async Task<IReadOnlyDictionary<string, Verdict>> JudgeAsync(IEnumerable<string> statements)
    {
        string[] each = [.. statements.Distinct(StringComparer.Ordinal)];
        var bySqlparser = SqlJudge.Sqlparser.JudgeAsync(each);
        var bySqlfluff = SqlJudge.Sqlfluff.JudgeAsync(each);
        var (sqlparser, sqlfluff) = (await bySqlparser, await bySqlfluff);
        if (sqlparser is null || sqlfluff is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Absent);
            Skip.If(true, Absent);
        }

        return each
            .Select((statement, at) => (statement, verdict: new Verdict(sqlfluff![at], sqlparser![at])))
            .ToDictionary(judged => judged.statement, judged => judged.verdict, StringComparer.Ordinal);
    }
}
