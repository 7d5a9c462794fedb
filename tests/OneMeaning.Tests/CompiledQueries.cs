using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OneMeaning.Tests.Texts;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Generators;
using Xunit.Sdk;

namespace OneMeaning.Tests;

/// <summary>Queries that were written by chance, compiled as a user's model is: the assembly that runs them, and the catalog that says them in SQL.</summary>
internal sealed class CompiledQueries
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using Pipeline.Model;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    // The package asks for checked arithmetic.
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "netstandard.dll" or "Pipeline.Model.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, CatalogObject> objects;

    private CompiledQueries(Assembly assembly, IEnumerable<CatalogObject> objects)
    {
        Assembly = assembly;
        this.objects = objects.ToDictionary(o => o.ClassName, StringComparer.Ordinal);
    }

    public Assembly Assembly { get; }

    public static CompiledQueries Of(string rows, IReadOnlyCollection<QueryText> queries)
    {
        var texts = new[] { Usings, ModelTables.Classes, rows, string.Concat(queries.Select(q => q.Code)) };
        var compilation = CSharpCompilation.Create("Queries", texts.Select(text => CSharpSyntaxTree.ParseText(text, ParseOptions)), References, Options);
        CSharpGeneratorDriver.Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);

        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)
                .Select(d => $"{d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    {d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line].ToString()}");
            throw new XunitException("What was written is no C#:\n" + string.Join("\n", errors));
        }

        var parts = output.Assembly.GetAttributes().Where(a => a.AttributeClass?.Name == "CatalogPartAttribute")
            .Select(a => (Name: (string)a.ConstructorArguments[0].Value!, Json: (string)a.ConstructorArguments[1].Value!))
            .Where(p => p.Name != CatalogHeader.PartName).Select(p => CatalogJson.ReadObject(p.Json));
        stream.Position = 0;
        return new(new AssemblyLoadContext("Queries", isCollectible: true).LoadFromStream(stream), parts);
    }

    public ViewObject View(QueryText query) => (ViewObject)objects[query.Name];

    public TableObject Table(string name) => (TableObject)objects[name];

    /// <summary>The rows of a table, as the model has them.</summary>
    public Array Rows(string name) => (Array)Assembly.GetType("Rows")!.GetField(name)!.GetValue(null)!;

    /// <summary>What the query gives as plain C#.</summary>
    public IReadOnlyList<object> Run(QueryText query)
    {
        var define = Assembly.GetType(query.Name)!.GetMethod("Define")!;
        var result = define.Invoke(null, [Over("Items"), Over("Others")])!;
        return [.. ((System.Collections.IEnumerable)result.GetType().GetMethod("ToList")!.Invoke(result, null)!).Cast<object>()];
    }

    private object Over(string rows) =>
        typeof(Pipeline.Model.Query).GetMethod(nameof(Pipeline.Model.Query.Of))!.MakeGenericMethod(Rows(rows).GetType().GetElementType()!).Invoke(null, [Rows(rows)])!;
}
