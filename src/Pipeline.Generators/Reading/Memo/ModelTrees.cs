using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>The files of one compilation, each with a key that changes whenever what is read of the file could.</summary>
/// <remarks>
/// A file is read anew when it changes itself, or when the surface of a file changes that declares a type whose name stands in it, or in the surface of such a
/// file, and so on. A type that nothing names can't matter: not by being there, and not by being gone. What works without being named (global usings, extension
/// methods, options, references) is a part of every key.
/// </remarks>
internal sealed class ModelTrees
{
    private static readonly ConditionalWeakTable<MetadataReference, string> References = new();
    private static int referencesMet;
    private static volatile DeepKeys? latest;

    private readonly CSharpCompilationOptions options;
    private readonly string? assembly;
    private readonly ImmutableArray<MetadataReference> references;
    private readonly SyntaxTree[] trees;
    private readonly TreeFacts[] facts;
    private readonly Fingerprint[] keys;
    private readonly Dictionary<Fingerprint, SyntaxTree> byKey;
    private readonly Dictionary<SyntaxTree, Fingerprint> byTree;
    private readonly Dictionary<ulong, List<int>> declaring;
    private readonly Fingerprint declared;
    private readonly Fingerprint[] deep;
    private readonly Fingerprint everywhere;

    private ModelTrees(CSharpCompilation compilation, SyntaxTree[] trees, CancellationToken cancellation)
    {
        options = compilation.Options;
        assembly = compilation.AssemblyName;
        references = compilation.ExternalReferences;
        this.trees = trees;
        byKey = new(trees.Length);
        byTree = new(trees.Length);
        facts = new TreeFacts[trees.Length];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellation }, i => facts[i] = TreeFacts.Of(trees[i], cancellation));

        declaring = Declaring(cancellation);
        declared = Fingerprint.OfSet(facts.Select((f, i) => f.DeclaredKey.And(new((ulong)i, 0))));
        deep = Deep(cancellation);
        everywhere = Everywhere(compilation, cancellation);
        keys = new Fingerprint[trees.Length];
        for (var i = 0; i < trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = KeyOf(facts[i]);
            keys[i] = byTree[trees[i]] = key;
            if (!byKey.ContainsKey(key)) byKey.Add(key, trees[i]);
        }
    }

    // The same files but for those whose insides alone are other ones.
    private ModelTrees(ModelTrees before, SyntaxTree[] trees, IReadOnlyDictionary<int, TreeFacts> changed)
    {
        (options, assembly, references, declaring, declared, deep, everywhere) = (before.options, before.assembly, before.references, before.declaring, before.declared, before.deep, before.everywhere);
        this.trees = trees;
        facts = (TreeFacts[])before.facts.Clone();
        keys = (Fingerprint[])before.keys.Clone();
        byKey = new(before.byKey);
        byTree = new(before.byTree);
        foreach (var i in changed.Keys)
        {
            byKey.Remove(keys[i]);
            byTree.Remove(before.trees[i]);
        }

        foreach (var (i, fact) in changed.Select(c => (c.Key, c.Value)))
        {
            facts[i] = fact;
            keys[i] = byTree[trees[i]] = KeyOf(fact);
            byKey[keys[i]] = trees[i];
        }
    }

    /// <summary>The files, those of an earlier compilation, the very object, where they are the same.</summary>
    public static ModelTrees Of(Compilation compilation, SyntaxTree[] trees, ModelTrees? before, CancellationToken cancellation)
    {
        var csharp = (CSharpCompilation)compilation;
        return (before is null ? null : Following(before, csharp, trees, cancellation)) ?? new(csharp, trees, cancellation);
    }

    /// <summary>The files of a compilation that could matter to a model.</summary>
    /// <remarks>What generators write into the assembly, attributes without a type, says nothing: so an analyzer meets the files that the generator met.</remarks>
    public static SyntaxTree[] FilesOf(Compilation compilation, CancellationToken cancellation)
    {
        var all = ((CSharpCompilation)compilation).SyntaxTrees;
        var trees = new List<SyntaxTree>(all.Length);
        foreach (var tree in all)
        {
            if (tree.GetRoot(cancellation) is CompilationUnitSyntax { Members.Count: 0, Usings.Count: 0, Externs.Count: 0 }) continue;
            trees.Add(tree);
        }

        return [.. trees];
    }

    public int Count => trees.Length;

    public SyntaxTree this[int index] => trees[index];

    public TreeFacts Facts(int index) => facts[index];

    public Fingerprint Key(int index) => keys[index];

    /// <summary>The file that now has the key.</summary>
    public SyntaxTree? Find(Fingerprint key) => byKey.TryGetValue(key, out var tree) ? tree : null;

    public Fingerprint KeyOf(SyntaxTree tree) => byTree.TryGetValue(tree, out var key) ? key : default;

    /// <summary>Whether the file has the key that it had among these, at the same place.</summary>
    public bool IsUnchanged(int index, ModelTrees before) => index < before.trees.Length && before.trees[index] == trees[index] && before.keys[index] == keys[index];

    // While one types in a body, no surface changes, nor does what is declared: of all keys those of the edited files are other ones.
    private static ModelTrees? Following(ModelTrees before, CSharpCompilation compilation, SyntaxTree[] trees, CancellationToken cancellation)
    {
        if (trees.Length != before.trees.Length || before.byKey.Count != trees.Length || compilation.Options != before.options || compilation.AssemblyName != before.assembly
            || !(compilation.ExternalReferences == before.references || compilation.ExternalReferences.SequenceEqual(before.references)))
        {
            return null;
        }

        var changed = new Dictionary<int, TreeFacts>();
        for (var i = 0; i < trees.Length; i++)
        {
            if (trees[i] == before.trees[i]) continue;
            var facts = TreeFacts.Of(trees[i], cancellation);
            if (!facts.LooksLike(before.facts[i])) return null;
            changed.Add(i, facts);
        }

        if (changed.Count == 0) return before;
        var following = new ModelTrees(before, trees, changed);
        return following.byKey.Count == trees.Length ? following : null;
    }

    private Fingerprint KeyOf(TreeFacts of)
    {
        var key = of.Content.And(everywhere);
        foreach (var named in of.Named(surface: false, declared, declaring)) key = key.And(deep[named]);
        return key;
    }

    // While one types in a body, no surface changes.
    private Fingerprint[] Deep(CancellationToken cancellation)
    {
        var surfaces = Fingerprint.OfSet(facts.Select((f, i) => f.Surface.And(new((ulong)i, 0))));
        if (latest is { } known && known.Surfaces == surfaces) return known.Keys;
        var keys = new SurfaceGraph(facts.Length, i => facts[i].Surface, i => facts[i].Named(surface: true, declared, declaring)).Keys(cancellation);
        latest = new(surfaces, keys);
        return keys;
    }

    private Dictionary<ulong, List<int>> Declaring(CancellationToken cancellation)
    {
        var declaring = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var name in facts[i].Declared)
            {
                if (!declaring.TryGetValue(name, out var where)) declaring.Add(name, where = []);
                where.Add(i);
            }
        }

        return declaring;
    }

    private Fingerprint Everywhere(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var text = string.Join("\n",
        [
            assembly ?? "",
            (options.SourceReferenceResolver as SourceFileResolver)?.BaseDirectory ?? "",
            string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", options.OutputKind, options.NullableContextOptions, options.CheckOverflow, string.Join(",", options.Usings)),
            .. facts.SelectMany(f => f.Namespaces).Distinct().OrderBy(n => n, StringComparer.Ordinal),
            .. compilation.References.Select(r => Id(r, cancellation)),
        ]);
        return Fingerprint.Of(text).And(Fingerprint.OfSet(Enumerable.Range(0, facts.Length).Where(i => facts[i].IsSeenByAll).Select(i => deep[i])));
    }

    // The first to ask for a reference has its file opened, of which there are two hundred.
    private static string Id(MetadataReference reference, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return References.GetValue(reference, r => Content(r) ?? Interlocked.Increment(ref referencesMet).ToString(CultureInfo.InvariantCulture));
    }

    // A compiler server makes a reference anew for each build: what it refers to goes by the compiler's own number of its content. What has none is itself.
    private static string? Content(MetadataReference reference)
    {
        if (reference is not PortableExecutableReference file) return null;
        try
        {
            var modules = file.GetMetadata() switch
            {
                AssemblyMetadata assembly => assembly.GetModules(),
                ModuleMetadata module => [module],
                _ => ImmutableArray<ModuleMetadata>.Empty,
            };
            return modules.IsEmpty ? null : string.Join(" ", modules.Select(m => m.GetModuleVersionId().ToString("N")).Concat(reference.Properties.Aliases).Append(file.FilePath));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // The compiler itself tells of a file that it can't read.
            return null;
        }
    }

    private sealed record DeepKeys(Fingerprint Surfaces, Fingerprint[] Keys);
}
