using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>The whole model as read from one compilation: its objects with their findings, and every problem at its place.</summary>
/// <remarks>
/// Classes are read file by file, and a file only when it or what it depends on is another than before (<see cref="ReadingMemo"/>); rules over the whole model look
/// at the objects alone and so cost nothing that a compiler would notice.
/// </remarks>
internal sealed class ModelReading
{
    private static readonly ConditionalWeakTable<Compilation, Holder> Known = new();

    private readonly Dictionary<(SyntaxTree, TextSpan), List<ReadProblem>> byClass = [];

    private ModelReading(IReadOnlyList<(ClassReading Class, SyntaxTree Tree)> classes, ModelTrees trees, Compilation compilation, CancellationToken cancellation)
    {
        var crossed = CatalogRule.CheckAll(new ModelView([.. classes.Select(c => c.Class.Object).Where(o => o.Name.Schema != ObjectReader.Nowhere)], cancellation));
        Objects = classes.Select(c => crossed.TryGetValue(c.Class.Object, out var found) ? With(c.Class.Object, found) : c.Class.Object)
            .OrderBy(o => o.Name.ToString(), StringComparer.Ordinal).ThenBy(o => o.ClassName, StringComparer.Ordinal).ToEquatableArray();

        foreach (var (read, tree) in classes)
        {
            var problems = read.Problems.Select(p => new ReadProblem(p.Rule, p.Message, trees.Find(p.File) is { } file ? Location.Create(file, p.Span) : Location.None)).ToList();
            if (crossed.TryGetValue(read.Object, out var found)) problems.AddRange(found.Select(p => Placed(p, read, tree, compilation, cancellation)));
            if (problems.Count > 0) byClass[(tree, read.Declaration)] = problems;
        }
    }

    /// <summary>By name.</summary>
    public EquatableArray<CatalogObject> Objects { get; }

    /// <summary>All that is wrong.</summary>
    public IEnumerable<ReadProblem> Problems => byClass.Values.SelectMany(p => p);

    /// <summary>What is wrong with a class.</summary>
    public IEnumerable<ReadProblem> ProblemsOf(INamedTypeSymbol type) => type.Locations
        .SelectMany(l => l.SourceTree is { } tree && byClass.TryGetValue((tree, l.SourceSpan), out var problems) ? problems : []);

    /// <summary>Reads the model; once for each compilation.</summary>
    public static ModelReading Of(Compilation compilation, CancellationToken cancellation)
    {
        var holder = Known.GetValue(compilation, _ => new());

        // One reads and the others wait, but not longer than they are wanted.
        while (!Monitor.TryEnter(holder, 10)) cancellation.ThrowIfCancellationRequested();
        try
        {
            return holder.Reading ??= Read(compilation, ReadingMemo.Shared, cancellation);
        }
        finally
        {
            Monitor.Exit(holder);
        }
    }

    /// <summary>Reads the model with what this memo knows.</summary>
    public static ModelReading Read(Compilation compilation, ReadingMemo memo, CancellationToken cancellation)
    {
        var trees = new ModelTrees(compilation, cancellation);
        var files = new FileReading?[trees.Count];
        Parallel.For(0, trees.Count, new ParallelOptions { CancellationToken = cancellation }, i => files[i] = File(compilation, trees, i, memo, cancellation));
        var classes = files.SelectMany((f, i) => (f?.Classes ?? []).Select(c => (c, trees[i]))).ToList();
        return new(classes, trees, compilation, cancellation);
    }

    private static FileReading? File(Compilation compilation, ModelTrees trees, int index, ReadingMemo memo, CancellationToken cancellation)
    {
        if (trees.Facts(index).Classes.Count == 0) return null;
        if (memo.Find(trees, trees.Key(index)) is { } known) return known;

        var model = compilation.GetSemanticModel(trees[index]);
        var (classes, lookedInto) = BoundTrees.Watch(() => trees.Facts(index).Classes.Select(c => Class(c, model, compilation, trees, cancellation)).OfType<ClassReading>().ToEquatableArray());
        var reading = new FileReading(classes, lookedInto.Select(trees.KeyOf).ToEquatableArray());
        memo.Add(trees.Key(index), reading);
        return reading;
    }

    private static ClassReading? Class(TypeDeclarationSyntax declaration, SemanticModel model, Compilation compilation, ModelTrees trees, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(declaration, cancellation) is not { } type) return null;

        // The part that has the kind's attribute stands for the class.
        if (KindNames.Kind(type)?.ApplicationSyntaxReference is not { } kind || kind.SyntaxTree != declaration.SyntaxTree || !declaration.AttributeLists.FullSpan.Contains(kind.Span)) return null;
        var read = ObjectReader.Read(type, compilation, cancellation);
        if (read.Object is null) return null;

        // What lies in a library is shown at the class.
        var placed = read.Problems.Select(p => p.Location.IsInSource ? p : p with { Location = declaration.Identifier.GetLocation() }).ToList();
        foreach (var problem in placed) BoundTrees.Add(problem.Location.SourceTree);
        return new(read.Object, declaration.Identifier.Span, placed.Select(p => new PlacedProblem(p.Rule, p.Message, trees.KeyOf(p.Location.SourceTree!), p.Location.SourceSpan)).ToEquatableArray());
    }

    private static CatalogObject With(CatalogObject item, IEnumerable<CatalogProblem> problems) => item with
    {
        Findings = item.Findings.Concat(problems.Where(p => !p.IsWarning).Select(p => new Finding(p.Rule, p.Message))).ToEquatableArray(),
    };

    private static ReadProblem Placed(CatalogProblem problem, ClassReading read, SyntaxTree tree, Compilation compilation, CancellationToken cancellation)
    {
        var declaration = tree.GetRoot(cancellation).FindToken(read.Declaration.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var type = declaration is null ? null : compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration, cancellation);
        return new(problem.Rule, problem.Message, (type is null ? null : problem.Where(type, cancellation)) ?? Location.Create(tree, read.Declaration));
    }

    private sealed class Holder
    {
        public ModelReading? Reading { get; set; }
    }
}
