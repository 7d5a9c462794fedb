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
        var bySqlparser = await SqlJudge.Sqlparser.JudgeAsync(each) ?? throw Missing();

        // sqlfluff takes a hundred times as long: it is asked about what the other refuses, by as many processes as there are processors.
        var refused = each.Where((_, at) => bySqlparser[at] is not null).ToList();
        var shares = refused.Select((statement, at) => (statement, at)).GroupBy(share => share.at % Environment.ProcessorCount, share => share.statement);
        var bySqlfluff = await Task.WhenAll(shares.DefaultIfEmpty(Enumerable.Empty<string>()).Select(AskSqlfluffAsync));

        var verdicts = each.Select((statement, at) => (statement, verdict: new Verdict(null, bySqlparser[at])))
            .ToDictionary(judged => judged.statement, judged => judged.verdict, StringComparer.Ordinal);
        foreach (var (statement, fault) in bySqlfluff.SelectMany(judged => judged))
        {
            verdicts[statement] = verdicts[statement] with { Sqlfluff = fault };
        }

        return verdicts;
    }

    private static async Task<IEnumerable<(string Statement, string? Fault)>> AskSqlfluffAsync(IEnumerable<string> statements)
    {
        string[] each = [.. statements];
        var faults = await SqlJudge.Sqlfluff.JudgeAsync(each) ?? throw Missing();
        return each.Zip(faults);
    }

    private static Exception Missing()
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Absent);
        return new SkipException(Absent);
    }
}
