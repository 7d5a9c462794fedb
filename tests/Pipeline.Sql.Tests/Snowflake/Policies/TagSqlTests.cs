using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class TagSqlTests
{
    private static readonly TagObject CostCenter = new(new("GOV", "COST_CENTER"), "Shop.CostCenter", ["retail", "o'hara"]) { Comment = "Who pays." };

    [Fact]
    public void Tag_gets_another_allowed_value_in_place() =>
        Catalogs.Of(new SchemaObject(new(null, "GOV"), "Shop.Gov"), CostCenter).Sql("GOV.COST_CENTER").ShouldBe("""
            CREATE TAG IF NOT EXISTS GOV.COST_CENTER
                ALLOWED_VALUES 'retail', 'o''hara'
                COMMENT = 'Who pays.';
            """);

    [Fact]
    public void Values_are_set_when_all_that_has_them_is_there()
    {
        var tagged = new EquatableArray<TagValue>([new(CostCenter.Name, "retail")]);
        var catalog = Catalogs.Of(
            new SchemaObject(new(null, "GOV"), "Shop.Gov"),
            CostCenter,
            new WarehouseObject(new(null, "WH"), "Shop.Wh") { Tags = tagged },
            new TableObject(new("GOV", "CUSTOMERS"), "Shop.Customers", [new("NAME", "Name", SqlType.Text, true) { Tags = tagged }]) { Tags = tagged });
        var files = ArtifactFiles.Render(catalog, catalog).ToDictionary(f => f.Path, f => f.Text);
        Assert.Contains("\n\nALTER WAREHOUSE WH SET TAG GOV.COST_CENTER = 'retail';\n", files["account/tags.sql"]);
        Assert.Contains("""
            ALTER TABLE GOV.CUSTOMERS SET TAG GOV.COST_CENTER = 'retail';
            ALTER TABLE GOV.CUSTOMERS MODIFY COLUMN NAME SET TAG GOV.COST_CENTER = 'retail';
            """.ReplaceLineEndings("\n"), files["GOV/tags.sql"]);
        var deploy = files["deploy.sql"];
        Assert.True(deploy.IndexOf("CREATE TAG IF NOT EXISTS", StringComparison.Ordinal) < deploy.IndexOf("CREATE TABLE", StringComparison.Ordinal));
        Assert.True(deploy.IndexOf("CREATE TABLE", StringComparison.Ordinal) < deploy.IndexOf("SET TAG", StringComparison.Ordinal));
    }
}
