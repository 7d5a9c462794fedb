using System.Text.Json;
using Pipeline.Catalog.Json;
using Pipeline.Catalog.Lineage;
using Pipeline.Testing;

namespace Pipeline.Catalog.Tests.Lineage;

/// <summary>No column of any model is silently without lineage: columns flow into it, or an origin says why none do.</summary>
public sealed class EveryColumnTests
{
    public static TheoryData<string> Models => ["samples/RetailModel", "tests/OnlineRetail", "tests/FactKinds", "tests/Language", "tests/Functions"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Column_has_sources_or_says_where_it_comes_from(string model)
    {
        var catalog = Catalog(model);
        var graph = LineageGraph.Of(catalog);
        var columns = catalog.Objects.SelectMany(o => ColumnMember.ColumnsOf(o).Select(c => (Object: o, Column: c, Lineage: graph.Of(new FieldName(o.Name, c.Name))))).ToList();

        Assert.True(columns.Count > 100);
        Assert.All(columns, c => Assert.True(c.Lineage.Sources.Any(s => s.IsDirect) || c.Lineage.Origins != Origins.None, $"{c.Object.Name}.{c.Column.Name}"));

        // Only a table that the model leaves to others is filled by nothing in it, and what Snowflake keeps of the account.
        Assert.All(columns.Where(c => c.Object is not AccountViewObject && c.Lineage.Origins.HasFlag(Origins.External) && !c.Lineage.Sources.Any(s => s.IsDirect)), c =>
        {
            var table = Assert.IsType<TableObject>(c.Object, exactMatch: false);
            Assert.True(table.Loads.Count == 0 && table.Copies.Count == 0 && catalog.All<PipeObject>().All(p => p.Table != table.Name), $"{c.Object.Name}.{c.Column.Name}");
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Stream_has_the_columns_of_what_it_follows(string model)
    {
        var catalog = Catalog(model);
        var graph = LineageGraph.Of(catalog);
        Assert.All(catalog.All<StreamObject>(), s =>
        {
            Assert.NotEmpty(graph.ColumnsOf(s.Name));
            Assert.All(graph.ColumnsOf(s.Name), c =>
                Assert.Equal([new SourceColumn(new(s.Source, c.Name), Ways.Identity)], graph.Of(new FieldName(s.Name, c.Name)).Sources));
        });
    }

    // The sources named are columns that there are, so that the graph has no loose end.
    [Theory]
    [MemberData(nameof(Models))]
    public void Each_source_is_a_column_of_the_model_or_a_field_of_its_files(string model)
    {
        var catalog = Catalog(model);
        var graph = LineageGraph.Of(catalog);
        var known = catalog.Objects.SelectMany(o => ColumnMember.ColumnsOf(o).Select(c => new FieldName(o.Name, c.Name))).ToHashSet();
        var sources = graph.Jobs.SelectMany(j => j.Columns.SelectMany(c => c.Sources).Concat(j.Rows)).Select(s => s.Field).ToList();

        Assert.All(sources.Where(f => !f.IsFile), f => Assert.Contains(f.Whole, known));
        Assert.All(sources.Where(f => f.IsFile), f => Assert.NotNull(catalog.Find<StageObject>(f.Object)));
        Assert.All(graph.Jobs.SelectMany(j => j.Columns), c => Assert.Contains(c.Column, known));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Manifest_maps_every_column_to_its_member_its_lines_and_its_sources(string model)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Manifest(model)));
        var map = manifest.RootElement.GetProperty("columns");
        foreach (var item in Catalog(model).Objects)
        {
            foreach (var column in ColumnMember.ColumnsOf(item))
            {
                var entry = map.GetProperty($"{item.Name}.{column.Name}");
                Assert.True(new[] { "passesThrough", "transformed", "aggregated", "origin" }.Any(k => entry.TryGetProperty(k, out _)), column.Name);
                if (item.ClassName.Length == 0 || column.Property.Length == 0) continue;

                Assert.Equal($"{item.ClassName}.{column.Property}", entry.GetProperty("member").GetString());
                Assert.Equal(column.At!.ToString(), entry.GetProperty("declared").GetString());
            }
        }
    }

    private static CompiledCatalog Catalog(string model) => CatalogJson.ReadManifest(File.ReadAllText(Manifest(model)));

    private static string Manifest(string model) => RepositoryRoot.File([.. model.Split('/'), "sql", "manifest.json"]);
}
