using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Suppressing;

/// <summary>What a class is to the platform, by its attributes alone.</summary>
internal static class ModelClass
{
    /// <summary>Whether the platform makes and reads the class's rows: an object of the model, a base of one, a shape, or the row of a query.</summary>
    public static bool HasColumns(INamedTypeSymbol type) => IsObject(type) || HasMarkedProperty(type) || IsRowOfItsContainer(type);

    /// <summary>Whether the class has a kind attribute, such as <c>[Table&lt;Landing&gt;]</c>.</summary>
    public static bool IsObject(ISymbol type) => type.GetAttributes().Any(a => IsKind(a.AttributeClass));

    /// <summary>Whether the symbol has an attribute of the vocabulary.</summary>
    public static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(a => IsOfVocabulary(a.AttributeClass));

    private static bool HasMarkedProperty(INamedTypeSymbol type) => type.GetMembers().Any(m => m is IPropertySymbol && IsMarked(m));

    // A class beside the queries that make its rows: static Query<Totals> ByCustomer(..) and class Totals in one class.
    private static bool IsRowOfItsContainer(INamedTypeSymbol type) => type.ContainingType is { } container
        && container.GetMembers().OfType<IMethodSymbol>().Any(m => m.ReturnType is INamedTypeSymbol { Name: "Query" } rows && IsOfVocabulary(rows)
            && SymbolEqualityComparer.Default.Equals(rows.TypeArguments[0], type));

    private static bool IsKind(INamedTypeSymbol? attribute)
    {
        for (var current = attribute; current is not null; current = current.BaseType)
        {
            if (current.Name == "KindAttribute" && IsOfVocabulary(current)) return true;
        }

        // The ledger has no name of its own, so it is no kind by its base.
        return attribute is { Name: "RunLedgerAttribute" } && IsOfVocabulary(attribute);
    }

    private static bool IsOfVocabulary(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "Model", ContainingNamespace: { Name: "Pipeline", ContainingNamespace.IsGlobalNamespace: true } } };
}
