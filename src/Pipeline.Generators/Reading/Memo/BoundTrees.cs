using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>Notes the files of which more than the surface was read while a file is read: those whose bodies were bound or in which a problem lies.</summary>
/// <remarks>A file is read by one thread from beginning to end.</remarks>
internal static class BoundTrees
{
    [ThreadStatic]
    private static HashSet<SyntaxTree>? current;

    /// <summary>What reading gives, and the files that it looked into.</summary>
    public static (T Result, IReadOnlyCollection<SyntaxTree> Trees) Watch<T>(Func<T> read)
    {
        var (before, trees) = (current, new HashSet<SyntaxTree>());
        current = trees;
        try
        {
            return (read(), trees);
        }
        finally
        {
            current = before;
            before?.UnionWith(trees);
        }
    }

    public static void Add(SyntaxTree? tree)
    {
        if (tree is not null) current?.Add(tree);
    }
}
