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

    private readonly ModelTrees trees;
    private readonly FileReading?[] files;

    private ModelReading(FileReading?[] files, ModelTrees trees, Compilation compilation, CancellationToken cancellation)
    {
        (this.files, this.trees) = (files, trees);
        var classes = new List<(ClassReading Class, SyntaxTree Tree)>();
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i] is not { } file) continue;
            foreach (var read in file.Classes) classes.Add((read, trees[i]));
        }

        var crossed = CatalogRule.CheckAll(new ModelView([.. classes.Select(c => c.Class.Object).Where(o => o.Name.Schema != ObjectReader.Nowhere)], cancellation));
        cancellation.ThrowIfCancellationRequested();
        Objects = classes.OrderBy(c => c.Class.SortName, StringComparer.Ordinal).ThenBy(c => c.Class.Object.ClassName, StringComparer.Ordinal)
            .Select(c => crossed.TryGetValue(c.Class.Object, out var found) ? With(c.Class.Object, found) : c.Class.Object).ToEquatableArray();

        foreach (var (read, tree) in classes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (read.Problems.Count == 0 && !crossed.ContainsKey(read.Object)) continue;
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
        var all = ModelTrees.FilesOf(compilation, cancellation);
        var before = memo.Latest(all);
        var trees = ModelTrees.Of(compilation, all, before?.trees, cancellation);

        // An analyzer is given the compilation with what the generator wrote: the same model.
        if (before is not null && trees == before.trees) return before;

        var files = new FileReading?[trees.Count];
        var open = new List<int>();
        for (var i = 0; i < files.Length; i++)
        {
            if (trees.Facts(i).Classes.Count == 0) continue;
            if (before is not null && trees.IsUnchanged(i, before.trees) && before.files[i] is { } known && known.LookedInto.All(k => trees.Find(k) is not null)) files[i] = known;
            else open.Add(i);
        }

        var cache = new ReadingCache(compilation);
        Parallel.For(0, open.Count, new ParallelOptions { CancellationToken = cancellation }, i => files[open[i]] = File(compilation, trees, open[i], memo, cache, cancellation));
        var reading = new ModelReading(files, trees, compilation, cancellation);
        memo.Add(reading, all);
        return reading;
    }

    private static FileReading File(Compilation compilation, ModelTrees trees, int index, ReadingMemo memo, ReadingCache cache, CancellationToken cancellation)
    {
        if (memo.Find(trees, trees.Key(index)) is { } known) return known;

        var model = compilation.GetSemanticModel(trees[index]);
        var (classes, lookedInto) = BoundTrees.Watch(() => cache.Reading(model, () =>
            trees.Facts(index).Classes.Select(c => Class(c, model, cache, trees, cancellation)).OfType<ClassReading>().ToEquatableArray()));
        var reading = new FileReading(classes, lookedInto.Select(trees.KeyOf).ToEquatableArray());
        memo.Add(trees.Key(index), reading);
        return reading;
    }

    private static ClassReading? Class(TypeDeclarationSyntax declaration, SemanticModel model, ReadingCache cache, ModelTrees trees, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(declaration, cancellation) is not { } type) return null;

        // The part that has the kind's attribute stands for the class.
        if (KindNames.Kind(type)?.ApplicationSyntaxReference is not { } kind || kind.SyntaxTree != declaration.SyntaxTree || !declaration.AttributeLists.FullSpan.Contains(kind.Span)) return null;
        var read = cache.Read(type, cancellation);
        if (read.Object is null) return null;

        // What lies in a library is shown at the class.
        var placed = read.Problems.Select(p => p.Location.IsInSource ? p : p with { Location = declaration.Identifier.GetLocation() }).ToList();
        foreach (var problem in placed) BoundTrees.Add(problem.Location.SourceTree);
        return new(read.Object, declaration.Identifier.Span, placed.Select(p => new PlacedProblem(p.Rule, p.Message, trees.KeyOf(p.Location.SourceTree!), p.Location.SourceSpan)).ToEquatableArray());
    }

    // What is only warned of leaves the object the very one that was read, and so its part as it was written.
    private static CatalogObject With(CatalogObject item, IReadOnlyCollection<CatalogProblem> problems) => problems.All(p => p.IsWarning) ? item : item with
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
