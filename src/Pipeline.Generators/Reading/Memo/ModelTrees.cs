using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    private readonly SyntaxTree[] trees;
    private readonly TreeFacts[] facts;
    private readonly Fingerprint[] keys;
    private readonly Dictionary<Fingerprint, SyntaxTree> byKey = [];
    private readonly Dictionary<SyntaxTree, Fingerprint> byTree = [];

    public ModelTrees(Compilation compilation, CancellationToken cancellation)
    {
        trees = [.. compilation.SyntaxTrees];
        facts = new TreeFacts[trees.Length];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellation }, i => facts[i] = TreeFacts.Of(trees[i], cancellation));

        var declaring = Declaring();
        var declared = Fingerprint.OfSet(facts.Select((f, i) => f.DeclaredKey.And(new((ulong)i, 0))));
        var deep = Deep(declared, declaring, cancellation);
        var everywhere = Everywhere((CSharpCompilation)compilation, deep);
        keys = new Fingerprint[trees.Length];
        for (var i = 0; i < trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = facts[i].Content.And(everywhere);
            foreach (var named in facts[i].Named(surface: false, declared, declaring)) key = key.And(deep[named]);
            keys[i] = byTree[trees[i]] = key;
            if (!byKey.ContainsKey(key)) byKey.Add(key, trees[i]);
        }
    }

    public int Count => trees.Length;

    public SyntaxTree this[int index] => trees[index];

    public TreeFacts Facts(int index) => facts[index];

    public Fingerprint Key(int index) => keys[index];

    /// <summary>The file that now has the key.</summary>
    public SyntaxTree? Find(Fingerprint key) => byKey.TryGetValue(key, out var tree) ? tree : null;

    public Fingerprint KeyOf(SyntaxTree tree) => byTree.TryGetValue(tree, out var key) ? key : default;

    // While one types in a body, no surface changes.
    private Fingerprint[] Deep(Fingerprint declared, Dictionary<ulong, List<int>> declaring, CancellationToken cancellation)
    {
        var surfaces = Fingerprint.OfSet(facts.Select((f, i) => f.Surface.And(new((ulong)i, 0))));
        if (latest is { } known && known.Surfaces == surfaces) return known.Keys;
        var keys = new SurfaceGraph(facts.Length, i => facts[i].Surface, i => facts[i].Named(surface: true, declared, declaring)).Keys(cancellation);
        latest = new(surfaces, keys);
        return keys;
    }

    private Dictionary<ulong, List<int>> Declaring()
    {
        var declaring = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            foreach (var name in facts[i].Declared)
            {
                if (!declaring.TryGetValue(name, out var where)) declaring.Add(name, where = []);
                where.Add(i);
            }
        }

        return declaring;
    }

    private Fingerprint Everywhere(CSharpCompilation compilation, Fingerprint[] deep)
    {
        var options = compilation.Options;
        var text = string.Join("\n",
        [
            compilation.AssemblyName ?? "",
            (options.SourceReferenceResolver as SourceFileResolver)?.BaseDirectory ?? "",
            string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", options.OutputKind, options.NullableContextOptions, options.CheckOverflow, string.Join(",", options.Usings)),
            .. facts.SelectMany(f => f.Namespaces).Distinct().OrderBy(n => n, StringComparer.Ordinal),
            .. compilation.References.Select(Id),
        ]);
        return Fingerprint.Of(text).And(Fingerprint.OfSet(Enumerable.Range(0, facts.Length).Where(i => facts[i].IsSeenByAll).Select(i => deep[i])));
    }

    // A reference is itself: what it refers to may be another file under the same name.
    private static string Id(MetadataReference reference) =>
        References.GetValue(reference, _ => Interlocked.Increment(ref referencesMet).ToString(CultureInfo.InvariantCulture));

    private sealed record DeepKeys(Fingerprint Surfaces, Fingerprint[] Keys);
}
