using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading;

/// <summary>The forms of the methods that the platform reads.</summary>
internal static class MethodForms
{
    /// <summary>The attributes of such methods.</summary>
    public static readonly string[] Words = ["Load", "Define", "Alarms", "Expect", "UnknownMember"];

    /// <summary>How the method differs from its form, and the form; null where it doesn't.</summary>
    public static (string What, string Form)? Problem(IMethodSymbol method, string word, INamedTypeSymbol type)
    {
        if (!Words.Contains(word)) return null;
        var name = type.Name;
        var isCalendar = KindNames.KindWord(type) == "Calendar";
        var form = word switch
        {
            "Load" => $"static Query<{name}> {method.Name}(..) with the streams and tables that it reads",
            "Define" when isCalendar => $"static {name} {method.Name}(DateOnly day)",
            "Define" => $"static Query<{name}> {method.Name}(..) with the tables that it reads",
            "Alarms" => $"static Query<Alarm> {method.Name}(..) with the tables that it reads",
            "Expect" => $"static bool {method.Name}({name} row)",
            _ => $"static {name} {method.Name}()",
        };
        var what = !method.IsStatic ? "it isn't static"
            : method.IsGenericMethod ? "it is generic"
            : method.Parameters.Any(p => p.RefKind != RefKind.None) ? "it takes a parameter by reference"
            : word switch
            {
                "Load" => Rows(method, type),
                "Define" when isCalendar => Returns(method, type) ?? (method.Parameters.Length >= 1 && IsDay(method.Parameters[0].Type) ? null : "it takes no day"),
                "Define" => Rows(method, type) ?? (KindNames.KindWord(type) == "View" && method.Parameters.FirstOrDefault(p => KindNames.StreamSource(p.Type) is not null) is { } stream
                    ? $"it takes the stream '{stream.Type.Name}', whose changes a view shows and never uses up" : null),
                "Alarms" => Alarms(method),
                "Expect" => method.ReturnType.SpecialType != SpecialType.System_Boolean && method.ReturnType.TypeKind != TypeKind.Error ? "it gives no bool"
                    : method.Parameters.Length != 1 || !IsRow(method.Parameters[0].Type, type) ? $"it takes no '{name}'" : null,
                _ => Returns(method, type) ?? (method.Parameters.Length == 0 ? null : "it takes parameters"),
            };
        return what is null ? null : (what, form);
    }

    private static string? Rows(IMethodSymbol method, INamedTypeSymbol type) =>
        method.ReturnType is { TypeKind: TypeKind.Error } ? null
        : method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } rows && rows.Word() is "Query" or "OrderedQuery" && IsRow(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], type) ? null
        : $"it gives no rows of '{type.Name}'";

    private static string? Alarms(IMethodSymbol method) =>
        method.ReturnType.TypeKind == TypeKind.Error || method.ReturnType is INamedTypeSymbol { TypeArguments: [{ } row] } rows && rows.Word() is "Query" or "OrderedQuery" && row.Word() == "Alarm"
            ? null
            : "it gives no alarms";

    private static string? Returns(IMethodSymbol method, INamedTypeSymbol type) => IsRow(method.ReturnType, type) ? null : $"it gives no '{type.Name}'";

    // What the compiler itself can't find is the compiler's to report.
    private static bool IsRow(ITypeSymbol given, INamedTypeSymbol type) => given.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(given, type);

    private static bool IsDay(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type is { Name: "DateOnly", ContainingNamespace.Name: "System" };
}
