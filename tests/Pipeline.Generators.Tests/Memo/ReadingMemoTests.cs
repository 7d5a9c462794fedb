using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Generators.Rules;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Memo;

/// <summary>What is remembered is what reading everything anew would give, and little is read anew.</summary>
public sealed class ReadingMemoTests
{
    private static readonly string[] Small =
    [
        "[Schema] public sealed class Shop;",
        "public static class Clean { public const int Least = 1; public static string? Text(string? value) => value == \"\" ? null : value; public static string? Code(string? value) => Text(value)?.ToUpperInvariant(); }",
        "[Table<Shop>] public sealed class Raw { public string? Id { get; init; } public int Quantity { get; init; } }",
        "[Stream] public sealed class RawStream : Stream<Raw>;",
        """
        [Table<Shop>] public sealed class Orders
        {
            [BusinessKey] public string Id { get; init; } = "";
            public int Quantity { get; init; }
            [Load] static Query<Orders> From(RawStream raw) => from r in raw where r.Quantity >= Clean.Least select new Orders { Id = Clean.Code(r.Id).OrReject(), Quantity = r.Quantity };
        }
        """,
        "[View<Shop>] public sealed class Big { public string Id { get; init; } = \"\"; [Define] static Query<Big> Of(Query<Orders> orders) => from o in orders where o.Quantity > 10 select new Big { Id = o.Id }; }",
        "[View<Shop>] public sealed class Small { public string Id { get; init; } = \"\"; [Define] static Query<Small> Of(Query<Orders> orders) => from o in orders where o.Quantity < 10 select new Small { Id = o.Id }; }",
    ];

    [Fact]
    public void Nothing_is_read_twice()
    {
        var model = new EditedModel(Small);
        Assert.Equal(6, model.Read());
        Assert.Equal(0, model.Read());
    }

    [Theory]
    [InlineData("> 10", "> 20", 1)]                                             // the body of one view
    [InlineData("value == \"\"", "value == \" \"", 1)]                          // a body that Orders inlines, through another
    [InlineData("Least = 1", "Least = 2", 1)]                                   // a constant that Orders uses; its views see its columns alone
    [InlineData("class Raw { public string? Id", "class Raw { public int? Id", 5)] // what all of the others name in the end
    [InlineData("public sealed class Shop", "public   sealed class Shop", 6)]
    public void Edit_reads_the_file_and_those_that_depend_on_it(string from, string to, int read)
    {
        var model = new EditedModel(Small);
        model.Read();
        model.Replace(from, to);
        Assert.Equal(read, model.Read());
        Assert.Equal(model.Cold(), model.Remembered());
    }

    [Fact]
    public void Type_that_takes_a_name_is_met_by_those_that_use_the_name()
    {
        var model = new EditedModel([.. Small, "namespace Elsewhere { public static class Nothing; }"]);
        model.Read();
        model.Edit(Small.Length, "public sealed class RawStream2 : Stream<Raw>; namespace Elsewhere { public static class Clean; }");
        Assert.Equal(model.Cold(), model.Remembered());
        model.Edit(Small.Length, "public static class Clean { }");
        Assert.Equal(model.Cold(), model.Remembered());
    }

    [Fact]
    public void Reads_after_one_edit_do_not_grow_with_the_model()
    {
        foreach (var views in new[] { 10, 200 })
        {
            var model = new EditedModel([.. Small, .. Enumerable.Range(0, views).Select(i => Small[5].Replace("Big", "View" + i, StringComparison.Ordinal))]);
            model.Read();
            model.Edit(Small.Length + 3, model.Files[Small.Length + 3].Replace("> 10", "> 11", StringComparison.Ordinal));
            Assert.Equal(1, model.Read());
        }
    }

    [Fact]
    public void Analyzer_is_given_the_reading_of_the_generator()
    {
        var memo = new ReadingMemo();
        var compilation = ModelText.Compile(Small);
        var read = ModelReading.Read(compilation, memo, CancellationToken.None);
        var written = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("[assembly: CatalogPart(\"SHOP.BIG\", \"{}\")]", ModelText.ParseOptions, "Pipeline.Catalog.007.g.cs"));
        Assert.Same(read, ModelReading.Read(written, memo, CancellationToken.None));
    }

    [Fact]
    public void Reading_that_an_edit_begins_with_is_of_the_same_references_and_options()
    {
        var memo = new ReadingMemo();
        var compilation = ModelText.Compile(Small);
        var read = ModelReading.Read(compilation, memo, CancellationToken.None);
        Assert.NotSame(read, ModelReading.Read(compilation.WithOptions(compilation.Options.WithOverflowChecks(!compilation.Options.CheckOverflow)), memo, CancellationToken.None));
        Assert.NotSame(read, ModelReading.Read(compilation.RemoveReferences(compilation.References.Last()), memo, CancellationToken.None));
    }

    [Fact]
    public void Random_edits_give_what_a_cold_reading_gives()
    {
        var seed = Environment.GetEnvironmentVariable("PIPELINE_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        var random = new Random(seed);
        var edits = Environment.GetEnvironmentVariable("PIPELINE_EDITS") is { } many ? int.Parse(many, System.Globalization.CultureInfo.InvariantCulture) : 60;
        var model = new EditedModel(Small);
        for (var i = 0; i < edits; i++)
        {
            var file = random.Next(Small.Length);
            model.Edit(file, random.Next(4) == 0 ? Small[file] : Mutated(model.Files[file], random));
            Assert.True(model.Cold() == model.Remembered(), $"PIPELINE_SEED={seed}, edit {i}: {string.Join("\n", model.Files)}");
        }
    }

    [Fact]
    public void Memory_is_bounded()
    {
        var memo = new ReadingMemo(most: 20);
        for (var i = 0; i < 30; i++) ModelReading.Read(ModelText.Compile([.. Small, $"// {i}", $"[Schema] public sealed class S{i};"]), memo, CancellationToken.None);
        Assert.InRange(memo.Count, 1, 20);
    }

    [Fact]
    public void Cancelled_reading_says_so_at_once_and_the_next_one_is_right()
    {
        var compilation = ModelText.Compile([.. Directory.GetFiles(RepositoryRoot.File("samples", "RetailModel"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
        for (var milliseconds = 0; milliseconds < 60; milliseconds += 15)
        {
            using var source = new CancellationTokenSource(milliseconds);
            try
            {
                ModelReading.Of(compilation, source.Token);
            }
            catch (OperationCanceledException)
            {
                continue;
            }
        }

        Assert.DoesNotContain(ModelReading.Of(compilation, CancellationToken.None).Objects.SelectMany(o => o.Findings), f => RuleDescriptor.All.Single(d => d.Id == f.Rule).DefaultSeverity == DiagnosticSeverity.Error);
    }

    // Words go, come twice, or change places with words of any file.
    private static string Mutated(string text, Random random)
    {
        var words = Regex.Split(text, @"(\W)");
        var others = Regex.Split(Small[random.Next(Small.Length)], @"(\W)");
        for (var i = 0; i < 1 + random.Next(2); i++) words[random.Next(words.Length)] = random.Next(3) switch { 0 => "", 1 => others[random.Next(others.Length)], _ => words[random.Next(words.Length)] };
        return string.Concat(words);
    }
}
