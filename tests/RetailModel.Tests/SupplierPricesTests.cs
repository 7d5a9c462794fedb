namespace Retail.Tests;

public class SupplierPricesTests
{
    private static QueryResult<StgSupplierPrices> Load(params SupplierPrices[] rows) =>
        StgSupplierPrices.FromLists(new SupplierPricesStream { Rows = rows }).Evaluate();

    private static SupplierPrices Row(string? product = "CO-1010", string? price = "6.20", string? currency = "EUR", string? supplier = "acme", DateOnly? month = null) =>
        new() { ProductId = product, Price = price, Currency = currency, Supplier = supplier, Month = month ?? new(2024, 1, 1) };

    [Fact]
    public void Price_is_of_a_supplier_and_a_month()
    {
        var row = Assert.Single(Load(Row(" co-1010 ", currency: null)).Rows);
        Assert.Equal(("ACME", "CO-1010", new DateOnly(2024, 1, 1), 6.20m, "EUR"), (row.Supplier, row.ProductId, row.Month, row.Price, row.Currency));
    }

    [Theory]
    [InlineData(null, "6.20", "no product id")]
    [InlineData("KI-4010", "ask", "price isn't a number")]
    public void Line_without_a_product_or_a_price_is_rejected(string? product, string? price, string reason)
    {
        var result = Load(Row(product, price));
        Assert.Empty(result.Rows);
        Assert.Equal(reason, Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void List_in_a_folder_that_is_no_month_is_rejected() => Assert.Equal(
        "the folder is no month", Assert.Single(Load(new SupplierPrices { ProductId = "CO-1010", Price = "5.90", Supplier = "acme" }).Rejected).Reason);
}
