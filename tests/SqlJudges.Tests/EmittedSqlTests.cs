using System.Text;
using SqlJudges.Tests.Gaps;
using SqlJudges.Tests.Judges;
using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests;

public sealed class EmittedSqlTests
{
    // Both tests need it, and it takes a while.
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Verdict>>> Verdicts =
        new(() => Court.JudgeAsync(EmittedSql.Statements().Select(statement => statement.Text)));

    [SkippableFact]
    public async Task Every_emitted_statement_is_accepted_by_a_grammar_that_is_not_ours_or_is_a_known_gap()
    {
        var statements = EmittedSql.Statements();
        var verdicts = await Verdicts.Value;
        var gaps = KnownGaps.Read().Gaps.ToDictionary(gap => gap.Shape, StringComparer.Ordinal);

        var refused = statements
            .Where(statement => !verdicts[statement.Text].Accepts && !gaps.ContainsKey(StatementShape.Of(statement.Text)))
            .DistinctBy(statement => statement.Text)
            .ToList();

        Assert.True(refused.Count == 0, Report(refused, verdicts));
    }

    [SkippableFact]
    public async Task Every_known_gap_is_met_by_an_emitted_statement()
    {
        var statements = EmittedSql.Statements();
        var verdicts = await Verdicts.Value;
        var met = statements
            .Where(statement => !verdicts[statement.Text].Accepts)
            .Select(statement => StatementShape.Of(statement.Text))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(KnownGaps.Read().Gaps, gap => Assert.True(met.Contains(gap.Shape), $"no emitted statement needs this gap: {gap.Shape}"));
    }

    [Fact]
    public void Every_known_gap_has_a_reason_and_is_valid_by_the_manual()
    {
        var known = KnownGaps.Read();
        Assert.All(known.Manual, syntax => Assert.StartsWith("https://docs.snowflake.com/en/", syntax.Page, StringComparison.Ordinal));
        Assert.All(known.Manual, syntax => Assert.True(known.Gaps.Any(gap => gap.Syntax == syntax.Name), $"no gap needs the syntax of {syntax.Name}"));
        Assert.All(known.Gaps, gap =>
        {
            Assert.NotEmpty(gap.Reason);
            var syntax = known.Manual.Single(each => each.Name == gap.Syntax);
            Assert.True(Skeleton.Allows(syntax.Text, gap.Shape), $"the manual's {syntax.Name} doesn't allow: {gap.Shape}");
        });
    }

    [Fact]
    public void Each_model_that_is_in_the_repository_has_its_sql_committed()
    {
        var built = EmittedSql.Models.Where(model => Directory.Exists(RepositoryFolder.Of(model))
            && Directory.EnumerateFiles(RepositoryFolder.Of(model), "*.csproj").Any());

        Assert.All(built, model => Assert.True(
            EmittedSql.OfModel(model).Count > 0, $"{model} has no sql/: build it and commit what the build writes"));
    }

    private static string Report(IEnumerable<JudgedStatement> refused, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        var report = new StringBuilder("Refused by both judges. What the manual allows nevertheless goes to known-gaps.json, by its shape.\n");
        foreach (var statement in refused)
        {
            report.Append($"\n{statement.Origin}, line {statement.Line}\n{statement.Text}\n{verdicts[statement.Text]}\n")
                .Append($"shape: {StatementShape.Of(statement.Text)}\n");
        }

        return report.ToString();
    }
}
