using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Testing;
using Xunit.Abstractions;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Half-typed, mangled and hostile models are read without an exception, and nothing that is withheld is withheld in silence.</summary>
/// <remarks>
/// <c>PIPELINE_MUTANTS=1000000 dotnet test tests/Pipeline.Generators.Tests --filter FuzzTests</c> tries as many small models, and a fiftieth of that many of the samples'.
/// A failure prints the mutant; <c>PIPELINE_SEED</c> repeats a run.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int SmallModels = 2_000;
    private const int BatchSize = 50;

    private static readonly int Seed = Number("PIPELINE_SEED") ?? Random.Shared.Next();
    private static readonly int Wanted = Number("PIPELINE_MUTANTS") ?? SmallModels;

    // Every rule's page has two models of some ten lines.
    private static readonly string[] Pages =
    [
        .. Directory.GetFiles(RepositoryRoot.File("docs", "rules"), "PL*.md").Order(StringComparer.Ordinal)
            .SelectMany(p => Regex.Matches(File.ReadAllText(p).ReplaceLineEndings("\n"), "```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value))
            .Where(p => p.Length < 3_000),
    ];

    [Fact]
    public void Mangled_small_models_are_read()
    {
        var failures = new ConcurrentBag<string>();
        Parallel.For(0, (Wanted + BatchSize - 1) / BatchSize, (batch, loop) =>
        {
            var random = new Random(unchecked(Seed * 31 + batch));
            var mutator = new Mutator(random);
            var mutants = Enumerable.Range(0, BatchSize).Select(_ => mutator.Mutate(Page(random), Page(random))).ToList();
            var (problem, unwritten) = Judged.Problems(Together(mutants));
            var suspects = problem is null ? unwritten.Select(i => mutants[i]) : mutants;
            foreach (var mutant in suspects.Where(m => Problem(ModelText.Compile(m)) is not null)) failures.Add($"{Problem(ModelText.Compile(mutant))}\n{mutant}\n");
            if (failures.Count > 5) loop.Stop();
        });
        output.WriteLine($"{Wanted} mutants, PIPELINE_SEED={Seed}");
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Take(5).Prepend($"PIPELINE_SEED={Seed}")));
    }

    [Fact]
    public void Mangled_samples_are_read()
    {
        string[][] samples = [Files("samples", "RetailModel"), Files("tests", "OnlineRetail"), Files("tests", "FactKinds")];
        var wanted = Wanted / 50;
        var failures = new ConcurrentBag<string>();
        foreach (var files in samples)
        {
            var whole = ModelText.Compile(files);
            Assert.Null(Judged.Problem(whole));
            Parallel.For(0, wanted / samples.Length, (i, loop) =>
            {
                var random = new Random(unchecked(Seed * 17 + i));
                var file = random.Next(files.Length);
                var mutant = new Mutator(random).Mutate(files[file], files[random.Next(files.Length)]);
                var compilation = whole.ReplaceSyntaxTree(whole.SyntaxTrees[file], CSharpSyntaxTree.ParseText(mutant, ModelText.ParseOptions, whole.SyntaxTrees[file].FilePath));
                if (Problem(compilation) is { } problem) failures.Add($"{problem}\nmutant {i} of {whole.SyntaxTrees[file].FilePath}\n{mutant}\n");
                if (failures.Count > 5) loop.Stop();
            });
        }

        output.WriteLine($"{wanted} mutants, PIPELINE_SEED={Seed}");
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Take(5).Prepend($"PIPELINE_SEED={Seed}")));
    }

    [Fact]
    public void Model_is_read_at_every_key_stroke()
    {
        var page = Pages.MaxBy(p => p.Length)!;
        for (var length = 0; length <= page.Length; length += Wanted > SmallModels ? 1 : 25)
        {
            Assert.Null(Problem(ModelText.Compile(page[..length])));
        }
    }

    private static string? Problem(CSharpCompilation compilation) => Judged.Problem(compilation) ?? Judged.ProblemOfWriting(compilation);

    private static string Page(Random random) => Pages[random.Next(Pages.Length)];

    // Each in a namespace of its own, so that one reading does for all of them.
    private static CSharpCompilation Together(IReadOnlyList<string> mutants) => ModelText.Compile([.. mutants.Select((m, i) => $"namespace M{i}\n{{\n{m}\n}}\n")]);

    private static string[] Files(params string[] folder) => [.. Directory.GetFiles(RepositoryRoot.File(folder), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
