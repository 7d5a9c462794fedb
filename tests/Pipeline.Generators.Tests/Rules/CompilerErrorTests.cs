using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Where the compiler has an error of its own, a query that can't be read for it isn't told a second time; it is a finding all the same.</summary>
public sealed class CompilerErrorTests
{
    private const string Model = """
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Stores { public string Name { get; init; } }
        [View<Shop>] public sealed class Names { public string Name { get; init; } [Define] static Query<Names> Of(Query<Stores> stores) => from s in stores select new Names { Name = s.Name }; }
        [View<Shop>] public sealed class Uppers { public string Name { get; init; } [Define] static Query<Uppers> Of(Query<Stores> stores) => from s in stores select new Uppers { Name = s.Name.ToUpper() }; }
        """;

    [Theory]
    [InlineData("new Names { Name = s.Nam }", "CS1061")]
    [InlineData("new Names { Name = s. }", "CS1001")]
    [InlineData("new Names { Name = 5 }", "CS0029")]
    public void Only_the_compiler_tells_its_error(string typed, string told)
    {
        var compilation = ModelText.Compile(Model.Replace("new Names { Name = s.Name }", typed, StringComparison.Ordinal));
        Assert.Equal(
            [told, "PL0601 at s.Name.ToUpper()"],
            ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d is { Severity: DiagnosticSeverity.Error, IsSuppressed: false })
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => d.Id == "PL0601" ? $"{d.Id} at {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}" : d.Id));
        Assert.Contains(ModelReading.Of(compilation, default).Objects, o => o.ClassName == "Names" && o.Findings.Count > 0);
    }
}
