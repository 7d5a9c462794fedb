namespace Retail.Tests;

public class MasterDataTests
{
    private static StgProducts? Product(string json, out IReadOnlyList<RejectedRow> rejected)
    {
        var result = StgProducts.FromRaw(new RawProductsStream { Rows = [new() { Document = Variant.Parse(json)! }] }).Evaluate();
        rejected = result.Rejected;
        return result.Rows.SingleOrDefault();
    }

    [Fact]
    public void Document_becomes_a_flat_product()
    {
        var product = Product("""
            { "id": "ki-4090", "name": " Infuser ", "price": { "amount": "7.90", "currency": "eur" }, "variants": [ {}, {} ], "updated_at": "2024-01-15T08:00:00Z" }
            """, out _);

        Assert.Equal(("KI-4090", "Infuser", "OTHER", 7.90m, "EUR", 2), (
            product?.ProductId, product?.ProductName, product?.Category, product?.ListPrice, product?.Currency, product?.VariantCount));
        Assert.Equal(new DateTime(2024, 1, 15, 8, 0, 0), product?.UpdatedAt);
    }

    [Theory]
    [InlineData("\"export finished\"", "not a product")]
    [InlineData("{ \"name\": \"Sample tin\", \"updated_at\": \"2024-01-10\" }", "no product id")]
    [InlineData("{ \"id\": \"KI-4900\", \"updated_at\": \"last week\" }", "updated_at isn't a time")]
    public void Document_that_is_none_is_set_aside(string json, string reason)
    {
        Assert.Null(Product(json, out var rejected));
        Assert.Equal(reason, Assert.Single(rejected).Reason);
    }

    [Fact]
    public void Product_without_a_price_is_noticed() => Assert.False(StgProducts.HasAPrice(new() { ListPrice = null }));

    [Fact]
    public void Customer_is_cleaned_and_needs_an_id_and_a_time()
    {
        var result = StgCustomers.FromRaw(new RawCustomersStream
        {
            Rows =
            [
                new() { CustomerId = 7, Name = " Zoë ", Email = "ZOE@Mail.Example", Segment = " gold ", UpdatedAt = new(2024, 1, 1) },
                new() { CustomerId = 8 },
                new() { UpdatedAt = new(2024, 1, 1) },
            ],
        }).Evaluate();

        var customer = Assert.Single(result.Rows);
        Assert.Equal(("Zoë", "zoe@mail.example", "GOLD", null), (customer.Name, customer.Email, customer.Segment, customer.City));
        Assert.Equal(["no time of change", "no customer id"], result.Rejected.Select(rejected => rejected.Reason));
    }

    [Fact]
    public void Store_is_as_its_last_line_says()
    {
        var stores = StgStores.FromRaw(new RawStoresStream
        {
            Rows = [new() { StoreId = "HAM1", Region = "North", FileRow = 1 }, new() { StoreId = " ham1 ", Region = "West", OpenedOn = "02.05.2013", FileRow = 2 }],
        }).ToList();

        var store = Assert.Single(stores);
        Assert.Equal(("HAM1", "WEST", new DateOnly(2013, 5, 2)), (store.StoreId, store.Region, store.OpenedOn));
    }
}
