using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Generators;
using Pipeline.Generators.Reading.Memo;

namespace Pipeline.Compile.Benchmarks;

/// <summary>What compiling one model takes in one process: the compiler alone, with the generator, with an analyzer that does nothing and with ours, and the generator after one edit.</summary>
internal sealed record Measured(int Classes, double Alone, double Generated, double Silent, double Analyzed, double Allocated, double Edit, int FilesRead)
{
    private static int compiled;
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>The best of some rounds; within each round all are measured one after the other, so that what else the machine does meets all.</summary>
    public static Measured Of(int classes, int rounds)
    {
        var files = SyntheticModel.Files(classes);
        var all = Enumerable.Range(0, rounds).Select(_ => Once(classes, files)).ToList();
        return new(classes, all.Min(m => m.Alone), all.Min(m => m.Generated), all.Min(m => m.Silent), all.Min(m => m.Analyzed), all.Min(m => m.Allocated), all.Min(m => m.Edit), all.Max(m => m.FilesRead));
    }

    public string Row() => string.Format(CultureInfo.InvariantCulture,
        "| {0:N0} | {1:N0} ms | {2:N0} ms | {3:0.00} | {4:N0} ms | {5:N0} ms | {6:0.00} | {7:0.00} | {8:N1} ms | {9} |",
        Classes, Alone, Generated, Generated / Alone, Silent, Analyzed, Analyzed / Silent, Allocated, Edit, FilesRead);

    private static Measured Once(int classes, IReadOnlyList<string> files)
    {
        var (alone, aloneBytes) = Time(() => Emit(Compile(files)));
        var (generated, generatedBytes) = Time(() => Emit(Generate(Compile(files), out _)));
        var (silent, _) = Time(() => Analyze(Compile(files), new SilentAnalyzer()));
        var (analyzed, _) = Time(() => Analyze(Generate(Compile(files), out _), new ModelAnalyzer()));

        var whole = Compile(files);
        _ = Generate(whole, out var driver);
        var (edit, read) = (double.MaxValue, 0);
        for (var i = 0; i < 5; i++)
        {
            var tree = whole.SyntaxTrees[SyntheticModel.Edited(classes)];
            whole = whole.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(SyntheticModel.Edit(files[SyntheticModel.Edited(classes)], i), Parse, tree.FilePath));
            var before = ReadingMemo.Shared.Reads;
            edit = Math.Min(edit, Time(() => driver = driver.RunGenerators(whole)).Milliseconds);
            read = Math.Max(read, ReadingMemo.Shared.Reads - before);
        }

        return new(classes, alone, generated, silent, analyzed, generatedBytes / aloneBytes, edit, read);
    }

    // A name and references of its own each time: so nothing is remembered of the round before.
    public static CSharpCompilation Compile(IReadOnlyList<string> files) => CSharpCompilation.Create(
        $"Model{++compiled}", files.Select((text, i) => CSharpSyntaxTree.ParseText(text, Parse, $"File{i}.cs")),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Pipeline.Model.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    private static Compilation Generate(CSharpCompilation compilation, out GeneratorDriver driver)
    {
        driver = CSharpGeneratorDriver.Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: Parse).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output;
    }

    // For whatever analyzer, the compilation is bound again here, which a compiler's own run does not.
    private static void Analyze(Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        Emit(compilation);
        _ = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static void Emit(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        if (!result.Success) throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
    }

    private static (double Milliseconds, double Bytes) Time(Action work)
    {
        GC.Collect();
        var (bytes, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        work();
        return (watch.Elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
