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
            .Where(path => Path.GetFileName(path) is var file && file is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Text.RegularExpressions.dll" or "System.Memory.dll" or "System.Console.dll" or "Microsoft.CSharp.dll" or "System.Linq.Expressions.dll" or "Pipeline.Model.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What every compilation begins with: what it has found of its references is found for all.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Model",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error));

    /// <summary>Every rule there is.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. new ModelAnalyzer().SupportedDiagnostics.Concat(new BaselineAnalyzer().SupportedDiagnostics).OrderBy(d => d.Id, StringComparer.Ordinal)];

    private static readonly SyntaxTree UsingsTree = CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs");

    public static CSharpCompilation Compile(params string[] files) => Empty.AddSyntaxTrees(
        files.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{i}.cs")).Append(UsingsTree));

    /// <summary>What the compiler and these analyzers say, suppressed or not.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, params DiagnosticAnalyzer[] analyzers) => Analyze(compilation, new AnalyzerOptions([]), analyzers);

    /// <summary>The same, of analyzers that are given more than the compilation.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, AnalyzerOptions options, params DiagnosticAnalyzer[] analyzers) => compilation
        .WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
        .GetAllDiagnosticsAsync().GetAwaiter().GetResult();
}
