using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Build.Reading;

namespace Pipeline.Cli.Watching;

/// <summary>The model's compilation, kept in memory: an edit parses one file, and the generator reads what depends on it.</summary>
internal sealed class WatchedCompilation
{
    private readonly CompilerCall call;
    private readonly CSharpParseOptions parse;
    private readonly Dictionary<string, SyntaxTree> trees = new(StringComparer.Ordinal);
    private readonly HashSet<string> wrong = new(StringComparer.Ordinal);
    private Dictionary<SyntaxTree, IReadOnlyList<CatalogPart>> parts = [];
    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    public WatchedCompilation(CompilerCall call)
    {
        this.call = call;
        parse = call.Arguments.ParseOptions;
        var files = call.Arguments.SourceFiles.Select(f => Path.GetFullPath(Path.Combine(call.Folder, f.Path))).Where(File.Exists).Distinct().ToList();
        foreach (var tree in files.AsParallel().AsOrdered().Select(Parse)) trees[tree.FilePath] = tree;
        compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(call.Arguments.OutputFileName ?? call.Project),
            files.Select(f => trees[f]),
            call.Arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(Path.GetFullPath(Path.Combine(call.Folder, r.Reference)), r.Properties)),
            call.Arguments.CompilationOptions.WithSourceReferenceResolver(new SourceFileResolver([], call.Folder)));
        driver = CSharpGeneratorDriver.Create([LoadedGenerator.Of(call)], parseOptions: parse);
        wrong.UnionWith(files);
    }

    /// <summary>Takes over what became of the files. What was wrong before is looked at again: the edit may be what it lacked.</summary>
    public void Update(IEnumerable<string> changed)
    {
        foreach (var path in changed.Where(p => Path.GetExtension(p) == ".cs"))
        {
            var before = trees.GetValueOrDefault(path);
            if (!File.Exists(path))
            {
                if (before is not null && trees.Remove(path)) compilation = compilation.RemoveSyntaxTrees(before);
                wrong.Remove(path);
                continue;
            }

            var tree = trees[path] = Parse(path);
            compilation = before is null ? compilation.AddSyntaxTrees(tree) : compilation.ReplaceSyntaxTree(before, tree);
            wrong.Add(path);
        }
    }

    /// <summary>What the compiler says of the files that were edited, and of those that were wrong; empty where all is well.</summary>
    public IReadOnlyList<Diagnostic> Errors()
    {
        var errors = new List<Diagnostic>();
        foreach (var path in wrong.ToList())
        {
            var found = compilation.GetSemanticModel(trees[path]).GetDiagnostics().Where(d => d is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }).ToList();
            if (found.Count == 0) wrong.Remove(path);
            errors.AddRange(found);
        }

        return [.. errors.OrderBy(e => e.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(e => e.Location.SourceSpan.Start)];
    }

    /// <summary>The catalog as the generator would leave it in the assembly.</summary>
    public IReadOnlyList<CatalogPart> Parts()
    {
        driver = driver.RunGenerators(compilation);
        var result = driver.GetRunResult().Results[0];
        if (result.Exception is { } exception) throw new FailureException("The generator failed: " + exception.Message);

        // A part that says the same stays the very part: what was made of it is known by it.
        var known = new Lazy<ILookup<string, CatalogPart>>(() => parts.Values.SelectMany(p => p).ToLookup(p => p.Name, StringComparer.Ordinal));
        parts = result.GeneratedSources.ToDictionary(s => s.SyntaxTree, s => parts.GetValueOrDefault(s.SyntaxTree)
            ?? [.. Parts(s.SyntaxTree).Select(p => known.Value[p.Name].FirstOrDefault(k => k == p) ?? p)]);
        return [.. parts.Values.SelectMany(p => p)];
    }

    // [assembly: CatalogPart("NAME", "JSON")]
    private static IEnumerable<CatalogPart> Parts(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).AttributeLists.SelectMany(l => l.Attributes)
        .Select(a => a.ArgumentList!.Arguments.Select(x => ((LiteralExpressionSyntax)x.Expression).Token.ValueText).ToList())
        .Select(texts => new CatalogPart(texts[0], texts[1]));

    private SyntaxTree Parse(string path)
    {
        // An editor may be writing at this moment.
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var stream = File.OpenRead(path);
                return CSharpSyntaxTree.ParseText(SourceText.From(stream), parse, path);
            }
            catch (IOException) when (attempt < 20 && File.Exists(path))
            {
                Thread.Sleep(10);
            }
        }
    }
}
