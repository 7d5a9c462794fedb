using System.Globalization;
using Loads.Tests.Facts;
using Loads.Tests.Facts.Clicks;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Loads.Tests.Mutations;

/// <summary>Clicks with their sessions, and a fact that opens the customers and products that it knows first.</summary>
internal sealed class ClicksBench() : FactBench("clicks", "CLICKS", "STG_CLICKSTREAM", "FACT_CLICKSTREAM")
{
    private const int Histories = 40;

    private static readonly ClickDelivery[] Told = SideBySide(Generated(ClickEvents.Deliveries, Histories));

    // Alone in a database, what is asked of the wrong event finds none.
    private static readonly ClickDelivery[] Alone =
    [
        new([new("E1", "V1", 0, "VIEW", 1, "A"), new("E2", "V1", 3, null, null, null)], [], []), new([new("E3", "V1", 2, "VIEW", 2, "B")], [new(1, "GOLD", 0, false)], ["B"]),
        new([], [new(1, "SILVER", 1, false), new(2, "GOLD", 2, true)], ["A"]), new([new("E1", "V2", 1, "SEARCH", 1, "A")], [], []), new([new("E2", "V1", 18, "VIEW", 3, null)], [new(3, "GOLD", 20, false)], []),
    ];

    protected override CompiledCatalog Catalog => ModelText.Compile(ClickModel.Classes);

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) =>
        Failure(Catalog, rewrite, isJudged, trials, (run, judged) => Tell(run, judged, Alone)) ?? base.Failure(rewrite, isJudged, trials);

    protected override bool IsBeside(string table, string other) => table == "FACT_CLICKSTREAM" && other == "STG_CLICKSTREAM";

    protected override void Tell(FactRun run, Func<string, bool> isJudged) => Tell(run, isJudged, Told);

    private void Tell(FactRun run, Func<string, bool> isJudged, ClickDelivery[] told)
    {
        var (named, delivered) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        IReadOnlyList<Click> clicks = [];
        for (var i = 0; i < told.Length; i++)
        {
            clicks = ClickEvents.Last(told[..(i + 1)]);
            named.UnionWith(clicks.SelectMany(c => new[] { c.Customer?.ToString(CultureInfo.InvariantCulture), c.Product }).OfType<string>());
            delivered.UnionWith(told[i].Customers.Select(c => c.Id.ToString(CultureInfo.InvariantCulture)).Concat(told[i].Products));
            run.Step(() => Deliver(run, told[i]), (_, _) => Judge());
        }

        run.Step(() => Deliver(run, new([], [], [])), (loads, _) => AssertQuiet(loads));
        run.Step(() => Deliver(run, told[^1]), (loads, _) => AssertQuiet(loads));
        Judge();

        void Judge()
        {
            AssertSessions(run, clicks);
            if (!isJudged("FACT_CLICKSTREAM")) return;
            AssertMembers(run, clicks, named, delivered);
            AssertFacts(run, clicks);
        }
    }

    private static void AssertSessions(FactRun run, IReadOnlyList<Click> clicks) => Assert.Equal(
        ClickEvents.Sessions(clicks).Select(s => string.Create(
            CultureInfo.InvariantCulture,
            $"{s.Click.Event} | {s.Click.Visitor} | {ClickEvents.Minute(s.Click.At)} | {s.Click.Type ?? "OTHER"} | {s.Click.Customer} | {s.Click.Product} | {s.Session} | {s.Position}")).Order(StringComparer.Ordinal),
        run.Rows("SELECT EVENT_ID, VISITOR_ID, EVENT_AT, EVENT_TYPE, CUSTOMER_ID, PRODUCT_ID, SESSION_ID, POSITION_IN_SESSION FROM CLICKS.STG_CLICKSTREAM").Order(StringComparer.Ordinal));

    // Each customer and product that a click names is there once, and none that neither a click nor its own source did.
    private static void AssertMembers(FactRun run, IReadOnlyList<Click> clicks, HashSet<string> named, HashSet<string> delivered)
    {
        var customers = run.Rows("SELECT CUSTOMER_ID, COUNT(*) FILTER (IS_CURRENT) FROM CLICKS.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 GROUP BY 1").Select(r => r.Split(" | ")).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Assert.All(clicks.Where(c => c.Customer is not null), c => Assert.Contains(c.Customer!.Value.ToString(CultureInfo.InvariantCulture), customers.Keys));
        Assert.All(customers, c => Assert.True((c.Value is "0" or "1") && (named.Contains(c.Key) || delivered.Contains(c.Key)), $"customer {c.Key}, of whom {c.Value} versions are open"));
        Assert.Equal(
            named.Union(delivered).Where(p => p[0] is 'A' or 'B').Select(p => $"{p} | {(delivered.Contains(p) ? $"Product {p} | False" : "UNKNOWN | True")}").Order(StringComparer.Ordinal),
            run.Rows("SELECT PRODUCT_ID, NAME, IS_INFERRED FROM CLICKS.DIM_PRODUCT WHERE PRODUCT_KEY > 0").Order(StringComparer.Ordinal));
    }

    private static void AssertFacts(FactRun run, IReadOnlyList<Click> clicks)
    {
        static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
        var customers = run.Rows("SELECT CUSTOMER_KEY, CUSTOMER_ID, VALID_FROM, COALESCE(VALID_TO, TIMESTAMP '9999-12-31') FROM CLICKS.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0").Select(r => r.Split(" | "))
            .ToLookup(r => int.Parse(r[1], CultureInfo.InvariantCulture), r => new CustomerVersion(long.Parse(r[0], CultureInfo.InvariantCulture), Time(r[2]), Time(r[3])));
        var products = run.Rows("SELECT PRODUCT_ID, PRODUCT_KEY FROM CLICKS.DIM_PRODUCT WHERE PRODUCT_KEY > 0").Select(r => r.Split(" | ")).ToDictionary(r => r[0], r => long.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Equal(
            ClickEvents.Facts(clicks, customers, products).Order(StringComparer.Ordinal),
            run.Rows("SELECT EVENT_ID, DATE_KEY, CUSTOMER_KEY, PRODUCT_KEY, EVENT_TYPE, EVENT_AT, VISITOR_ID, SESSION_ID, POSITION_IN_SESSION FROM CLICKS.FACT_CLICKSTREAM").Order(StringComparer.Ordinal));
    }

    private static RunReport Deliver(FactRun run, ClickDelivery delivery) => run.Deliver(
        ("events", "event_id,visitor,at,type,customer,product", delivery.Clicks.Select(c => c.Line)),
        ("customers", "customer_id,segment,changed_at,is_deleted", delivery.Customers.Select(c => c.Line)),
        ("products", "product_id,name", delivery.Products.Select(p => $"{p},Product {p}")));

    private static ClickDelivery[] SideBySide(IReadOnlyList<ClickDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new ClickDelivery(
        [.. Of(histories, round, (d, h) => d.Clicks.Select(c => c with { Event = $"{c.Event}-{h}", Visitor = $"{c.Visitor}-{h}", Customer = c.Customer + 10 * h, Product = c.Product is { } p ? $"{p}-{h}" : null }))],
        [.. Of(histories, round, (d, h) => d.Customers.Select(c => c with { Id = c.Id + 10 * h }))],
        [.. Of(histories, round, (d, h) => d.Products.Select(p => $"{p}-{h}"))]))];

    private static IEnumerable<T> Of<T>(IReadOnlyList<ClickDelivery[]> histories, int round, Func<ClickDelivery, int, IEnumerable<T>> rows) =>
        histories.SelectMany((h, i) => round < h.Length ? rows(h[round], i) : []);
}
