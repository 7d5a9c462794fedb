using TpcH;

namespace TpcH.Tests;

/// <summary>Rows as the benchmark's generator gives them, few of them: the specification's words, ranges and relations between dates, from one seed.</summary>
/// <remarks>The words that the queries look for are likelier than in the specification, so that each query finds rows among so few.</remarks>
internal static class WholesaleRows
{
    private const int SupplierCount = 40;
    private const int PartCount = 400;
    private const int CustomerCount = 300;
    private const int OrderCount = 3_000;

    private static readonly DateOnly FirstDay = new(1992, 1, 1);
    private static readonly DateOnly CurrentDay = new(1995, 6, 17);
    private static readonly string[] Colors = ["almond", "forest", "green", "ivory", "khaki", "linen", "misty", "salmon"];
    private static readonly string[] Types1 = ["STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"];
    private static readonly string[] Types2 = ["ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"];
    private static readonly string[] Types3 = ["TIN", "NICKEL", "BRASS", "STEEL", "COPPER"];
    private static readonly string[] Sizes = ["SM", "MED", "LG"];
    private static readonly string[] Boxes = ["CASE", "BOX", "BAG", "PACK", "PKG"];
    private static readonly string[] Segments = ["AUTOMOBILE", "BUILDING", "FURNITURE", "MACHINERY", "HOUSEHOLD"];
    private static readonly string[] Priorities = ["1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"];
    private static readonly string[] Modes = ["REG AIR", "AIR", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB", "AIR REG"];
    private static readonly string[] Instructions = ["DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"];
    private static readonly string[] Brands = ["Brand#12", "Brand#23", "Brand#34", "Brand#45", "Brand#51"];
    private static readonly string[] Words = ["carefully final", "quickly ironic", "special packages", "pending requests", "bold deposits"];

    private static readonly string[] RegionNames = ["AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"];

    private static readonly (string Name, int Region)[] NationNames =
    [
        ("ALGERIA", 0), ("ARGENTINA", 1), ("BRAZIL", 1), ("CANADA", 1), ("EGYPT", 4), ("ETHIOPIA", 0), ("FRANCE", 3), ("GERMANY", 3), ("INDIA", 2),
        ("INDONESIA", 2), ("IRAN", 4), ("IRAQ", 4), ("JAPAN", 2), ("JORDAN", 4), ("KENYA", 0), ("MOROCCO", 0), ("MOZAMBIQUE", 0), ("PERU", 1),
        ("CHINA", 2), ("ROMANIA", 3), ("SAUDI ARABIA", 4), ("VIETNAM", 2), ("RUSSIA", 3), ("UNITED KINGDOM", 3), ("UNITED STATES", 1),
    ];

    private static readonly Dictionary<Type, Array> ByType = Make();

    public static IReadOnlyDictionary<Type, Array> All => ByType;

    private static Dictionary<Type, Array> Make()
    {
        // The same numbers everywhere, and no secret depends on them.
#pragma warning disable CA5394
        var random = new Random(22);
        int From(int least, int most) => random.Next(least, most + 1);
#pragma warning restore CA5394
        string Of(string[] words) => words[From(0, words.Length - 1)];
        string Text() => $"{Of(Words)} {Of(Words)}";
        string Phone(int nation) => $"{nation + 10}-{From(100, 999)}-{From(100, 999)}-{From(1000, 9999)}";

        var suppliers = Rows(SupplierCount, key => new Supplier
        {
            SupplierKey = key, Name = $"Supplier#{key:D9}", Address = $"Quay {From(1, 999)}", NationKey = key % 25, Phone = Phone(key % 25),
            AccountBalance = From(-99999, 999999) / 100m, Comment = key % 7 == 0 ? "slow Customer of many Complaints" : Text(),
        });
        var parts = Rows(PartCount, key => new Part
        {
            PartKey = key, Name = $"{Of(Colors)} {Of(Colors)}", Manufacturer = $"Manufacturer#{From(1, 5)}", Brand = Of(Brands),
            Type = key % 10 == 0 ? "ECONOMY ANODIZED STEEL" : $"{Of(Types1)} {Of(Types2)} {Of(Types3)}",
            Size = From(0, 4) == 0 ? 15 : From(1, 50), Container = $"{Of(Sizes)} {Of(Boxes)}", RetailPrice = 900 + (key % 1000 / 10m),
        });
        var offers = parts.SelectMany(p => Enumerable.Range(0, 4).Select(i => new Offer
        {
            PartKey = p.PartKey, SupplierKey = ((p.PartKey + (i * (SupplierCount / 4))) % SupplierCount) + 1, AvailableQuantity = From(1, 9999), SupplyCost = From(100, 100000) / 100m,
        })).ToArray();
        var customers = Rows(CustomerCount, key => new Customer
        {
            CustomerKey = key, Name = $"Customer#{key:D9}", Address = $"Lane {From(1, 999)}", NationKey = From(0, 24), Phone = Phone(From(0, 24)),
            AccountBalance = From(-99999, 999999) / 100m, MarketSegment = Of(Segments), Comment = Text(),
        });

        var lines = new List<LineItem>();
        var orders = Rows(OrderCount, key =>
        {
            var day = FirstDay.AddDays(From(0, 2405));
            var first = lines.Count;
            // Every hundredth order is one of much.
            var isLarge = key % 100 == 0;
            var count = isLarge ? 7 : From(1, 7);
            for (var number = 1; number <= count; number++)
            {
                var offer = offers[From(0, offers.Length - 1)];
                var quantity = isLarge ? From(40, 50) : From(1, 50);
                var shipped = day.AddDays(From(1, 121));
                var received = shipped.AddDays(From(1, 30));
                lines.Add(new()
                {
                    OrderKey = key, LineNumber = number, PartKey = offer.PartKey, SupplierKey = offer.SupplierKey, Quantity = quantity,
                    ExtendedPrice = quantity * parts[offer.PartKey - 1].RetailPrice, Discount = From(0, 10) / 100m, Tax = From(0, 8) / 100m,
                    ReturnFlag = received > CurrentDay ? "N" : From(0, 1) == 0 ? "R" : "A", LineStatus = shipped > CurrentDay ? "O" : "F",
                    ShipDate = shipped, CommitDate = day.AddDays(From(30, 90)), ReceiptDate = received, ShipInstructions = Of(Instructions), ShipMode = Of(Modes),
                });
            }

            var own = lines.Skip(first).ToList();
            return new Order
            {
                // As in the specification, a third of the customers never order.
                OrderKey = key, CustomerKey = (From(0, (CustomerCount / 3) - 1) * 3) + From(1, 2), OrderDate = day, Priority = Of(Priorities), ShipPriority = 0, Comment = Text(),
                Status = own.TrueForAll(l => l.LineStatus == "F") ? "F" : own.TrueForAll(l => l.LineStatus == "O") ? "O" : "P",
                TotalPrice = Math.Round(own.Sum(l => l.ExtendedPrice * (1 - l.Discount) * (1 + l.Tax)), 2),
            };
        });

        return new()
        {
            [typeof(Region)] = RegionNames.Select((name, key) => new Region { RegionKey = key, Name = name }).ToArray(),
            [typeof(Nation)] = NationNames.Select((nation, key) => new Nation { NationKey = key, Name = nation.Name, RegionKey = nation.Region }).ToArray(),
            [typeof(Supplier)] = suppliers, [typeof(Part)] = parts, [typeof(Offer)] = offers, [typeof(Customer)] = customers,
            [typeof(Order)] = orders, [typeof(LineItem)] = lines.ToArray(),
        };
    }

    private static T[] Rows<T>(int count, Func<int, T> row) => [.. Enumerable.Range(1, count).Select(row)];
}
