using Pipeline.Testing;

namespace TpcH.Tests;

/// <summary>The page of whole queries in the documentation is made of this model.</summary>
public sealed class GalleryTests
{
    private const string Introduction = """
        # TPC-H in C#

        The 22 queries of the TPC-H benchmark as views of [`tests/TpcH`](../../tests/TpcH), and the SQL that they become. Each gives the same rows, in the same
        order, as the specification's own text on DuckDB and as plain C#, over rows of the specification's words and ranges. A test makes this page.
        """;

    [Fact]
    public void Page_shows_the_model_as_it_is()
    {
        var files = Directory.GetFiles(RepositoryRoot.File("tests/TpcH/Queries"), "*.cs").Select(f => "Queries/" + Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(22, files.Count);
        GeneratedPage.ShouldHold("docs/reference/tpc-h.md", QueryGallery.Page("tests/TpcH", files, "tests/TpcH/sql/WHOLESALE/views", Introduction));
    }
}
