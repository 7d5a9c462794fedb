using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>Events of customers, and the dimensions over them.</summary>
internal sealed class CustomersBench() : Bench("customers")
{
    private const int Histories = 150;

    private static readonly CustomerPlatform Customers = new();

    private static readonly IReadOnlyList<Delivered[][]> Told = [.. Generated(Customers.History, Histories), .. CorrectedAlone];

    private static readonly IReadOnlyList<Delivered[][]> Alone = [Lone];

    public override string Tried => "customers/STG_CUSTOMERS | Bring each key to its last state.";

    protected override CompiledCatalog Catalog => Customers.Catalog;

    protected override IReadOnlyList<string> Tables => ["STG_CUSTOMERS", "DIM_CUSTOMER", "DIM_MARKED", "DIM_NOW"];

    // Alone in a database what is asked of the wrong member finds none.
    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) =>
        new Shard(Customers, Alone, rewrite, isJudged, trials).FirstFailure()?.Message ?? new Shard(Customers, Told, rewrite, isJudged, trials).FirstFailure()?.Message
        ?? new[] { "DIM_CUSTOMER", "DIM_MARKED" }.FirstOrDefault(t => isJudged(t) && !IsGuarded(t, rewrite, trials))
        ?? Tables.FirstOrDefault(t => IsDimension(t) && isJudged(t) && ReservedKeys(t, rewrite, trials) != Reserved);

    protected override bool IsBeside(string table, string other) => table != other && IsDimension(table) && IsDimension(other);

    private static bool IsDimension(string table) => table.StartsWith("DIM_", StringComparison.Ordinal);

    // Two open versions of a member stop the load that touches it, and no other.
    private bool IsGuarded(string table, Func<LoweredLoad, LoweredLoad>? rewrite, Trials? trials)
    {
        using var lab = Lab(rewrite, trials);
        string? Deliver(string id, int minute) => lab.TryDeliver("rows/rows_#.csv", string.Join(',', Customers.Columns), (Event("WEB", null, "0", minute) with { Values = [id, .. Event("WEB", null, "0", minute).Values[1..]] }).ToString())
            .Graphs.SelectMany(g => g.Tasks).FirstOrDefault(t => t.Error is not null)?.Error;
        if (Deliver("1", 0) is not null || Deliver("2", 0) is not null) return false;
        lab.Do(p => p.Query($"INSERT INTO CURATED.{table} SELECT * REPLACE (CUSTOMER_KEY + 1000 AS CUSTOMER_KEY) FROM CURATED.{table} WHERE CUSTOMER_ID = 1"));
        return Deliver("2", 1) is null && Deliver("1", 1)?.EndsWith("keys_open_twice = 1", StringComparison.Ordinal) == true;
    }

    private const string Reserved = """
        false | 1 | GOLD
        true | -3 | INVALID
        true | -2 | NOT APPLICABLE
        true | -1 | UNKNOWN
        CUSTOMER_ID reserved | CUSTOMER_ID is the key of row -1, -2 or -3, which stands for no member | -1 | SHOP
        CUSTOMER_ID reserved | CUSTOMER_ID is the key of row -1, -2 or -3, which stands for no member | -1 | WEB
        CUSTOMER_ID reserved | CUSTOMER_ID is the key of row -1, -2 or -3, which stands for no member | -3 | WEB
        """;

    // Of the members that stand for none the source tells something, something else of the same time, and beside them of one that is a member.
    private string ReservedKeys(string table, Func<LoweredLoad, LoweredLoad>? rewrite, Trials? trials)
    {
        using var lab = Lab(rewrite, trials);
        void Deliver(params (string Id, string Channel)[] told) =>
            lab.TryDeliver("rows/rows_#.csv", [string.Join(',', Customers.Columns), .. told.Select(t => (Event(t.Channel, null, "0", 1) with { Values = [t.Id, .. Event(t.Channel, null, "0", 1).Values[1..]] }).ToString())]);
        Deliver(("-1", "WEB"), ("1", "WEB"), ("-3", "WEB"));
        Deliver(("-1", "SHOP"), ("1", "SHOP"));
        return lab.Rows($"SELECT CUSTOMER_KEY < 0, CUSTOMER_ID, SEGMENT FROM CURATED.{table} ORDER BY 1, 2") + "\n"
            + lab.Rows($"SELECT RULE, REASON, RECORD->>'CUSTOMER_ID', RECORD->>'CHANNEL' FROM CURATED.REJECTED_{table} ORDER BY 1, 3, 4");
    }

    /// <summary>One member in order: he comes, changes, goes, comes back as he was, and a late event falls between.</summary>
    private static Delivered[][] Lone =>
    [
        [Event("WEB", null, "0", 0)], [Event("SHOP", "F1", "1", 2)], [Gone(4)], [Event("WEB", null, "0", 6)], [Gone(8)], [Event("WEB", null, "0", 10)],
        [Event("WEB", "F2", "1", 12)], [Event("WEB", null, "0", 5)], [Gone(11)], [Event("WEB", null, "0", 20)],
    ];

    private static Delivered Gone(int minute) => new([.. Event(null, null, "0", minute).Values[..9], "1", Event(null, null, "0", minute)[10]]);

    /// <summary>What chance hardly makes: the first event of a member, or the one that says what it leaves out, comes again with one value that only it decides.</summary>
    private static Delivered[][][] CorrectedAlone =>
    [
        [[Event("WEB", null, "0", 0)], [Event("SHOP", null, "0", 0)]],
        [[Event(null, null, "0", 0)], [Event("WEB", null, "0", 0)]],
        [[Event("WEB", null, "0", 0)], [Event(null, null, "0", 0)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "0", 5)], [Event("WEB", null, "1", 5)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "1", 5)], [Event("WEB", null, "0", 5)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", "F2", "1", 0)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "1", 0)]],
        [[Event("WEB", null, "1", 0)], [Event("WEB", "F1", "1", 0)]],
    ];

    private static Delivered Event(string? channel, string? fax, string hasFax, int minute) =>
        new("1", "GOLD", "Rome", "a@x.example", "Ann", channel, "1", fax, hasFax, "0", $"2024-01-01 00:{minute:00}:00");
}
