using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests;

/// <summary>The generator runs again only where something changed, and writes the same everywhere.</summary>
public sealed class GeneratorTests
{
    private const string TwoTables = """
        #pragma warning disable CS8618
        [Schema] public sealed class S;
        [Table<S>] public sealed class A { public int Quantity { get; init; } }
        [Stream] public sealed class AStream : Stream<A>;
        [View<S>] public sealed class V { public int Q { get; init; } [Define] static Query<V> Of(Query<A> rows) => from r in rows where r.Quantity > 0 select new V { Q = r.Quantity }; }
        public static class Elsewhere { public static int Answer() => 42; }
        """;

    private static readonly HashSet<IncrementalStepRunReason> NotChanged = [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached];

    [Fact]
    public void Edit_outside_of_the_model_leaves_every_step_unchanged()
    {
        var steps = CompiledModel.Of(TwoTables).Edit("42", "43");
        Assert.All([Steps.ReadModel, Steps.WriteParts], s => Assert.Subset(NotChanged, steps[s].ToHashSet()));
    }

    [Fact]
    public void Edit_of_a_view_writes_its_part_alone()
    {
        var steps = CompiledModel.Of(TwoTables).Edit("> 0", ">= 0");
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], steps[Steps.WriteParts].Order());
    }

    [Theory]
    [InlineData("#pragma warning disable CS8618", "#pragma warning disable CS8618, PL0405")]
    [InlineData("select new V { Q = r.Quantity }; }", "select new V { Q = r.Quantity }; /* What was sold. */ }")]
    public void Edit_that_changes_no_more_than_what_is_told_or_a_comment_writes_nothing(string from, string to) =>
        Assert.Subset(NotChanged, CompiledModel.Of(TwoTables).Edit(from, to)[Steps.WriteParts].ToHashSet());

    [Fact]
    public void Catalog_is_the_same_in_Turkish_and_whatever_the_order_of_the_files()
    {
        var files = SampleFiles;
        var expected = CompiledModel.Of(files).GeneratedText;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(expected, CompiledModel.Reversed(files).GeneratedText);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Sample_has_nothing_to_object_to() => Assert.Empty(CompiledModel.Of(SampleFiles).Findings());

    private static string[] SampleFiles => [.. Directory.GetFiles(RepositoryRoot.File("samples", "RetailModel"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
