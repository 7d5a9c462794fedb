using Loads.Tests.Facts;
using Loads.Tests.Facts.Visits;

namespace Loads.Tests.Mutations;

/// <summary>Visits of people whom they may know first, from a log with several rows of a visit.</summary>
internal sealed class VisitsBench() : FactBench("visits", "VISITS", "FACT_VISITS", "FACT_KNOWN_VISITS")
{
    private const int Histories = 40;

    private static readonly VisitsDelivery[] Told = SideBySide(Generated(VisitTests.Deliveries, Histories));

    protected override bool MayRekeyWhatIsLoaded => true;

    protected override void Tell(FactRun run, Func<string, bool> isJudged)
    {
        for (var i = 0; i < Told.Length; i++)
        {
            var told = Told[..(i + 1)];
            run.Step(() => VisitTests.Deliver(run, Told[i]), (_, tried) =>
            {
                if (tried != "FACT_KNOWN_VISITS") VisitTests.AssertKeysFit(run, told);
                if (tried == "FACT_KNOWN_VISITS") VisitTests.AssertKnownVisitsAre(run, told);
            });
        }

        run.Step(() => VisitTests.Deliver(run, new([], [])), (_, tried) =>
        {
            if (tried == "FACT_KNOWN_VISITS") VisitTests.AssertKnownVisitsAre(run, Told);
        });
        VisitTests.AssertKeysFit(run, Told);
        VisitTests.AssertKnownVisitsFit(run);
        run.Step(() => VisitTests.Deliver(run, new([], [])), (loads, _) => AssertQuiet(loads));
    }

    private static VisitsDelivery[] SideBySide(IReadOnlyList<VisitsDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new VisitsDelivery(
        [.. histories.SelectMany((h, i) => round < h.Length ? h[round].Visitors.Select(v => v with { Id = 1000 + 10 * i + v.Id }) : [])],
        [.. histories.SelectMany((h, i) => round < h.Length ? h[round].Visits.Select(v => v with { Id = 1000 + 10 * i + v.Id, Visitor = 1000 + 10 * i + v.Visitor }) : [])]))];
}
