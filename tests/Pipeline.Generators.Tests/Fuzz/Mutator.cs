using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Makes of a file what a hand, a merge or a cat on the keyboard would make of it.</summary>
internal sealed partial class Mutator(Random random)
{
    // What has surprised readers of C# before.
    private static readonly string[] Hostile =
    [
        "@class", "@event", "@record", "数量", "Naïve", "N\\u0061me", "İ", "ı", "ß", "null", "null!", "default", "default!", "-1", "0", "99999999999", "1e400", "'\\0'", "\"\"", "\"'\"", "\"$$\"",
        "\"{{ x }}\"", "\"<% x %>\"", "\"a\\nb\"", "\"\"\"x\"\"\"", "$\"{", "partial", "static", "abstract", "record", "struct", "interface", "enum", "ref", "in", "out", "params", "unsafe", "async", "await x",
        "int*", "int[]", "dynamic", "object", "string?", "decimal", "(int, string)", "(int A, int B)", "List<int>", "Func<int>", "T", "<T>", "<,>", "?", "?.", "??", "!", "..", "=>", "=", "{", "}", "(", ")", "[", "]",
        "[Schema]", "[Table<A>]", "[Load]", "[BusinessKey]", "[Grain]", "[Sequence]", "[Number(-1, 99)]", "[Number(4, 9)]", "[Varchar(-5)]", "[Varchar(null)]", "[Stream]", "[Task]", "[View<A>]", "typeof(int)", "nameof(A)",
        "where T : class", "this", "base", "new()", "new { }", "from x in y select x", "group x by x into g", "let z = 1", "join q in r on q equals r", "orderby x", "switch { _ => 1 }", "is not null", "is { }", "throw null!",
        "#nullable disable\n", "#if X\n", "#endif\n", "#line 7 \"x\"\n", "#pragma warning disable\n", "/*", "*/", "//", "/// <summary>&", "\u200f", "\r\n", "\0", "namespace N;", "namespace N { }", "using X = int;", "using static System.Math;",
    ];

    public string Mutate(string text, string donor)
    {
        var mutant = random.Next(8) switch
        {
            0 => text[..random.Next(text.Length + 1)],
            1 or 2 => OfTree(text, donor),
            _ => OfWords(text, donor),
        };
        return random.Next(4) == 0 ? OfWords(mutant, donor) : mutant;
    }

    private string OfWords(string text, string donor)
    {
        var words = Words().Split(text);
        for (var i = 0; i < 1 + random.Next(3); i++)
        {
            var (at, from) = (random.Next(words.Length), random.Next(words.Length));
            switch (random.Next(7))
            {
                case 0: words[at] = ""; break;
                case 1: words[at] = words[from]; break;
                case 2: words[at] += words[from]; break;
                case 3: (words[at], words[from]) = (words[from], words[at]); break;
                case 4: words[at] = Words().Split(donor) is var others ? others[random.Next(others.Length)] : ""; break;
                default: words[at] = random.Next(2) == 0 ? Hostile[random.Next(Hostile.Length)] : words[at] + " " + Hostile[random.Next(Hostile.Length)]; break;
            }
        }

        return string.Concat(words);
    }

    // What is of one sort changes places, also between files: a class goes into a class, a query into an attribute.
    private string OfTree(string text, string donor)
    {
        var root = CSharpSyntaxTree.ParseText(text, ModelText.ParseOptions).GetRoot();
        var nodes = root.DescendantNodes().ToList();
        if (nodes.Count == 0) return donor;
        var target = nodes[random.Next(nodes.Count)];
        var others = CSharpSyntaxTree.ParseText(random.Next(2) == 0 ? text : donor, ModelText.ParseOptions).GetRoot().DescendantNodes().Where(n => Sort(n) == Sort(target)).ToList();
        try
        {
            return random.Next(5) switch
            {
                0 => root.RemoveNode(target, SyntaxRemoveOptions.KeepNoTrivia)?.ToFullString() ?? "",
                1 when target is MemberDeclarationSyntax => root.InsertNodesAfter(target, [target]).ToFullString(),
                2 when target is TypeDeclarationSyntax type => root.ReplaceNode(target, type.AddMembers([.. others.OfType<MemberDeclarationSyntax>().Where(m => m is not BaseNamespaceDeclarationSyntax).Take(1)])).ToFullString(),
                3 when target is TypeDeclarationSyntax type => root.ReplaceNode(target, type.AddModifiers(SyntaxFactory.ParseToken("partial "))).ToFullString() + "\n" + type.WithAttributeLists([]).AddModifiers(SyntaxFactory.ParseToken("partial ")).ToFullString(),
                _ => others.Count == 0 ? text : root.ReplaceNode(target, others[random.Next(others.Count)]).ToFullString(),
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or InvalidCastException)
        {
            // Not every place takes every node; then the words shall do.
            return OfWords(text, donor);
        }
    }

    private static string Sort(SyntaxNode node) => node switch
    {
        TypeSyntax => "type",
        ExpressionSyntax => "expression",
        MemberDeclarationSyntax => "member",
        AttributeSyntax => "attribute",
        AttributeListSyntax => "attributes",
        QueryClauseSyntax => "clause",
        _ => node.GetType().Name,
    };

    [GeneratedRegex(@"(\W)")]
    private static partial Regex Words();
}
