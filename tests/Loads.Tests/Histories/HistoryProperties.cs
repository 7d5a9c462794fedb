using CsCheck;

namespace Loads.Tests.Histories;

/// <summary>A type 2 dimension over random histories, judged by an oracle that knows all events at once.</summary>
public sealed class HistoryProperties
{
    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "40");

    [Fact]
    public void Any_batches_in_any_order_of_arrival_give_the_versions_of_all_events() => HistoryGen.Batches.Sample(
        batches =>
        {
            using var run = new CustomerRun();
            var arrived = new List<CustomerEvent>();
            foreach (var batch in batches)
            {
                var before = run.Versions();
                run.Deliver(batch);
                arrived.AddRange(batch);

                var after = run.Versions();
                Assert.Equal(HistoryOracle.Versions(arrived), Sorted(after.Values));
                AssertKeysStay(before, after);
            }

            AssertEveryRowIsAccountedFor(run, arrived);
        },
        iter: Histories, threads: 1, print: Print);

    [Fact]
    public void Delivering_everything_again_changes_nothing() => HistoryGen.Batches.Sample(
        batches =>
        {
            using var run = new CustomerRun();
            var last = batches.SelectMany(b => b).ToList();
            foreach (var batch in batches) run.Deliver(batch);
            var before = run.Versions();

            // What arrived last at an instant is what the source meant; the replay ends with the same.
            run.Deliver(last);

            Assert.Equal(before.OrderBy(v => v.Key), run.Versions().OrderBy(v => v.Key));
        },
        iter: Histories / 2, threads: 1, print: Print);

    private static IEnumerable<CustomerVersion> Sorted(IEnumerable<CustomerVersion> versions) => versions.OrderBy(v => v.Id).ThenBy(v => v.From);

    // A surrogate key, once given, stays with the version that covers the instant at which it began.
    private static void AssertKeysStay(IReadOnlyDictionary<long, CustomerVersion> before, IReadOnlyDictionary<long, CustomerVersion> after)
    {
        foreach (var (key, version) in before)
        {
            if (!after.TryGetValue(key, out var now)) continue;
            Assert.Equal(version.Id, now.Id);
            Assert.True(now.From <= version.From && (now.To is null || version.From < now.To), $"key {key} left {version} for {now}");
        }
    }

    private static void AssertEveryRowIsAccountedFor(CustomerRun run, IReadOnlyCollection<CustomerEvent> arrived)
    {
        const string Staging = "FROM PIPELINE.LOAD_RUNS WHERE TARGET = 'STAGING.STG_CUSTOMERS'";
        Assert.Equal(arrived.Count, run.Count($"SELECT COALESCE(SUM(ROWS_READ), 0) {Staging}"));
        Assert.Equal(arrived.Count, run.Count($"SELECT COALESCE(SUM(ROWS_LOADED + ROWS_REJECTED + ROWS_DEDUPLICATED), 0) {Staging}"));
        Assert.Equal(arrived.Count(e => !HistoryOracle.IsSound(e)), run.Count("SELECT COUNT(*) FROM STAGING.REJECTED_STG_CUSTOMERS"));
    }

    private static string Print(CustomerEvent[][] batches) => string.Join('\n', batches.Select((b, i) =>
        $"delivery {i + 1}\n" + string.Join('\n', b.Select(e => $"  {e.Id,4} | {e.Segment,-6} | {e.Email,-3} | {e.Minute,4} | {(e.IsDeleted ? "deleted" : "")}"))));
}
