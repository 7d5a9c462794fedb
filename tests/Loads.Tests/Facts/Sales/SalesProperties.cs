using CsCheck;

namespace Loads.Tests.Facts.Sales;

/// <summary>Facts over random histories of themselves and their dimensions, judged by an oracle that knows all deliveries at once.</summary>
public sealed class SalesProperties
{
    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "24");

    [Fact]
    public void L23_every_fact_has_the_version_of_its_own_time_however_facts_and_members_arrive() => SalesGen.Deliveries.Sample(
        deliveries =>
        {
            using var run = new SalesRun();
            for (var i = 0; i < deliveries.Length; i++)
            {
                run.Deliver(deliveries[i]);
                Assert.Equal(SalesOracle.Facts(deliveries.Take(i + 1)), run.Facts());
                Assert.Equal(SalesOracle.BigSales(deliveries.Take(i + 1)), run.BigSales());
                Assert.Equal(SalesOracle.MarkedSales(deliveries.Take(i + 1)), run.MarkedSales());
                Assert.Equal(run.BySegmentFromAllFacts(), run.BySegment());
            }
        },
        iter: Histories, threads: 1, print: SaleEvents.Print);

    [Fact]
    public void Runs_without_news_change_no_fact() => SalesGen.Deliveries.Sample(
        deliveries =>
        {
            using var run = new SalesRun();
            foreach (var delivery in deliveries) run.Deliver(delivery);

            var facts = run.Deliver(new([], [], [])).Loads.Single(l => l.Target.Name == "FACT_SALES");

            Assert.Equal((0L, 0L, 0L, 0L, 0L), (facts.RowsRead, facts.RowsInserted, facts.RowsUpdated, facts.RowsDeleted, facts.RowsRekeyed));
        },
        iter: Histories / 4, threads: 1, print: SaleEvents.Print);
}
