namespace Pipeline.Generators.Tests.Rules;

/// <summary>What was shipped is compared while one types: at the smallest piece of code, by the words of the build, and quietly where the code isn't whole.</summary>
public sealed class BaselineAnalyzerTests
{
    private const string Shipped = """
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Items { public string? Id { get; init; } public decimal? Price { get; init; } }
        [Dimension<Shop>(Scd.Type2)] public sealed class DimItem
        {
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string? Shelf { get; init; }
            [ValidFrom] public DateTime Since { get; init; }
            [ValidTo] public DateTime? Until { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
        }
        """;

    [Fact]
    public void Same_model_loses_nothing() => Assert.Empty(ShippedText.Of(Shipped).Told(Shipped));

    [Fact]
    public void Lost_column_is_shown_at_the_property_that_it_likely_is_now() => Assert.Equal(
        "UnitPrice: PL0821: The column PRICE of SHOP.ITEMS ('Items') was shipped and isn't in the model any more: its values would be lost. "
        + "If 'UnitPrice' is what it was, write [RenamedFrom(\"Price\")] on it. If it may be lost, set PipelineAcceptLoss to drop-column:SHOP.ITEMS.PRICE. "
        + "If it was never deployed, restore sql/manifest.json as it was, and build again.",
        Told(Shipped.Replace("Price", "UnitPrice", StringComparison.Ordinal)));

    [Theory]
    [InlineData("public decimal? Price { get; init; }", "", "Items: PL0821")]
    [InlineData("class Items {", "class Goods {", "Goods: PL0820")]
    [InlineData("[Table<Shop>] public sealed class Items { public string? Id { get; init; } public decimal? Price { get; init; } }", "", "Shop: PL0820")]
    [InlineData("[BusinessKey] public string Id { get; init; }", "[BusinessKey] public string Id { get; init; } [BusinessKey] public string Row { get; init; }", "DimItem: PL0823")]
    [InlineData("public decimal? Price", "public decimal Price", "Price: PL0822")]
    [InlineData("public decimal? Price", "public string Name { get; init; } public decimal? Price", "Name: PL0825")]
    public void Loss_is_shown_where_the_code_has_to_change(string code, string changed, string told) =>
        Assert.StartsWith(told, Told(Shipped.Replace(code, changed, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void What_no_class_stands_for_is_shown_in_the_manifest()
    {
        var told = Assert.Single(ShippedText.Of(Shipped + "\n[Schema] public sealed class Store; [Table<Store>] public sealed class Racks { public string? Id { get; init; } }").Told(Shipped));
        Assert.Equal(("PL0820", "sql/manifest.json"), (told.Id, told.Location.GetLineSpan().Path));
        Assert.True(told.Location.GetLineSpan().StartLinePosition.Line > 0);
    }

    [Theory]
    [InlineData("drop-column:SHOP.ITEMS.PRICE")]
    [InlineData("  drop-table:SHOP.OTHER drop-column:shop.items.price ")]
    public void Accepted_loss_is_not_shown(string accepted) =>
        Assert.Empty(ShippedText.Of(Shipped, accepted).Told(Shipped.Replace("Price", "UnitPrice", StringComparison.Ordinal)));

    [Theory]
    [InlineData("public decimal? Price { get; init; }", "public decimal? ")]
    [InlineData("public decimal? Price { get; init; }", "public Decimol? Price { get; init; }")]
    [InlineData("[Table<Shop>] public sealed class Items", "[Table<Sho>] public sealed class Items")]
    [InlineData("[Table<Shop>] public sealed class Items", "[Tab] public sealed class Items")]
    public void Code_that_is_not_whole_yet_loses_nothing(string code, string typed) => Assert.Empty(ShippedText.Of(Shipped).Told(Shipped.Replace(code, typed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("<<<<<<< HEAD\n")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\": 1, \"objects\": 5}")]
    [InlineData("{\"format\": 1, \"objects\": [null, {\"kind\": \"TableObject\"}]}")]
    [InlineData("{\"format\": 1, \"objects\": [{\"kind\": \"TableObject\", \"name\": \"SHOP.ITEMS\", \"className\": \"Items\", \"columns\": [{}]}]}")]
    [InlineData("{\"format\": 1, \"objects\": [{\"kind\": \"TableObject\", \"name\": \"SHOP.ITEMS\", \"className\": \"Items\", \"columns\": [null]}]}")]
    public void Manifest_that_cannot_be_read_is_a_finding_of_its_own(string manifest)
    {
        var told = Assert.Single(new ShippedText(manifest).Told(Shipped));
        Assert.Equal(("PL0824", "sql/manifest.json"), (told.Id, told.Location.GetLineSpan().Path));
        Assert.StartsWith("What was shipped can't be", told.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("Restore the file from version control", told.GetMessage(null), StringComparison.Ordinal);
    }

    // A stroke of a key makes a new compilation; the file is the same.
    [Fact]
    public void Manifest_is_read_once_and_compared_when_an_object_changes()
    {
        var shipped = ShippedText.Of(Shipped);
        var model = Generators.Baseline.ShippedModel.Of(shipped.Text);
        Assert.Same(model, Generators.Baseline.ShippedModel.Of(shipped.Text));

        var objects = Generators.Reading.ModelReading.Of(ModelText.Compile("#pragma warning disable CS8618\n" + Shipped), default).Objects;
        Assert.Same(model.Compare(objects), model.Compare(objects));
        var again = Generators.Reading.ModelReading.Of(ModelText.Compile("#pragma warning disable CS8618\n" + Shipped), default).Objects;
        Assert.Same(model.Compare(objects), model.Compare(again));
    }

    private static string Told(string model)
    {
        var told = Assert.Single(ShippedText.Of(Shipped).Told(model));
        return $"{told.Location.SourceTree!.GetText().ToString(told.Location.SourceSpan)}: {told.Id}: {told.GetMessage(null)}";
    }
}
