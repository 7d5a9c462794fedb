using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Generators.Tests;

/// <summary>Model classes as text, compiled in memory against the vocabulary.</summary>
internal static class ModelText
{
    public const string Usings = "global using System; global using System.Collections.Generic; global using Pipeline.Model;";

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal)
                || file is "mscorlib.dll" or "netstandard.dll" or "Pipeline.Model.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(params string[] files) => CSharpCompilation.Create(
        "Model",
        files.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{i}.cs")).Append(CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error));

    /// <summary>What the compiler and these analyzers say, suppressed or not.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, params DiagnosticAnalyzer[] analyzers) => compilation
        .WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
        .GetAllDiagnosticsAsync().GetAwaiter().GetResult();
}
