using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>What a file says by its syntax alone: which types it declares, which names it uses, how it looks to other files.</summary>
/// <remarks>
/// The <em>surface</em> is the text without the bodies of methods: what can matter to a file that uses the types. Nothing here holds a compilation.
/// </remarks>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    private (Fingerprint Declared, int[] Named)? inAll;
    private (Fingerprint Declared, int[] Named)? inSurface;

    private TreeFacts(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var members = new TreeMembers(root);

        var parse = (CSharpParseOptions)tree.Options;
        Content = Fingerprint.Of($"{tree.FilePath}\n{parse.LanguageVersion} {parse.DocumentationMode} {string.Join(",", parse.PreprocessorSymbolNames)}\n{text}");
        var surface = WithoutBodies(text, members.Bodies);
        Surface = Fingerprint.Of(tree.FilePath + "\n" + surface);
        SurfaceWords = Words.In(surface, root);
        AllWords = members.Bodies.Count == 0 ? SurfaceWords : Words.In(text, root);
        Declared = [.. members.TypeNames.SelectMany(n => n.EndsWith("Attribute", StringComparison.Ordinal) ? [n, n.Substring(0, n.Length - "Attribute".Length)] : new[] { n }).Select(Words.Of)];
        DeclaredKey = Fingerprint.OfSet(Declared.Select(n => new Fingerprint(n, n)));
        Namespaces = members.Namespaces;
        Classes = members.Classes;
        IsSeenByAll = members.HasExtensions || root.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)) || root.Members.Any(m => m is GlobalStatementSyntax);
    }

    /// <summary>The file as it is, with its path.</summary>
    public Fingerprint Content { get; }

    public Fingerprint Surface { get; }

    public HashSet<ulong> SurfaceWords { get; }

    public HashSet<ulong> AllWords { get; }

    /// <summary>The names of the types that it declares, and what attributes among them may be called.</summary>
    public HashSet<ulong> Declared { get; }

    public Fingerprint DeclaredKey { get; }

    public IReadOnlyCollection<string> Namespaces { get; }

    /// <summary>The classes with attributes, by the places of their declarations.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Classes { get; }

    /// <summary>It has global usings or extension methods, which work where nothing names them.</summary>
    public bool IsSeenByAll { get; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var facts)) return facts;
        facts = new(tree, cancellation);
        return Known.GetValue(tree, _ => facts);
    }

    /// <summary>Whether other files see no difference between the two.</summary>
    public bool LooksLike(TreeFacts other) => Surface == other.Surface && DeclaredKey == other.DeclaredKey && IsSeenByAll == other.IsSeenByAll && Namespaces.SequenceEqual(other.Namespaces);

    /// <summary>The numbers of the files that declare a type whose name stands here.</summary>
    public int[] Named(bool surface, Fingerprint declared, Dictionary<ulong, List<int>> declaring)
    {
        if ((surface ? inSurface : inAll) is { } known && known.Declared == declared) return known.Named;
        var named = new SortedSet<int>();
        foreach (var word in surface ? SurfaceWords : AllWords)
        {
            if (declaring.TryGetValue(word, out var trees)) named.UnionWith(trees);
        }

        var result = named.ToArray();
        if (surface) inSurface = (declared, result);
        else inAll = (declared, result);
        return result;
    }

    private static string WithoutBodies(string text, IReadOnlyList<Microsoft.CodeAnalysis.Text.TextSpan> bodies)
    {
        if (bodies.Count == 0) return text;
        var surface = new StringBuilder(text.Length);
        var from = 0;
        foreach (var body in bodies)
        {
            surface.Append(text, from, body.Start - from);
            from = body.End;
        }

        return surface.Append(text, from, text.Length - from).ToString();
    }
}
