namespace Pipeline.Generators.Tests.Rules;

/// <summary>A field of a document may be called as it likes, but something.</summary>
public sealed class NameCanBeWrittenTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("R&D", false)]
    [InlineData("a.b", false)]
    public void Field_of_a_document_has_any_name_but_none(string field, bool isRefused)
    {
        var problems = ModelText.Analyze(ModelText.Compile($$"""
            #pragma warning disable CS8618
            [Schema] public sealed class Shop;
            [Table<Shop>] public sealed class Orders { [FromField("{{field}}")] public string? Department { get; init; } }
            """), new ModelAnalyzer());
        Assert.Equal(isRefused, problems.Any(p => p.Id == "PL0105"));
    }
}
