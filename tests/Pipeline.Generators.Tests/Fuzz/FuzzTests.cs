using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Testing;
using Xunit.Abstractions;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Half-typed, mangled and hostile models are read without an exception, and nothing that is withheld is withheld in silence.</summary>
/// <remarks>
/// <c>PIPELINE_MUTANTS=1000000 dotnet test tests/Pipeline.Generators.Tests --filter FuzzTests</c> tries as many small models, and one of the samples for each five hundred.
/// A failure prints the mutant; <c>PIPELINE_SEED</c> repeats a run.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int SmallModels = 20_000;
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
        var (tried, start) = (0, Environment.TickCount64);
        Parallel.For(0, (Wanted + BatchSize - 1) / BatchSize, (batch, loop) =>
        {
            var random = new Random(unchecked(Seed * 31 + batch));
            var mutator = new Mutator(random);
            var mutants = Enumerable.Range(0, BatchSize).Select(_ => mutator.Mutate(Page(random), Page(random))).ToList();
            var compilation = Together(mutants);
            var problem = Judged.Problem(compilation) ?? (batch % 20 == 0 ? Judged.ProblemOfAnalyzers(compilation) : null);
            var suspects = problem is null ? Judged.Unwritten(compilation).Select(i => mutants[i]) : mutants;
            foreach (var mutant in suspects)
            {
                var alone = ModelText.Compile(mutant);
                if ((Problem(alone) ?? Judged.ProblemOfAnalyzers(alone)) is { } found) Fail(failures, $"{found}\n{mutant}\n");
            }

            if (problem is not null && failures.IsEmpty) Fail(failures, $"Together only, batch {batch}: {problem}");
            if (failures.Count > 5) loop.Stop();
            var count = Interlocked.Add(ref tried, BatchSize);
            if (Wanted > SmallModels && count % 10_000 == 0) Progress(count, start);
        });
        output.WriteLine($"{tried} mutants, PIPELINE_SEED={Seed}");
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Take(5).Prepend($"PIPELINE_SEED={Seed}")));
    }

    [Fact]
    public void Mangled_samples_are_read()
    {
        CSharpCompilation[] samples = [.. new[] { "samples/RetailModel", "tests/OnlineRetail", "tests/FactKinds", "tests/Language", "tests/Functions", "tests/TpcH" }.Select(s => ModelText.Compile(Files(s)))];
        foreach (var sample in samples) Assert.Null(Judged.Problem(sample));
        var failures = new ConcurrentBag<string>();
        var (wanted, tried, start) = (Wanted / 500, 0, Environment.TickCount64);
        Parallel.For(0, wanted, (i, loop) =>
        {
            var random = new Random(unchecked(Seed * 17 + i));
            var whole = samples[i % samples.Length];
            var file = whole.SyntaxTrees[random.Next(whole.SyntaxTrees.Length)];
            var mutant = new Mutator(random).Mutate(file.ToString(), whole.SyntaxTrees[random.Next(whole.SyntaxTrees.Length)].ToString());
            var compilation = whole.ReplaceSyntaxTree(file, CSharpSyntaxTree.ParseText(mutant, ModelText.ParseOptions, file.FilePath));
            if (Problem(compilation) is { } problem) Fail(failures, $"{problem}\nmutant {i}, {file.FilePath}\n{mutant}\n");
            if (failures.Count > 5) loop.Stop();
            var count = Interlocked.Increment(ref tried);
            if (Wanted > SmallModels && count % 100 == 0) Progress(count, start);
        });
        output.WriteLine($"{tried} mutants, PIPELINE_SEED={Seed}");
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

    private static string[] Files(string model) =>
    [
        .. Directory.GetFiles(RepositoryRoot.File(model.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    // Told at once, too: a long run may be stopped.
    private static void Fail(ConcurrentBag<string> failures, string failure)
    {
        failures.Add(failure);
        Console.Error.WriteLine($"PIPELINE_SEED={Seed}: {failure}");
    }

    // A long run tells how far it is, also where it is stopped.
    private static void Progress(int count, long start) => Console.Error.WriteLine($"{count} mutants, PIPELINE_SEED={Seed}, {(Environment.TickCount64 - start) / 1000} s");

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
