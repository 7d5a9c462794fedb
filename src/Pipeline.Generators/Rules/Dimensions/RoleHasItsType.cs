using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A column that the platform fills is of the type that it fills in.</summary>
internal sealed class RoleHasItsType : ModelRule
{
    private static readonly (string Role, string Form, Func<ITypeSymbol, bool> Fits)[] Roles =
    [
        ("SurrogateKey", "a whole number", IsWhole),
        ("ValidFrom", "a DateTime", IsTime), ("ValidTo", "a DateTime that may be null", IsTime), ("LoadTime", "a DateTime", IsTime),
        ("IsCurrent", "a bool", IsFlag), ("IsInferred", "a bool", IsFlag), ("IsDeleted", "a bool", IsFlag), ("IsCarried", "a bool", IsFlag),
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.RoleHasItsType,
        "A column's role asks for another type",
        "'{0}' is [{1}], which is {2}, and is of type '{3}'; change its type, or remove the attribute");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns().Where(p => p.Type.TypeKind != TypeKind.Error))
        {
            if (FileFact(property) is var (told, isTold) && !isTold(ColumnTypes.Plain(property.Type)))
            {
                yield return Problem(property.Locations.FirstOrDefault(), property.Name, $"FromFile(FileFact.{property.Attribute("FromFile")!.EnumAt(0)})", told, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }

            foreach (var (role, form, fits) in Roles)
            {
                if (!property.Has(role)) continue;
                if (!fits(ColumnTypes.Plain(property.Type)) || (role == "ValidTo" && !ColumnTypes.IsNullable(property.Type)))
                {
                    yield return Problem(property.Locations.FirstOrDefault(), property.Name, role, form, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
                }
            }
        }
    }

    // What a file says of itself has a type of its own: a row's number as text would come in the order 1, 10, 2.
    private static (string Form, Func<ITypeSymbol, bool> Fits)? FileFact(IPropertySymbol property) => property.Attribute("FromFile")?.EnumAt(0) switch
    {
        "Name" or "ContentKey" => ("a string", type => type.SpecialType == SpecialType.System_String),
        "RowNumber" => ("a whole number", IsWhole),
        "LastModified" or "ScanStarted" => ("a DateTime", IsTime),
        _ => null,
    };

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Int16 and <= SpecialType.System_UInt64;

    private static bool IsTime(ITypeSymbol type) => type.SpecialType == SpecialType.System_DateTime;

    private static bool IsFlag(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean;
}
