using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Generators;

namespace Loads.Tests;

/// <summary>A model as a user writes it, compiled to its catalog.</summary>
public static class ModelText
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using Pipeline.Model;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static readonly ConcurrentDictionary<string, CompiledCatalog> Compiled = new(StringComparer.Ordinal);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "netstandard.dll" or "Pipeline.Model.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The catalog of the classes; each text is compiled once.</summary>
    public static CompiledCatalog Compile(string classes) => Compiled.GetOrAdd(classes, Read);

    /// <summary>What the rules find wrong with the classes.</summary>
    public static IReadOnlyList<string> Findings(string classes) => [.. Objects(classes).SelectMany(o => o.Findings).Select(f => $"{f.Rule} {f.Message}")];

    /// <summary>What an editor would tell of the classes.</summary>
    public static IReadOnlyList<string> Told(string classes) => [.. Compilation(classes).WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
        .Select(d => $"{d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];

    private static CompiledCatalog Read(string classes)
    {
        var objects = Objects(classes);
        Assert.Empty(objects.SelectMany(o => o.Findings).Select(f => $"{f.Rule} {f.Message}"));
        return CatalogCompletion.Complete(new(objects));
    }

    private static EquatableArray<CatalogObject> Objects(string classes)
    {
        var compilation = Compilation(classes);
        CSharpGeneratorDriver.Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output.Assembly.GetAttributes().Where(a => a.AttributeClass?.Name == "CatalogPartAttribute")
            .Select(a => (Name: (string)a.ConstructorArguments[0].Value!, Json: (string)a.ConstructorArguments[1].Value!))
            .Where(p => p.Name != CatalogHeader.PartName).Select(p => CatalogJson.ReadObject(p.Json)).ToEquatableArray();
    }

    private static CSharpCompilation Compilation(string classes)
    {
        var compilation = CSharpCompilation.Create(
            "Model", [CSharpSyntaxTree.ParseText(classes, ParseOptions), CSharpSyntaxTree.ParseText(Usings, ParseOptions)], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        return compilation;
    }
}
