namespace Loads.Tests.Facts.Claims;

/// <summary>Facts of several members with history, all of which may change in the run that changes the fact.</summary>
public sealed class ClaimTests
{
    private const string Header = "kind,id,at,value,policy,handler,reported_day,paid_at";

    [Fact]
    public void Fact_of_which_two_members_changed_in_one_run_is_rekeyed_once()
    {
        using var lab = new LoadLab(ClaimModel.Classes);
        Deliver(lab, Member("policy", "P", 1, "BASIC"), Member("handler", "H", 1, "NORTH"), Claim("C", 20));
        Assert.Equal("C | BASIC | NORTH | -2 |", Facts(lab));

        Deliver(lab, Member("policy", "P", 10, "PLUS"), Member("handler", "H", 10, "SOUTH"));
        Assert.Equal("C | PLUS | SOUTH | -2 |", Facts(lab));
        Assert.Equal("1", lab.Ledger("INS.FACT_CLAIMS", "ROWS_REKEYED"));
    }

    [Fact]
    public void Milestones_stay_when_a_later_event_that_tells_none_is_rekeyed()
    {
        using var lab = new LoadLab(ClaimModel.Classes);
        Deliver(lab, Member("policy", "P", 1, "BASIC"), Claim("C", 5, reportedDay: 4), Claim("C", 6, paidDay: 6), Claim("C", 20));
        Assert.Equal("C | BASIC |  | 104 | 2024-01-06", Facts(lab));

        Deliver(lab, Member("policy", "P", 10, "PLUS"));
        Assert.Equal("C | PLUS |  | 104 | 2024-01-06", Facts(lab));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_split_and_order_of_the_events_gives_the_same_facts(int seed)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, 60).Select(i => random.Next(3) switch
        {
            0 => Member("policy", "P" + random.Next(2), i % 30 + 1, "V" + random.Next(3)),
            1 => Member("handler", "H" + random.Next(2), i % 30 + 1, "V" + random.Next(3)),
            _ => Claim("C" + random.Next(4), i % 30 + 1, random.Next(4) == 0 ? random.Next(1, 28) : null, random.Next(4) == 0 ? random.Next(1, 28) : null, "P" + random.Next(3), "H" + random.Next(3)),
        }).DistinctBy(e => string.Join(',', e.Split(',').Take(3))).ToArray();

        using var whole = new LoadLab(ClaimModel.Classes);
        Deliver(whole, events);
        using var split = new LoadLab(ClaimModel.Classes);
        random.Shuffle(events);
        foreach (var part in events.Chunk(random.Next(4, 12)).ToList()) Deliver(split, [.. part, .. part.Take(random.Next(2))]);

        Assert.Equal(Facts(whole), Facts(split));
        Assert.Equal(split.Count("INS.FACT_CLAIMS"), split.Rows("SELECT COUNT(DISTINCT ID) FROM INS.FACT_CLAIMS"));
    }

    private static string Member(string kind, string id, int day, string value) => $"{kind},{id},{Time(day)},{value},,,,";

    private static string Claim(string id, int day, int? reportedDay = null, int? paidDay = null, string policy = "P", string handler = "H") =>
        $"claim,{id},{Time(day)},,{policy},{handler},{(reportedDay is { } reported ? Time(reported)[..10] : "")},{(paidDay is { } paid ? Time(paid) : "")}";

    private static string Time(int day) => $"2024-01-{day:d2} 00:00:00";

    private static void Deliver(LoadLab lab, params IEnumerable<string> lines) => lab.Deliver("rows/rows_#.csv", lines.Prepend(Header));

    private static string Facts(LoadLab lab) => lab.Rows("""
        SELECT f.ID, CASE WHEN f.POLICY_KEY > 0 THEN p.VALUE END, CASE WHEN f.HANDLER_KEY > 0 THEN h.VALUE END, f.REPORTED_DAY_KEY, f.PAID_AT
        FROM INS.FACT_CLAIMS AS f
        JOIN INS.DIM_POLICY AS p ON p.POLICY_KEY = f.POLICY_KEY
        JOIN INS.DIM_HANDLER AS h ON h.HANDLER_KEY = f.HANDLER_KEY
        ORDER BY f.ID
        """);
}
