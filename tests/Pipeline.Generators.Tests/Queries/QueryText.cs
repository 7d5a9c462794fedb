namespace Pipeline.Generators.Tests.Queries;

/// <summary>Makes a model of one query over a few tables.</summary>
internal static class QueryText
{
    public const string Tables = """
        #pragma warning disable CS8618, CS8602
        [Schema] public sealed class Shop;
        public enum Channel { Unknown, Web, Store }

        [Table<Shop>] public sealed class Sale
        {
            [BusinessKey] public string OrderId { get; init; }
            [BusinessKey] public int Line { get; init; }
            public int? CustomerId { get; init; }
            public string StoreId { get; init; }
            [Number(12, 2)] public decimal Amount { get; init; }
            [Number(12, 2)] public decimal? Discount { get; init; }
            [Sequence] public DateTime SoldAt { get; init; }
            public Channel Channel { get; init; }
            public string? Note { get; init; }
        }

        [Table<Shop>] public sealed class Customer
        {
            [BusinessKey] public int CustomerId { get; init; }
            public string Name { get; init; }
            public string? Segment { get; init; }
        }

        [Table<Shop>] public sealed class Raw
        {
            public Variant Document { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [LoadTime] public DateTime LoadedAt { get; init; }
        }

        public sealed class Order
        {
            [FromField("id")] public string? Id { get; init; }
            [FromField("customer")] public Buyer? Customer { get; init; }
            [FromField("lines")] public IReadOnlyList<Item>? Lines { get; init; }
            public sealed class Buyer { [FromField("name")] public string? Name { get; init; } }
            public sealed class Item { [FromField("sku")] public string? Sku { get; init; } [FromField("price")] public decimal? Price { get; init; } }
        }

        [Stream] public sealed class SaleStream : Stream<Sale>;
        [Stream] public sealed class RawStream : Stream<Raw>;
        """;

    /// <summary>A view <c>Row</c> of these columns, such as <c>string Id, decimal? Total</c>.</summary>
    public static CompiledModel View(string columns, string parameters, string query, string beside = "", string tables = "") =>
        CompiledModel.Of(Tables, ViewText(columns, parameters, query, beside) + tables);

    public static string ViewText(string columns, string parameters, string query, string beside) => $$"""
        #pragma warning disable CS8618, CS8602
        [View<Shop>] public sealed class Row
        {
            {{Properties(columns)}}
            [Define] static Query<Row> Define({{parameters}}) => {{query}};
            {{beside}}
        }
        """;

    /// <summary>A table <c>Row</c> with one load that appends.</summary>
    public static CompiledModel Load(string columns, string parameters, string query, string beside = "") => CompiledModel.Of(Tables, $$"""
        #pragma warning disable CS8618, CS8602
        [Table<Shop>] public sealed class Row
        {
            {{Properties(columns)}}
            [Load(LoadMode.Append)] static Query<Row> Fill({{parameters}}) => {{query}};
            {{beside}}
        }
        """);

    /// <summary>One value of a sale as SQL.</summary>
    public static string Value(string type, string value, string beside = "")
    {
        var sql = Sql(View($"{type} Value", "Query<Sale> sales", $"from s in sales select new Row {{ Value = {value} }}", beside));
        const string From = "\nFROM SHOP.SALE AS sales";
        Assert.EndsWith(From, sql);
        sql = sql[..^From.Length];
        return sql["SELECT ".Length..].Trim() is var column && column.LastIndexOf(" AS VALUE", StringComparison.Ordinal) is >= 0 and var end ? column[..end].TrimEnd() : column;
    }

    public static string Sql(this CompiledModel model)
    {
        Assert.Empty(model.Findings());
        return model.Sql("SHOP.ROW");
    }

    public static void ShouldBe(this string actual, string expected) => Assert.Equal(expected, actual, ignoreLineEndingDifferences: true);

    public static void ShouldContain(this string actual, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, actual));

    private static string Properties(string columns) =>
        string.Join(" ", columns.Split(", ").Select(c => $"public {c} {{ get; init; }}"));
}
