using Language;

namespace Language.Tests;

/// <summary>Rows with every kind of null, with duplicates, ties and keys that match nothing.</summary>
internal static class ShopRows
{
    public static readonly Sale[] Sales =
    [
        Sale(1, 10, "S1", 12.50m, 1.25m, 2, "2024-02-28 09:00:00", "2024-03-01 10:00:00", Channel.Web, "first", "EUR"),
        Sale(2, 10, "S1", 20.00m, null, 1, "2024-03-01 10:30:00", null, Channel.Store, null, "USD"),
        Sale(3, null, "S2", 7.35m, 0.00m, 3, "2024-03-01 23:59:59", "2024-03-02 00:00:01", Channel.Phone, "void", "EUR"),
        Sale(4, 11, "S2", 99.99m, 10.01m, 1, "2024-03-02 00:00:00", null, Channel.Web, "", "USD"),
        Sale(5, 12, "S1", 20.00m, null, 5, "2024-03-04 12:00:00", "2024-03-04 12:00:00", Channel.Phone, "Void", "GBP"),
        Sale(6, null, "S1", 20.00m, 5.00m, 4, "2024-03-04 12:00:00", "2024-02-29 12:00:00", Channel.Web, null, "EUR"),
        Sale(7, 99, "S3", 0.01m, null, 0, "2024-03-09 08:15:30", "2024-03-04 12:00:00", Channel.Store, " x ", "USD"),
        Sale(8, 10, "S2", 99.99m, 0.01m, 3, "2024-03-20 18:45:00", null, Channel.Store, "first", "EUR"),
    ];

    public static readonly Customer[] Customers =
    [
        new() { CustomerId = 10, Name = "Ada", Segment = "GOLD" },
        new() { CustomerId = 11, Name = "Bo", Segment = null },
        new() { CustomerId = 12, Name = "Cy", Segment = "GOLD" },
        new() { CustomerId = 13, Name = "Di", Segment = "" },
    ];

    public static readonly Employee[] Employees =
    [
        new() { EmployeeId = 1, ManagerId = null, Name = "Root" },
        new() { EmployeeId = 2, ManagerId = 1, Name = "Left" },
        new() { EmployeeId = 3, ManagerId = 1, Name = "Right" },
        new() { EmployeeId = 4, ManagerId = 3, Name = "Leaf" },
        new() { EmployeeId = 5, ManagerId = null, Name = "Alone" },
        new() { EmployeeId = 6, ManagerId = 77, Name = "Orphan" },
    ];

    public static readonly Rate[] Rates =
    [
        new() { Currency = "EUR", ValidFrom = Time("2024-01-01 00:00:00"), Factor = 1.0000m },
        new() { Currency = "USD", ValidFrom = Time("2024-03-01 10:30:00"), Factor = 0.9211m },
        new() { Currency = "USD", ValidFrom = Time("2024-03-05 00:00:00"), Factor = 0.9302m },
        new() { Currency = "EUR", ValidFrom = Time("2025-01-01 00:00:00"), Factor = 9.9999m },
    ];

    public static readonly Budget[] Budgets =
    [
        new() { StoreId = "S1", Spring = 100.00m, Summer = null },
        new() { StoreId = "S2", Spring = null, Summer = 250.50m },
        new() { StoreId = "S9", Spring = 1.00m, Summer = 2.00m },
    ];

    public static readonly Document[] Documents =
    [
        Document(1, """{"lines":[{"sku":"A","price":1.5},{"sku":"B","price":"2.25"},{"sku":null,"price":3}],"tags":["new","sale"]}"""),
        Document(2, """{"lines":[],"tags":null}"""),
        Document(3, """{"lines":{"sku":"no array"},"tags":[]}"""),
        Document(4, """[1,2]"""),
        Document(5, """{"lines":[{"sku":"C"},{"price":0.5}],"tags":["x",null]}"""),
    ];

    public static readonly Event[] Events =
    [
        Event(1, null, "2024-03-01T10:00:00+02:00", "2024-03-01T10:20:00+02:00", "07:59:59", "18:00", true, null, 9_000_000_000, -3, 7, 1.23456, null, Channel.Web, """["red"]""", "2024-02-29", 'x'),
        Event(2, 1, "2023-12-31T21:30:00-01:00", null, "23:30:00.123456", null, false, true, -5, 0, 0, -0.5, 2.25, null, """{"a":1}""", null, null),
        Event(3, 3, "2024-01-01T00:00:00+00:00", "2023-12-31T23:59:59+00:00", "12:00:00", "00:30", false, false, 4, 30000, 255, 1e6, 0, Channel.Phone, "null", "2000-01-01", 'b'),
        Event(4, 2, "2024-03-31T03:30:00+02:00", "2024-04-01T03:30:00+02:00", "00:00:00", "00:00", true, null, 0, 1, 1, 0.0005, -4, Channel.Store, "[]", "2024-01-31", 'z'),
    ];

    private static readonly Dictionary<Type, object> ByType = new()
    {
        [typeof(Sale)] = Sales, [typeof(Customer)] = Customers, [typeof(Employee)] = Employees, [typeof(Rate)] = Rates, [typeof(Budget)] = Budgets,
        [typeof(Document)] = Documents, [typeof(Event)] = Events,
    };

    public static IReadOnlyDictionary<Type, object> All => ByType;

    private static Sale Sale(
        int id, int? customer, string store, decimal amount, decimal? discount, int quantity, string soldAt, string? paidAt, Channel channel, string? note, string currency) => new()
    {
        SaleId = id, CustomerId = customer, StoreId = store, Amount = amount, Discount = discount, Quantity = quantity, SoldAt = Time(soldAt),
        PaidAt = paidAt is null ? null : Time(paidAt), SoldOn = DateOnly.FromDateTime(Time(soldAt)), Channel = channel, Note = note, Currency = currency,
    };

    private static Document Document(int id, string body) => new() { DocumentId = id, Body = Variant.Parse(body)! };

    private static Event Event(
        int id, int? parent, string at, string? end, string clock, string? closes, bool flag, bool? maybe, long big, short small, byte tiny, double ratio, double? maybeRatio,
        Channel? channel, string tags, string? day, char? letter) => new()
    {
        EventId = Id(id), ParentId = parent is { } known ? Id(known) : null, HappenedAt = DateTimeOffset.Parse(at, Culture), EndedAt = end is null ? null : DateTimeOffset.Parse(end, Culture),
        Clock = TimeOnly.Parse(clock, Culture), Closes = closes is null ? null : TimeOnly.Parse(closes, Culture), Flag = flag, Maybe = maybe, Big = big, Small = small, Tiny = tiny,
        Ratio = ratio, MaybeRatio = maybeRatio, Channel = channel, Tags = Variant.Parse(tags), Day = day is null ? null : DateOnly.Parse(day, Culture), Letter = letter,
    };

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
