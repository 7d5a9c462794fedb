using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>The state of a source, as runs see it: rows that change their keys, go and come back.</summary>
internal sealed class StateBench() : Bench("state")
{
    private const int Histories = 150;

    private static readonly StatePlatform Source = new();

    private static readonly IReadOnlyList<Delivered[][]> Told = Generated(Source.History, Histories);

    protected override CompiledCatalog Catalog => Source.Catalog;

    protected override IReadOnlyList<string> Tables => ["STATE", "DIM_CUSTOMER", "DIM_NOW", "DIM_KEPT"];

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) => new Shard(Source, Told, rewrite, isJudged, trials).FirstFailure()?.Message
        ?? Tables.FirstOrDefault(t => IsDimension(t) && isJudged(t) && ReservedKeys(t, rewrite, trials) != Reserved(t));

    protected override bool IsBeside(string table, string other) => table == "DIM_DIRECT" || (table != other && IsDimension(table) && IsDimension(other));

    // A member whose row got another key is gone from what shows the source as it is now.
    private static string Reserved(string table) => (table == "DIM_NOW" ? "" : "false | 5 | GOLD\n") + """
        false | 6 | GOLD
        true | -3 |
        true | -2 |
        true | -1 |
        CUSTOMER | no customer |  | GOLD | 1
        CUSTOMER reserved | CUSTOMER is the key of row -1, -2 or -3, which stands for no member | -1 | GOLD | 1
        CUSTOMER reserved | CUSTOMER is the key of row -1, -2 or -3, which stands for no member | -1 | SILVER | 1
        CUSTOMER reserved | CUSTOMER is the key of row -1, -2 or -3, which stands for no member | -2 | GOLD | 2
        CUSTOMER reserved | CUSTOMER is the key of row -1, -2 or -3, which stands for no member | -3 | GOLD | 1
        """;

    // Rows of the source that name the members that stand for none, or no member: one is changed, one deleted, one named otherwise before, and beside them one that is a member's.
    private string ReservedKeys(string table, Func<LoweredLoad, LoweredLoad>? rewrite, Trials? trials)
    {
        using var lab = Lab(rewrite, trials);
        void Deliver(params Delivered[] told) => lab.TryDeliver("rows/rows_#.csv", [string.Join(',', Source.Columns), .. told.Select(t => t.ToString())]);
        Deliver(new("1", "-1", "GOLD", null, "0"), new("2", "-2", "GOLD", null, "0"), new("3", null, "GOLD", null, "0"), new("4", "5", "GOLD", null, "0"), new("5", "6", "GOLD", null, "0"));
        Deliver(new("1", "-1", "SILVER", null, "0"), new("2", "-2", "GOLD", null, "1"), new("4", "-3", "GOLD", null, "0"));
        return lab.Rows($"SELECT CUSTOMER_KEY < 0, CUSTOMER, SEGMENT FROM SHOP.{table} ORDER BY 1, 2") + "\n"
            + lab.Rows($"SELECT RULE, REASON, RECORD->>'CUSTOMER', RECORD->>'SEGMENT', COUNT(*) FROM SHOP.REJECTED_{table} GROUP BY ALL ORDER BY ALL");
    }

    private static bool IsDimension(string table) => table.StartsWith("DIM_", StringComparison.Ordinal);
}
