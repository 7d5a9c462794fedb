using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

/// <summary>Every load procedure of the sample is one transaction that can be retried: by its text as it is deployed.</summary>
public sealed class TransactionTests
{
    public static TheoryData<string> Loads =>
        [.. Directory.EnumerateFiles(RepositoryRoot.File("samples", "RetailModel", "sql"), "SP_LOAD_*.sql", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Loads))]
    public void Load_begins_commits_and_on_an_error_rolls_back_records_and_raises(string procedure)
    {
        var text = Text(procedure);
        string[] order = ["BEGIN TRANSACTION;", "COMMIT;", "EXCEPTION\n", "WHEN OTHER THEN", "ROLLBACK;", "BEGIN TRANSACTION;", "'FAILED'", "COMMIT;", "RAISE;\nEND;"];
        var at = 0;
        foreach (var part in order)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{procedure} lacks {part.Trim()} after place {at}.");
            at = found + part.Length;
        }
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public void Nothing_between_begin_and_commit_is_DDL(string procedure) =>
        Assert.DoesNotMatch(@"(?m)^\s*(CREATE|DROP|ALTER|TRUNCATE|GRANT)\b", Transaction(procedure));

    [Theory]
    [MemberData(nameof(Loads))]
    public void Each_stream_fills_one_batch_and_is_read_in_the_one_transaction_alone(string procedure)
    {
        var changing = Transaction(procedure).Split(';').Where(s => Regex.IsMatch(s, @"(?m)^\s*(INSERT|UPDATE|DELETE|MERGE)\b")).ToList();
        var streams = Regex.Matches(Transaction(procedure), @"\b\w+\.\w+_STREAM\b").Select(m => m.Value).Distinct().ToList();
        Assert.NotEmpty(streams);
        // To ask a stream for its offset reads nothing of it.
        var outside = Regex.Replace(Text(procedure).Replace(Transaction(procedure), "", StringComparison.Ordinal), @"SYSTEM\$STREAM_GET_TABLE_TIMESTAMP\('[^']+'\)", "");
        Assert.All(streams, stream => Assert.DoesNotMatch($@"(FROM|JOIN) {Regex.Escape(stream)}\b", outside));
        Assert.All(streams, stream => Assert.Single(changing, s => Regex.IsMatch(s, $@"(FROM|JOIN) {Regex.Escape(stream)}\b") && Regex.IsMatch(s, @"_(BATCH|GROUPS|PARTITIONS) \(")));
    }

    private static string Transaction(string procedure)
    {
        var text = Text(procedure);
        var begin = text.IndexOf("BEGIN TRANSACTION;", StringComparison.Ordinal);
        return text[begin..text.IndexOf("COMMIT;", begin, StringComparison.Ordinal)];
    }

    // Without comments, and with one space or line for each stretch of white.
    private static string Text(string procedure)
    {
        var file = Directory.EnumerateFiles(RepositoryRoot.File("samples", "RetailModel", "sql"), procedure + ".sql", SearchOption.AllDirectories).Single();
        return Regex.Replace(Regex.Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), @"(?m)^\s*--.*\n", ""), @"[ \t]*\n\s*", "\n");
    }
}
