using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>Events of customers, and the dimensions over them.</summary>
internal sealed class CustomersBench() : Bench("customers")
{
    private const int Histories = 150;

    private static readonly CustomerPlatform Customers = new();

    private static readonly IReadOnlyList<Delivered[][]> Told = [.. Generated(Customers.History, Histories), .. CorrectedAlone];

    protected override CompiledCatalog Catalog => Customers.Catalog;

    protected override IReadOnlyList<string> Tables => ["STG_CUSTOMERS", "DIM_CUSTOMER", "DIM_MARKED", "DIM_NOW"];

    public override bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite) => new Shard(Customers, Told, rewrite).FirstFailure() is null;

    /// <summary>What chance hardly makes: the first event of a member, or the one that says what it leaves out, comes again with one value that only it decides.</summary>
    private static Delivered[][][] CorrectedAlone =>
    [
        [[Event("WEB", null, "0", 0)], [Event("SHOP", null, "0", 0)]],
        [[Event(null, null, "0", 0)], [Event("WEB", null, "0", 0)]],
        [[Event("WEB", null, "0", 0)], [Event(null, null, "0", 0)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "0", 5)], [Event("WEB", null, "1", 5)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "1", 5)], [Event("WEB", null, "0", 5)]],
    ];

    private static Delivered Event(string? channel, string? fax, string hasFax, int minute) =>
        new("1", "GOLD", "Rome", "a@x.example", "Ann", channel, "1", fax, hasFax, "0", $"2024-01-01 00:{minute:00}:00");
}
