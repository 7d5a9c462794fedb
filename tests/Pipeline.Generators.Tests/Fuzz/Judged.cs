using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Suppressing;
using Pipeline.Sql;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>What must hold of a model, whatever stands in its files.</summary>
internal static class Judged
{
    private static readonly GeneratorDriver Driver = CSharpGeneratorDriver.Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: ModelText.ParseOptions);

    /// <summary>What doesn't hold; null where all does.</summary>
    public static string? Problem(CSharpCompilation compilation)
    {
        try
        {
            // What would be CS8785 in a build.
            var run = Driver.RunGenerators(compilation).GetRunResult();
            if (run.Results[0].Exception is { } thrown) return thrown.ToString();
            if (run.Diagnostics.FirstOrDefault() is { } told) return told.ToString();

            // An exception of a reader or a rule that nobody foresaw.
            var model = ModelReading.Of(compilation, CancellationToken.None);
            if (model.Problems.FirstOrDefault(p => p.Rule == "PL0602") is { } unread) return unread.Message;
            if (model.Problems.FirstOrDefault(p => p.Location == Location.None) is { } lost) return "No place: " + lost.Message;

            // Whatever is told, is told of something and says what to do.
            if (model.Problems.Select(p => MessageForm.Lack(p.Message)).FirstOrDefault(l => l is not null) is { } lack) return lack;

            // What has a kind is in the catalog, sound or with what is wrong.
            var read = model.Objects.Select(o => o.ClassName).ToHashSet(StringComparer.Ordinal);
            foreach (var type in Types(compilation.Assembly.GlobalNamespace))
            {
                if (KindNames.Kind(type) is not null && !read.Contains(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat))) return $"{type} is not in the catalog, and nothing says why";
            }

            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    /// <summary>The exception of an analyzer, which would be AD0001 in an editor; null where there is none.</summary>
    public static string? ProblemOfAnalyzers(CSharpCompilation compilation) =>
        ModelText.Analyze(compilation, new ModelAnalyzer(), new ModelSuppressor()).FirstOrDefault(d => d.Id == "AD0001")?.ToString();

    /// <summary>Of many models, each in a namespace M0, M1 .. of its own, the numbers of those whose SQL can't be written.</summary>
    public static IReadOnlyList<int> Unwritten(CSharpCompilation compilation)
    {
        var unwritten = new List<int>();
        foreach (var model in ModelReading.Of(compilation, CancellationToken.None).Objects.GroupBy(o => o.ClassName.Split('.')[0]))
        {
            // That names of several models are the same is no fault of any.
            var objects = model.Select(o => o with { Findings = o.Findings.Where(f => f.Rule is not ("PL0102" or "PL0402" or "PL0503" or "PL0430")).ToEquatableArray() }).ToEquatableArray();
            if (objects.All(o => o.Findings.Count == 0) && ProblemOfWriting(objects) is not null && int.TryParse(model.Key.AsSpan(1), out var number)) unwritten.Add(number);
        }

        return unwritten;
    }

    /// <summary>What goes wrong when the SQL is written of a model that the compiler and all rules take; null where nothing does.</summary>
    public static string? ProblemOfWriting(CSharpCompilation compilation)
    {
        var model = ModelReading.Of(compilation, CancellationToken.None);
        if (model.Objects.Any(o => o.Findings.Count > 0) || ProblemOfWriting(model.Objects) is not { } problem) return null;

        // What C# itself refuses is never written.
        return compilation.GetDiagnostics().Any(d => d is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }) ? null : problem;
    }

    private static string? ProblemOfWriting(EquatableArray<CatalogObject> objects)
    {
        try
        {
            // The accounts of a share are the environment's to say, and are checked as it binds; none is bound here.
            var bound = objects.Select(o => o is ShareObject share ? share with { Accounts = ["RETAIL.SUPPLIERS"] } : o).ToEquatableArray();
            var catalog = CatalogCompletion.Complete(new(bound));
            _ = ArtifactFiles.Render(catalog, catalog);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type) yield return type;
            foreach (var inner in Types(member)) yield return inner;
        }
    }
}
