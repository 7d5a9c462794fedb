using Pipeline.Catalog.Json;

namespace Pipeline.Catalog.Tests.Json;

public sealed class CatalogJsonTests
{
    [Fact]
    public void What_was_written_reads_back_equal()
    {
        var catalog = CatalogCompletion.Complete(SmallRetail.Catalog);

        Assert.Equal(catalog, CatalogJson.ReadManifest(CatalogJson.WriteManifest(catalog)));
    }

    [Fact]
    public void One_object_reads_back_equal()
    {
        foreach (var item in SmallRetail.Catalog.Objects) Assert.Equal(item, CatalogJson.ReadObject(CatalogJson.Write(item)));
    }

    // "kind" says which record it is.
    [Fact]
    public void Kind_of_a_fact_reads_back_beside_the_kind_of_its_record()
    {
        var fact = new FactObject(new("CURATED", "FACT_CLICKS"), "Shop.FactClicks", [], FactKind.Event);

        Assert.Equal(fact, CatalogJson.ReadObject(CatalogJson.Write(fact)));
        Assert.Equal(fact with { FactKind = FactKind.Transaction }, CatalogJson.ReadObject(CatalogJson.Write(fact with { FactKind = FactKind.Transaction })));
    }

    [Fact]
    public void Former_names_read_back_equal()
    {
        var table = new TableObject(new("SHOP", "ITEMS"), "Shop.Items", [new("UNIT_PRICE", "UnitPrice", SqlType.Decimal, true) { FormerNames = ["PRICE", "COST"] }])
        {
            FormerNames = [new("SHOP", "GOODS")],
        };

        Assert.Equal(table, CatalogJson.ReadObject(CatalogJson.Write(table)));
    }

    [Theory]
    [InlineData("a \"quoted\" \\ backslash")]
    [InlineData("line\nbreak\r\ttab \u0001 control")]
    [InlineData("\u2028 \ufeff \ud83d\ude00 lone \ud800")]
    public void Any_text_reads_back_equal(string comment)
    {
        var schema = new SchemaObject(new(null, "LANDING"), "Landing") { Comment = comment };

        Assert.Equal(schema, CatalogJson.ReadObject(CatalogJson.Write(schema)));
    }

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("{\"kind\":\"SchemaObject\"", "ends too early")]
    [InlineData("{\"kind\":\"Elephant\"}", "no CatalogObject")]
    [InlineData("{\"kind\":\"SchemaObject\",\"name\":5}", "can't be read")]
    [InlineData("{x}", "unexpected 'x' at character 2")]
    public void Text_that_is_no_object_is_refused_with_the_reason(string json, string reason)
    {
        var error = Assert.Throws<CatalogFormatException>(() => CatalogJson.ReadObject(json));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_another_format_is_refused()
    {
        var error = Assert.Throws<CatalogFormatException>(() => CatalogJson.ReadManifest("""{"format": 99, "objects": []}"""));

        Assert.Equal("The manifest is of another format than 1; build the model again.", error.Message);
    }
}
