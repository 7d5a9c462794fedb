using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>How deep code is nested: a chain of a thousand operators is a thousand deep, and would overflow the stack of whoever walks it.</summary>
internal static class SyntaxDepth
{
    public const int Most = 300;

    /// <summary>The first piece of code that lies deeper than can be read; null where none does.</summary>
    public static SyntaxNode? FirstTooDeep(SyntaxNode body)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((body, 0));
        while (open.Count > 0)
        {
            var (node, depth) = open.Pop();
            if (depth > Most) return node;
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } inner) open.Push((inner, depth + 1));
            }
        }

        return null;
    }
}
