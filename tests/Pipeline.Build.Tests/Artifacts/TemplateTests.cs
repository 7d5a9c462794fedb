using Pipeline.Build.Rendering;
using Pipeline.Catalog;
using Pipeline.Environments;

namespace Pipeline.Build.Tests;

/// <summary>Templates of a model project, in the place of ours.</summary>
public sealed class TemplateTests
{
    private static readonly CompiledCatalog Catalog = CatalogCompletion.Complete(new([new SchemaObject(new(null, "LANDING"), "Retail.Landing")]));

    private static IReadOnlyList<RenderedFile> Render(params TemplateOverride[] templates) =>
        new SqlArtifactSource().Render(new(Catalog, Catalog, DeploymentEnvironment.None, templates));

    private static string Errors(params TemplateOverride[] templates) => string.Join("\n",
        Assert.Throws<BuildException>(() => Render(templates)).Errors.Select(e => $"{e.File}({e.Line}): {e.Code}: {e.Message}"));

    private static TemplateOverride Template(string name, string text) => new(name, "templates/" + name, text);

    [Theory]
    [InlineData("schema.sql")]
    [InlineData("Schemas/schema.sql")]
    public void Template_of_the_same_name_stands_for_ours(string name) =>
        Assert.Contains("CREATE SCHEMA LANDING -- as we do it", Render(Template(name, "CREATE SCHEMA {{ schema.name }} -- as we do it")).Single(f => f.Path == "LANDING/schema.sql").Text);

    [Fact]
    public void Template_of_no_such_name_is_told_with_the_names_there_are() =>
        Assert.StartsWith("templates/shema.sql(1): PL0904: There is no template 'shema.sql' to override; name the file after one of ", Errors(Template("shema.sql", "")));

    [Fact]
    public void Template_that_is_overridden_twice_is_told() =>
        Assert.Contains("is overridden twice; keep one of the files.", Errors(Template("Schemas/schema.sql", ""), Template("schema.sql", "")));

    [Theory]
    [InlineData("CREATE\n{{ schema.nam }}", 2)]
    [InlineData("CREATE\n\n{{ if }}", 3)]
    public void Mistake_in_a_template_is_told_with_its_line(string text, int line) =>
        Assert.StartsWith($"templates/schema.sql({line}): PL0904: ", Errors(Template("schema.sql", text)));

    [Fact]
    public void Path_of_each_template_is_within_its_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("templates/Schemas/schema.sql", "a\r\nb");
        folder.Write("templates/stream.sql", "c");
        folder.Write("templates/README.md", "no template");
        Assert.Equal(
            [Template("Schemas/schema.sql", "a\nb"), Template("stream.sql", "c")],
            TemplateFolder.Read(folder.File("templates"), "templates"));
        Assert.Empty(TemplateFolder.Read(folder.File("none"), "none"));
    }
}
