using Pipeline.Testing;

namespace Functions.Tests;

/// <summary>The page of functions is made from the table; it can't lie.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Page_of_functions_is_what_the_table_says()
    {
        var page = RepositoryRoot.File("docs/reference/functions.md");
        var text = Reference.Text();
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(page, text);
        Assert.Equal(text, File.Exists(page) ? File.ReadAllText(page) : "");
    }
}
