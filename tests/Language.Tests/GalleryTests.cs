using Pipeline.Testing;

namespace Language.Tests;

/// <summary>The gallery in the documentation is made of this model.</summary>
public sealed class GalleryTests
{
    private const string Introduction = """
        # Gallery

        C# and the SQL that it becomes: each query is a view of [`tests/Language`](../../tests/Language), whose SQL is committed, and which gives the same
        rows on DuckDB and as plain C#. A test makes this page. What each operator and expression becomes is listed in [queries.md](queries.md); whole
        queries are in [tpc-h.md](tpc-h.md), and objects of all kinds in [objects.md](objects.md).
        """;

    private static readonly string[] Subjects =
    [
        "Operators/Rows.cs", "Operators/Joins.cs", "Operators/Groups.cs", "Operators/Windows.cs", "Operators/Subqueries.cs", "Operators/Sets.cs", "Operators/Generated.cs",
        "Operators/Together.cs", "Operators/Mixed.cs", "Expressions/Choices.cs", "Expressions/Patterns.cs", "Expressions/Values.cs", "Expressions/Numbers.cs",
        "Expressions/Texts.cs", "Expressions/TextCalls.cs", "Expressions/Times.cs", "Expressions/TimeCalls.cs", "Expressions/Documents.cs",
    ];

    [Fact]
    public void Gallery_shows_the_model_as_it_is() =>
        GeneratedPage.ShouldHold("docs/reference/gallery.md", QueryGallery.Page("tests/Language", Subjects, "tests/Language/sql/SHOP/views", Introduction));

    [Fact]
    public void Gallery_shows_every_view()
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs/reference/gallery.md"));
        Assert.All(ModelCatalog.Objects.OfType<Pipeline.Catalog.ViewObject>(), v => Assert.Contains($"Query<{v.ClassName!.Split('.')[^1]}> Define(", page, StringComparison.Ordinal));
    }
}
