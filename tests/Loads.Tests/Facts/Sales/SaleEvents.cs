using System.Globalization;

namespace Loads.Tests.Facts.Sales;

/// <summary>What the source says of a customer from a minute on.</summary>
internal sealed record CustomerChange(int Id, string Segment, int Minute, bool IsDeleted)
{
    public DateTime At => SaleEvents.At(Minute);

    public string Line => string.Join(',', Id.ToString(CultureInfo.InvariantCulture), Segment, SaleEvents.Text(At), IsDeleted ? "true" : "");
}

/// <summary>What the source says of a sale, by a change at a minute: what it is, or that it is none.</summary>
internal sealed record SaleChange(int Id, int? Customer, string? Product, int Amount, int Minute, int ChangedMinute, bool IsDeleted)
{
    public DateTime SoldAt => SaleEvents.At(Minute);

    public string Line => string.Join(
        ',', "S" + Id.ToString(CultureInfo.InvariantCulture), Customer?.ToString(CultureInfo.InvariantCulture), Product, Amount.ToString(CultureInfo.InvariantCulture),
        SaleEvents.Text(SoldAt), SaleEvents.Text(SaleEvents.At(ChangedMinute)), IsDeleted ? "true" : "");
}

/// <summary>What the source says of a product.</summary>
internal sealed record ProductChange(string Id, string Category);

/// <summary>What one run is given.</summary>
internal sealed record SalesDelivery(CustomerChange[] Customers, ProductChange[] Products, SaleChange[] Sales);

internal static class SaleEvents
{
    private static readonly DateTime Start = new(2024, 1, 1);

    public static DateTime At(int minute) => Start.AddMinutes(minute);

    public static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Print(SalesDelivery[] deliveries) => string.Join('\n', deliveries.SelectMany((d, i) => new[] { $"delivery {i + 1}" }
        .Concat(d.Customers.Select(c => $"  customer {c.Id} | {c.Segment,-6} | at {c.Minute,2} | {(c.IsDeleted ? "deleted" : "")}"))
        .Concat(d.Products.Select(p => $"  product {p.Id} | {p.Category}"))
        .Concat(d.Sales.Select(s => $"  sale {s.Id} | customer {s.Customer} | product {s.Product} | {s.Amount} | sold at {s.Minute,2} | changed at {s.ChangedMinute,2} | {(s.IsDeleted ? "deleted" : "")}"))));
}
