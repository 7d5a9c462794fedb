using Loads.Tests.Facts;
using Loads.Tests.Facts.Visits;

namespace Loads.Tests.Mutations;

/// <summary>Visits of people whom they may know first, from a log with several rows of a visit.</summary>
internal sealed class VisitsBench() : FactBench("visits", "VISITS", "FACT_VISITS", "FACT_KNOWN_VISITS")
{
    private const int Histories = 40;

    private static readonly VisitsDelivery[] Told = SideBySide(Generated(VisitTests.Deliveries, Histories));

    protected override void Tell(FactRun run)
    {
        for (var i = 0; i < Told.Length; i++)
        {
            VisitTests.Deliver(run, Told[i]);
            VisitTests.AssertKeysFit(run, Told.Take(i + 1));
        }

        VisitTests.Deliver(run, new([], []));
        VisitTests.AssertKeysFit(run, Told);
        VisitTests.AssertKnownVisitsFit(run);
        AssertQuiet(VisitTests.Deliver(run, new([], [])));
    }

    private static VisitsDelivery[] SideBySide(IReadOnlyList<VisitsDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new VisitsDelivery(
        [.. histories.SelectMany((h, i) => round < h.Length ? h[round].Visitors.Select(v => v with { Id = 1000 + 10 * i + v.Id }) : [])],
        [.. histories.SelectMany((h, i) => round < h.Length ? h[round].Visits.Select(v => v with { Id = 1000 + 10 * i + v.Id, Visitor = 1000 + 10 * i + v.Visitor }) : [])]))];
}
