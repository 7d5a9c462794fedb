using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class TagTests
{
    private const string Tags = """
        #pragma warning disable CS8618
        [Schema] public sealed class Governance;
        [Tag<Governance>("retail", "platform")] public sealed class CostCenter;
        [Tag<Governance>] public sealed class Owner;
        """;

    private static readonly QualifiedName CostCenter = new("GOVERNANCE", "COST_CENTER");

    [Fact]
    public void Tags_of_objects_and_columns_are_read_with_their_values()
    {
        var model = CompiledModel.Of(Tags, """
            #pragma warning disable CS8618
            [Table<Governance>, Tagged<CostCenter>("retail"), Tagged<Owner>("${team}")]
            public sealed class Customers { [Tagged<Owner>("crm")] public string Name { get; init; } }
            """);
        Assert.Equal(["retail", "platform"], model.Object<TagObject>("GOVERNANCE.COST_CENTER").AllowedValues);
        var table = model.Object<TableObject>("GOVERNANCE.CUSTOMERS");
        Assert.Equal([new TagValue(CostCenter, "retail"), new TagValue(new("GOVERNANCE", "OWNER"), "${team}")], table.Tags);
        Assert.Equal([new TagValue(new("GOVERNANCE", "OWNER"), "crm")], table.Columns[0].Tags);
        Assert.Empty(model.Findings());
    }

    [Theory]
    [InlineData("[Warehouse, Tagged<CostCenter>(\"sales\")] public sealed class Wh;", "'CostCenter' doesn't allow 'sales' on 'Wh'; use retail or platform, or add it to what the tag allows")]
    [InlineData("[Warehouse, Tagged<CostCenter>(\"retail\"), Tagged<CostCenter>(\"platform\")] public sealed class Wh;", "'Wh' has 'CostCenter' twice, and a tag has one value; remove one")]
    [InlineData("[CsvFormat<Governance>, Tagged<CostCenter>(\"retail\")] public sealed class Csv;", "'Csv' takes no tag; tag its schema, or what it works on")]
    [InlineData("[Tag<Governance>(\"a\", \"a\")] public sealed class Again;", "'Again' allows 'a' twice; write it once")]
    [InlineData("[Table<Governance>] public sealed class T { [Tagged<CostCenter>(\"sales\")] public string Name { get; init; } }", "'CostCenter' doesn't allow 'sales' on 'Name'; use retail or platform, or add it to what the tag allows")]
    public void Tag_that_does_not_fit_is_refused_with_the_reason(string code, string why) => Assert.Equal(
        [$"PL0706 {why}"], Problems(Tags + "\n" + code));

    [Fact]
    public void Materialized_view_takes_no_tag_on_its_columns_either() => Assert.Contains("PL0706 'Kept' takes no tag; tag its schema, or what it works on", Problems(Tags + """
        [Table<Governance>] public sealed class T { public string Name { get; init; } }
        [MaterializedView<Governance>] public sealed class Kept
        {
            [Tagged<Owner>("crm")] public string Name { get; init; }
            [Define] static Query<Kept> Of(Query<T> rows) => from r in rows select new Kept { Name = r.Name };
        }
        """));

    [Fact]
    public void Value_longer_than_a_tag_takes_is_refused() => Assert.Equal(
        ["PL0706 'Wh' has 'Owner' of 257 characters, and Snowflake takes 256; shorten it"], Problems(Tags + $"\n[Warehouse, Tagged<Owner>(\"{new string('x', 257)}\")] public sealed class Wh;"));

    private static IEnumerable<string> Problems(string model) => ModelText.Analyze(ModelText.Compile(model), new ModelAnalyzer())
        .Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal)).Select(d => $"{d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
}
