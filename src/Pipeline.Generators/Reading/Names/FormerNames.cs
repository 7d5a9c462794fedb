using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Reading;

/// <summary>What a class or a property says that it was called before.</summary>
internal static class FormerNames
{
    /// <summary>The names that can have been names of C#, in the order written.</summary>
    public static IEnumerable<string> Of(ISymbol symbol) => symbol.Attributes("RenamedFrom").Select(Of).OfType<string>();

    /// <summary>The name that one attribute gives; null where it can't have been one.</summary>
    public static string? Of(AttributeData renamed) => renamed.At<string?>(0, null) is { } name && SyntaxFacts.IsValidIdentifier(name) ? name : null;
}
