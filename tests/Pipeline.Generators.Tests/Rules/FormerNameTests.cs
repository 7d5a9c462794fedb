using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Former names of classes and properties: read as names of the account, and refused where they can't be such.</summary>
public sealed class FormerNameTests
{
    private const string Shop = """
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;

        """;

    [Fact]
    public void Former_names_are_read_as_the_account_has_them()
    {
        var table = CompiledModel.Of(Shop + """
            [Table<Shop>, RenamedFrom("ShopGoods"), RenamedFrom("Wares")] public sealed class Items { [RenamedFrom("PriceOfOne")] public string? UnitPrice { get; init; } }
            """).Object<TableObject>("SHOP.ITEMS");
        Assert.Equal([new QualifiedName("SHOP", "SHOP_GOODS"), new("SHOP", "WARES")], table.FormerNames);
        Assert.Equal(["PRICE_OF_ONE"], table.Columns[0].FormerNames);
    }

    [Fact]
    public void Stream_may_have_had_another_name() => Assert.Equal([new QualifiedName("SHOP", "ITEM_CHANGES")], CompiledModel.Of(Shop + """
        [Table<Shop>] public sealed class Items { public string? Id { get; init; } }
        [Stream, RenamedFrom("ItemChanges")] public sealed class ItemEvents : Stream<Items>;
        """).Object<StreamObject>("SHOP.ITEM_EVENTS").FormerNames);

    [Theory]
    [InlineData("PL0810", "[Table<Shop>, RenamedFrom(\"Items\")] public sealed class Items { public string? Id { get; init; } }",
        "[RenamedFrom] on 'Items' renames nothing: it is still called ITEMS; name what it was called before, or remove it")]
    [InlineData("PL0810", "[Table<Shop>] public sealed class Items { [RenamedFrom(\"id\")] public string? Id { get; init; } }",
        "[RenamedFrom] on 'Id' renames nothing: it is still called ID; name what it was called before, or remove it")]
    [InlineData("PL0811", "[Table<Shop>] public sealed class Items { public string? Id { get; init; } } [Stream] public sealed class Seen : Stream<Items>; [Stream, RenamedFrom(\"Seen\")] public sealed class Shown : Stream<Items>;",
        "'Shown' can't have been SHOP.SEEN: 'Seen' is; name what this one was called, or remove [RenamedFrom]")]
    [InlineData("PL0810", "[Table<Shop>] public sealed class Items { public string? Price { get; init; } [RenamedFrom(\"Price\")] public string? Cost { get; init; } }",
        "[RenamedFrom] on 'Cost' renames nothing: the column PRICE is still there, of 'Price'; rename or remove that one first, and ship it")]
    [InlineData("PL0810", "[Table<Shop>] public sealed class Items { [RenamedFrom(\"Old\")] public string? Price { get; init; } [RenamedFrom(\"Old\")] public string? Cost { get; init; } }",
        "[RenamedFrom] on 'Cost' renames nothing: 'Price' was 'Old' already; remove one of the two: one column was one column before")]
    [InlineData("PL0810", "[Table<Shop>, RenamedFrom(\"SHOP.GOODS\")] public sealed class Items { public string? Id { get; init; } }",
        "[RenamedFrom] on 'Items' renames nothing: 'SHOP.GOODS' is no name of C#; write the former name as the class or the property had it")]
    [InlineData("PL0811", "[Table<Shop>] public sealed class Goods { public string? Id { get; init; } } [Table<Shop>, RenamedFrom(\"Goods\")] public sealed class Items { public string? Id { get; init; } }",
        "'Items' can't have been SHOP.GOODS: 'Goods' is; name what this one was called, or remove [RenamedFrom]")]
    [InlineData("PL0811", "[Table<Shop>, RenamedFrom(\"Old\")] public sealed class Goods { public string? Id { get; init; } } [Table<Shop>, RenamedFrom(\"Old\")] public sealed class Items { public string? Id { get; init; } }",
        "'Items' can't have been SHOP.OLD: 'Goods' was; name what this one was called, or remove [RenamedFrom]")]
    [InlineData("PL0810", "[Table<Shop>] public sealed class Items { public string? Id { get; init; } } [View<Shop>, RenamedFrom(\"Seen\")] public sealed class Shown { public string? Id { get; init; } [Define] static Query<Shown> Of(Query<Items> items) => items.Select(i => new Shown { Id = i.Id }); }",
        "[RenamedFrom] on 'Shown' renames nothing: 'Shown' is no table and no stream; remove it: what holds no rows is made anew under its new name")]
    public void Name_that_is_no_former_one_is_refused_at_its_attribute(string rule, string model, string message)
    {
        var problem = Assert.Single(ModelText.Analyze(ModelText.Compile(Shop + model), new ModelAnalyzer()), p => p.Id.StartsWith("PL08", StringComparison.Ordinal));
        Assert.Equal((rule, message), (problem.Id, problem.GetMessage(null)));
        Assert.StartsWith("RenamedFrom", problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void View_may_have_the_former_name_of_its_table() => Assert.Empty(ModelText.Analyze(ModelText.Compile(Shop + """
        [Table<Shop>, RenamedFrom("Goods")] public sealed class Items { public string? Id { get; init; } }
        [View<Shop>] public sealed class Goods { public string? Id { get; init; } [Define] static Query<Goods> Of(Query<Items> items) => items.Select(i => new Goods { Id = i.Id }); }
        """), new ModelAnalyzer()).Where(p => p.Id.StartsWith("PL08", StringComparison.Ordinal)));
}
