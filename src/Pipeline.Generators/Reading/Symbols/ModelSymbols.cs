using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading;

/// <summary>The vocabulary as the compiler sees it: by names of metadata alone.</summary>
internal static class ModelSymbols
{
    public const string Namespace = "Pipeline.Model";

    private const string Suffix = "Attribute";

    /// <summary>The vocabulary's own word for a type, such as <c>TableAttribute</c>; null for a type that isn't of it.</summary>
    public static string? Word(this ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "Model", ContainingNamespace: { Name: "Pipeline", ContainingNamespace.IsGlobalNamespace: true } } } ? type.Name : null;

    public static AttributeData? Attribute(this ISymbol symbol, string word)
    {
        // Asked of every property for every attribute: so without a closure and a text for each.
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsNamed(attribute, word)) return attribute;
        }

        return null;
    }

    public static IReadOnlyList<AttributeData> Attributes(this ISymbol symbol, string word)
    {
        List<AttributeData>? found = null;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsNamed(attribute, word)) (found ??= []).Add(attribute);
        }

        return found ?? (IReadOnlyList<AttributeData>)[];
    }

    public static bool Has(this ISymbol symbol, string word) => symbol.Attribute(word) is not null;

    /// <summary>The type argument of the attribute.</summary>
    public static INamedTypeSymbol? Argument(this AttributeData attribute, int index = 0) =>
        attribute.AttributeClass is { TypeArguments: var arguments } && arguments.Length > index ? arguments[index] as INamedTypeSymbol : null;

    public static T Named<T>(this AttributeData attribute, string name, T fallback) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name) is { Key: not null, Value: { Kind: not TypedConstantKind.Error } value } && value.Value is T given ? given : fallback;

    public static string[] NamedList(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name) is { Key: not null, Value: { Kind: TypedConstantKind.Array } value } && !value.IsNull
            ? [.. value.Values.Select(v => v.Value).OfType<string>()]
            : [];

    public static int[] NamedNumbers(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name) is { Key: not null, Value: { Kind: TypedConstantKind.Array, IsNull: false } value }
            ? [.. value.Values.Select(v => v.Value).OfType<int>()]
            : [];

    public static string[] ListAt(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? [.. list.Values.Select(v => v.Value).OfType<string>()]
            : [];

    /// <summary>The name of the enum's member that was given.</summary>
    public static string? NamedEnum(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name) is { Key: not null, Value: var value } ? EnumMember(value) : null;

    public static string? EnumAt(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index ? EnumMember(attribute.ConstructorArguments[index]) : null;

    public static T At<T>(this AttributeData attribute, int index, T fallback) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: T given } ? given : fallback;

    /// <summary>The enum's value by its member's name; the first one where none was given.</summary>
    public static TEnum As<TEnum>(this string? member) where TEnum : struct => Enum.TryParse<TEnum>(member, out var value) ? value : default;

    /// <summary>The properties that are columns: those with a getter that a row sets; the class's own first, then its bases'.</summary>
    public static IReadOnlyList<IPropertySymbol> Columns(this INamedTypeSymbol type) => ReadingCache.Current?.Columns(type) ?? [.. FindColumns(type)];

    /// <summary>The members as they are written; of a class in several files by the files' names, since the compiler may get these in any order.</summary>
    public static IReadOnlyList<ISymbol> OrderedMembers(this INamedTypeSymbol type) => ReadingCache.Current?.Members(type) ?? FindMembers(type);

    internal static IEnumerable<IPropertySymbol> FindColumns(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var property in current.OrderedMembers().OfType<IPropertySymbol>())
            {
                // What the class declares anew stands for what it inherits.
                if (names.Add(property.Name) && property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }) yield return property;
            }
        }
    }

    internal static IReadOnlyList<ISymbol> FindMembers(INamedTypeSymbol type) => type.Locations.Length <= 1 ? type.GetMembers() :
    [
        .. type.GetMembers().OrderBy(m => m.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(m => m.Locations.FirstOrDefault()?.SourceSpan.Start),
    ];

    private static bool IsNamed(AttributeData attribute, string word) => attribute.AttributeClass is { Name: var name } type
        && name.Length == word.Length + Suffix.Length && name.StartsWith(word, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
        && type.Word() is not null;

    private static string? EnumMember(TypedConstant value) => value is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value.Value))?.Name
        : null;
}
