using System.Text.Json;
using Pipeline.Catalog;

namespace Pipeline.Environments.Tests;

/// <summary>The schema says of a file what its reader says.</summary>
public sealed class EnvironmentSchemaTests
{
    private static readonly CompiledCatalog Model = new([
        new StageObject(new("LANDING", "SALES_STAGE"), "Retail.SalesStage", "${s3.root}/sales/"),
        new StorageIntegrationObject(new(null, "RETAIL_S3"), "Retail.RetailS3", "${s3.role}", ["${s3.root}/"]),
        new WarehouseObject(new(null, "TRANSFORM_WH"), "Retail.TransformWh"),
        new WarehouseObject(new(null, "A_WH"), "Retail.One.Twin"), new WarehouseObject(new(null, "B_WH"), "Retail.Two.Twin"),
    ]);

    private static readonly JsonElement Schema = JsonDocument.Parse(EnvironmentSchema.Write(Model)).RootElement;

    [Fact]
    public void It_begins_as_the_build_knows_its_own_files() => Assert.StartsWith(EnvironmentSchema.Start, EnvironmentSchema.Write(Model), StringComparison.Ordinal);

    [Fact]
    public void Its_keys_are_those_that_the_reader_takes()
    {
        Assert.All(Names(Schema), key => Assert.DoesNotContain("has no '" + key + "'", Told($"{key}: x"), StringComparison.Ordinal));
        Assert.All(Names(Definition("environment")), key => Assert.DoesNotContain("has no '" + key + "'", Told($"environments: {{ dev: {{ {key}: x }} }}"), StringComparison.Ordinal));
        Assert.Equal($"use {string.Join(", ", Names(Schema))}.", Told("other: x").Split("; ")[1].Trim());
        Assert.Equal($"use {string.Join(", ", Names(Definition("environment")))}.", Told("environments: { dev: { other: x } }").Split("; ")[1].Trim());
    }

    [Theory]
    [InlineData("edition")]
    [InlineData("cloud")]
    [InlineData("schedules")]
    public void Its_choices_are_taken_by_the_reader(string key)
    {
        var choices = Definition("environment").GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray().Select(c => c.GetString()).ToList();
        Assert.NotEmpty(choices);
        Assert.All(choices, c => Files.Read($"environments: {{ dev: {{ {key}: {c} }} }}"));
        Assert.Contains(string.Join(" or ", choices), Told($"environments: {{ dev: {{ {key}: other }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_the_model_uses_are_offered_with_who_uses_them()
    {
        var values = Definition("values");
        Assert.Equal(["s3.role", "s3.root"], Names(values));
        Assert.Equal("Used by SalesStage, RetailS3.", values.GetProperty("properties").GetProperty("s3.root").GetProperty("description").GetString());
    }

    [Fact]
    public void Overrides_are_those_that_binding_takes()
    {
        Assert.Equal(["RetailS3", "SalesStage", "TransformWh"], Names(Definition("overrides")).Order(StringComparer.Ordinal));
        var warehouse = Definition("WarehouseObject").GetProperty("properties");
        foreach (var property in warehouse.EnumerateObject())
        {
            var value = property.Value.TryGetProperty("enum", out var choices) ? choices[choices.GetArrayLength() - 1].ToString()
                : property.Value.GetProperty("type").GetString() switch { "integer" => "3", "boolean" => "true", _ => "x" };
            var file = Files.Read($"values: {{ s3.root: s, s3.role: r }}\nenvironments: {{ dev: {{ overrides: {{ TransformWh: {{ {property.Name}: {value} }} }} }} }}");
            Assert.NotEqual(Model.All<WarehouseObject>().First(), CatalogBinding.Bind(Model, file.Find("dev")).All<WarehouseObject>().First());
        }

        Assert.Contains("XLarge", warehouse.GetProperty("Size").GetProperty("enum").EnumerateArray().Select(s => s.GetString()));
        Assert.False(warehouse.TryGetProperty("Name", out _));
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    private static string Told(string text)
    {
        try
        {
            Files.Read(text);
            return "";
        }
        catch (EnvironmentException e)
        {
            return e.Message;
        }
    }
}
