using System.Globalization;
using CsCheck;

namespace Loads.Tests.Facts.Visits;

/// <summary>Facts of members that they know first, from a log with several rows of a fact.</summary>
public sealed class VisitTests
{
    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "16");

    internal static readonly Gen<VisitsDelivery[]> Deliveries = (
        from visitors in (
            from id in Gen.Int[1, 3]
            from level in Gen.Int[0, 1].Select(i => i == 0 ? "BASIC" : "PLUS")
            from minute in Gen.Int[0, 10]
            from isDeleted in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
            select new VisitorChange(id, level, minute, isDeleted)).Array[0, 3]
        from visits in (
            from id in Gen.Int[1, 4]
            from visitor in Gen.Int[1, 3]
            from minute in Gen.Int[0, 12]
            from changed in Gen.Int[0, 5]
            select new VisitChange(id, visitor, minute, changed)).Array[0, 4]
        select new VisitsDelivery(visitors, visits)).Array[1, 6];

    [Fact]
    public void Every_visit_has_a_version_of_its_visitor_that_covers_its_time_or_none_where_there_is_none() => Deliveries.Sample(
        deliveries =>
        {
            using var run = new FactRun("VISITS");
            for (var i = 0; i < deliveries.Length; i++)
            {
                Deliver(run, deliveries[i]);
                AssertKeysFit(run, deliveries.Take(i + 1));
            }

            // A member that the last run opened is news to the facts of the other load: they learn of it when it runs next.
            Deliver(run, new([], []));
            AssertKeysFit(run, deliveries);
            AssertKnownVisitsFit(run);
        },
        iter: Histories, threads: 1, print: VisitEvents.Print);

    [Fact]
    public void Case23_Member_that_a_fact_knew_first_is_filled_in_place_and_history_goes_on_from_it()
    {
        using var run = new FactRun("VISITS");
        Deliver(run, new([], [new(1, 7, Minute: 5, ChangedMinute: 0), new(2, 7, Minute: 9, ChangedMinute: 0)]));
        var key = run.Number("SELECT VISITOR_KEY FROM VISITS.FACT_VISITS WHERE VISIT_ID = 'V1'");

        Deliver(run, new([new(7, "BASIC", Minute: 3, IsDeleted: false), new(7, "PLUS", Minute: 8, IsDeleted: false)], []));

        Assert.Equal(["V1 | BASIC | False", "V2 | PLUS | False"], run.Rows(
            "SELECT f.VISIT_ID, v.LEVEL, v.IS_INFERRED FROM VISITS.FACT_VISITS f JOIN VISITS.DIM_VISITOR v ON v.VISITOR_KEY = f.VISITOR_KEY ORDER BY 1"));
        Assert.Equal(key, run.Number("SELECT VISITOR_KEY FROM VISITS.FACT_VISITS WHERE VISIT_ID = 'V1'"));
    }

    [Fact]
    public void Fact_that_was_set_aside_for_want_of_its_member_is_loaded_when_it_arrives()
    {
        using var run = new FactRun("VISITS");
        Deliver(run, new([], [new(1, 7, Minute: 5, ChangedMinute: 0)]));
        Assert.Equal(["VISITOR_KEY lookup"], run.Rows("SELECT RULE FROM VISITS.REJECTED_FACT_KNOWN_VISITS"));
        Assert.Equal(0, run.Number("SELECT COUNT(*) FROM VISITS.FACT_KNOWN_VISITS"));

        var load = Deliver(run, new([new(7, "BASIC", Minute: 3, IsDeleted: false)], [])).Loads.Single(l => l.Target.Name == "FACT_KNOWN_VISITS");

        Assert.Equal((0L, 1L), (load.RowsRead, load.RowsInserted));
        Assert.Equal(1, run.Number("SELECT COUNT(*) FROM VISITS.FACT_KNOWN_VISITS"));
    }

    [Fact]
    public void Fact_that_was_set_aside_is_loaded_with_the_unknown_version_where_its_member_arrives_without_one_of_its_time()
    {
        using var run = new FactRun("VISITS");
        Deliver(run, new([], [new(1, 7, Minute: 5, ChangedMinute: 0)]));

        // The other fact has opened the member for all time; now it ends before the visit.
        Deliver(run, new([new(7, "BASIC", Minute: 4, IsDeleted: true)], []));

        Assert.Equal(["V1 | -1"], run.Rows("SELECT VISIT_ID, VISITOR_KEY FROM VISITS.FACT_KNOWN_VISITS"));
    }

    [Fact]
    public void Key_of_a_fact_that_was_corrected_since_follows_its_last_state_alone()
    {
        using var run = new FactRun("VISITS");
        Deliver(run, new([new(7, "BASIC", Minute: 0, IsDeleted: false), new(8, "PLUS", Minute: 0, IsDeleted: false)], [new(1, 7, Minute: 5, ChangedMinute: 0)]));
        Deliver(run, new([], [new(1, 8, Minute: 5, ChangedMinute: 1)]));

        var load = Deliver(run, new([new(7, "PLUS", Minute: 4, IsDeleted: false)], [])).Loads.Single(l => l.Target.Name == "FACT_VISITS");

        Assert.Equal(0, load.RowsRekeyed);
        Assert.Equal(["8"], run.Rows("SELECT v.VISITOR_ID FROM VISITS.FACT_VISITS f JOIN VISITS.DIM_VISITOR v ON v.VISITOR_KEY = f.VISITOR_KEY"));
    }

    internal static Pipeline.Engine.Reports.RunReport Deliver(FactRun run, VisitsDelivery delivery) => run.Deliver(
        ("visitors", "visitor_id,level,changed_at,is_deleted", delivery.Visitors.Select(v => v.Line)),
        ("visits", "visit_id,visitor_id,visited_at,changed_at", delivery.Visits.Select(v => v.Line)));

    // Each visit is there once in its last state; its key is the version of its visitor at its time, or -1 where its visitor has none at that time.
    internal static void AssertKeysFit(FactRun run, IEnumerable<VisitsDelivery> deliveries)
    {
        Assert.Equal(
            VisitEvents.Last(deliveries).Select(v => $"V{v.Id} | {v.Visitor} | {VisitEvents.Text(v.Minute)[..16]}".Replace(" 00:00", "", StringComparison.Ordinal)),
            run.Rows("""
                SELECT f.VISIT_ID, COALESCE(v.VISITOR_ID, s.VISITOR_ID), f.VISITED_AT
                FROM VISITS.FACT_VISITS f
                JOIN VISITS.STG_VISITS s ON s.VISIT_ID = f.VISIT_ID AND s.CHANGED_AT = f.CHANGED_AT
                LEFT JOIN VISITS.DIM_VISITOR v ON v.VISITOR_KEY = f.VISITOR_KEY AND f.VISITOR_KEY > 0
                    AND f.VISITED_AT >= v.VALID_FROM AND (v.VALID_TO IS NULL OR f.VISITED_AT < v.VALID_TO)
                WHERE v.VISITOR_KEY IS NOT NULL OR (f.VISITOR_KEY = -1 AND NOT EXISTS (
                    SELECT 1 FROM VISITS.DIM_VISITOR o
                    WHERE o.VISITOR_ID = s.VISITOR_ID AND f.VISITED_AT >= o.VALID_FROM AND (o.VALID_TO IS NULL OR f.VISITED_AT < o.VALID_TO)))
                ORDER BY 1
                """));
    }

    // Right after their load each visit of a visitor whom the dimension knows is there, in its last state, with the version of its time; where there is none, with the unknown one.
    internal static void AssertKnownVisitsAre(FactRun run, IEnumerable<VisitsDelivery> deliveries)
    {
        static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
        var versions = run.Rows("SELECT VISITOR_ID, VISITOR_KEY, VALID_FROM, COALESCE(VALID_TO, TIMESTAMP '9999-12-31') FROM VISITS.DIM_VISITOR WHERE VISITOR_KEY > 0").Select(r => r.Split(" | "))
            .ToLookup(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => (Key: r[1], From: Time(r[2]), To: Time(r[3])));
        var facts = run.Rows("SELECT VISIT_ID, VISITOR_KEY, VISITED_AT, CHANGED_AT FROM VISITS.FACT_KNOWN_VISITS");
        var visits = VisitEvents.Last(deliveries);
        Assert.Equal(
            visits.Where(v => versions[v.Visitor].Any()).Select(v =>
            {
                var at = Time(VisitEvents.Text(v.Minute));
                return $"V{v.Id} | {versions[v.Visitor].Where(d => d.From <= at && at < d.To).Select(d => d.Key).FirstOrDefault("-1")} | {Minute(v.Minute)} | {Minute(v.ChangedMinute)}";
            }).Order(StringComparer.Ordinal),
            facts.Where(f => versions[visits.Single(v => f.StartsWith($"V{v.Id} |", StringComparison.Ordinal)).Visitor].Any()).Order(StringComparer.Ordinal));
    }

    private static string Minute(int minute) => VisitEvents.Text(minute)[..16].Replace(" 00:00", "", StringComparison.Ordinal);

    // What waited for its member is there once the member is: every visit is, since each visitor was opened by the other fact.
    internal static void AssertKnownVisitsFit(FactRun run) => Assert.Empty(run.Rows("""
        SELECT f.VISIT_ID FROM VISITS.FACT_VISITS f
        WHERE f.VISITOR_KEY > 0 AND NOT EXISTS (SELECT 1 FROM VISITS.FACT_KNOWN_VISITS k WHERE k.VISIT_ID = f.VISIT_ID AND k.VISITOR_KEY = f.VISITOR_KEY)
        """));
}
