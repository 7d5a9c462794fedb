namespace Pipeline.Model.Tests.Tables;

public class VariantTests
{
    private static readonly Variant Document = Variant.Parse("""
        {
          "id": "P1", "stock": 12, "active": true, "updated_at": "2024-01-15T10:00:00Z", "note": null,
          "price": { "amount": "19.90", "currency": "EUR" },
          "variants": [ { "sku": "P1-R", "size": 41.5 }, { "sku": "P1-B" }, 7 ]
        }
        """)!;

    private sealed class ProductShape
    {
        [FromField("id")] public string? Id { get; init; }
        [FromField("stock")] public int? Stock { get; init; }
        [FromField("active")] public bool? Active { get; init; }
        [FromField("updated_at")] public DateTime? UpdatedAt { get; init; }
        [FromField("note")] public string? Note { get; init; }
        [FromField("absent")] public long? Absent { get; init; }
        [FromField("price")] public PriceShape? Price { get; init; }
        [FromField("variants")] public IReadOnlyList<VariantShape>? Variants { get; init; }
    }

    private sealed class PriceShape
    {
        [FromField("amount")] public decimal? Amount { get; init; }
        [FromField("currency")] public int? CurrencyAsNumber { get; init; }
    }

    private sealed class VariantShape
    {
        [FromField("sku")] public string? Sku { get; init; }
        [FromField("size")] public decimal? Size { get; init; }
    }

    [Fact]
    public void Member_and_element_are_reached_step_by_step() =>
        Assert.Equal("P1-B", Document["variants"]?[1]?["sku"]?.AsString());

    [Fact]
    public void What_is_missing_is_null() =>
        Assert.Equal([null, null, null, null], new[] { Document["absent"], Document["note"], Document["variants"]?[9], Document["id"]?["x"] });

    [Fact]
    public void Number_may_stand_in_a_text() => Assert.Equal(19.90m, Document["price"]?["amount"]?.AsDecimal());

    [Fact]
    public void Value_of_another_type_is_null() =>
        Assert.Equal((null, null, null), (Document["id"]?.AsDecimal(), Document["id"]?.AsBool(), Document["stock"]?.AsDateTime()));

    [Fact]
    public void Text_of_an_object_is_its_json() => Assert.Equal("""{"amount":"19.90","currency":"EUR"}""", Document["price"]?.AsString());

    [Fact]
    public void Shape_takes_members_by_their_names()
    {
        var product = Document.As<ProductShape>();

        Assert.Equal(("P1", 12, true), (product?.Id, product?.Stock, product?.Active));
        Assert.Equal(new DateTime(2024, 1, 15, 10, 0, 0), product?.UpdatedAt);
    }

    [Fact]
    public void Shape_has_null_for_what_is_missing_or_of_another_type()
    {
        var product = Document.As<ProductShape>();

        Assert.Equal((null, null, null), (product?.Note, product?.Absent, product?.Price?.CurrencyAsNumber));
    }

    [Fact]
    public void Shapes_nest_and_an_array_is_a_list()
    {
        var product = Document.As<ProductShape>();

        Assert.Equal(19.90m, product?.Price?.Amount);
        Assert.Equal(["P1-R", "P1-B", null], product?.Variants?.Select(variant => variant?.Sku) ?? []);
    }

    [Fact]
    public void Array_has_no_shape_of_an_object() => Assert.Null(Document["variants"]?.As<PriceShape>());

    [Fact]
    public void Json_null_is_a_null() => Assert.Null(Variant.Parse("null"));
}
