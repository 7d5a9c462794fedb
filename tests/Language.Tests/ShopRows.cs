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

    private static readonly Dictionary<Type, object> ByType = new()
    {
        [typeof(Sale)] = Sales, [typeof(Customer)] = Customers, [typeof(Employee)] = Employees, [typeof(Rate)] = Rates, [typeof(Budget)] = Budgets,
        [typeof(Document)] = Documents,
    };

    public static IReadOnlyDictionary<Type, object> All => ByType;

    private static Sale Sale(
        int id, int? customer, string store, decimal amount, decimal? discount, int quantity, string soldAt, string? paidAt, Channel channel, string? note, string currency) => new()
    {
        SaleId = id, CustomerId = customer, StoreId = store, Amount = amount, Discount = discount, Quantity = quantity, SoldAt = Time(soldAt),
        PaidAt = paidAt is null ? null : Time(paidAt), SoldOn = DateOnly.FromDateTime(Time(soldAt)), Channel = channel, Note = note, Currency = currency,
    };

    private static Document Document(int id, string body) => new() { DocumentId = id, Body = Variant.Parse(body)! };

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
