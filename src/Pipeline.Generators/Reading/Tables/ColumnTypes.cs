using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>C# types as column types.</summary>
internal static class ColumnTypes
{
    /// <summary>The column type of a C# type; null for one that no column can have.</summary>
    public static SqlType? Of(ITypeSymbol type)
    {
        var plain = Plain(type);
        return plain.SpecialType switch
        {
            SpecialType.System_String => SqlType.Text,
            SpecialType.System_Char => SqlType.Varchar(1),
            SpecialType.System_Boolean => SqlType.Boolean,
            SpecialType.System_Byte or SpecialType.System_SByte => SqlType.Number(3),
            SpecialType.System_Int16 or SpecialType.System_UInt16 => SqlType.Int16,
            SpecialType.System_Int32 => SqlType.Int32,
            SpecialType.System_UInt32 => SqlType.Int32,
            SpecialType.System_Int64 => SqlType.Int64,
            SpecialType.System_UInt64 => SqlType.Number(20),
            SpecialType.System_Decimal => SqlType.Decimal,
            SpecialType.System_Double or SpecialType.System_Single => SqlType.Float,
            SpecialType.System_DateTime => SqlType.Timestamp,
            _ when plain.TypeKind == TypeKind.Enum => SqlType.Text,
            _ when plain.Word() == "Variant" => SqlType.Variant,
            _ when plain is { ContainingNamespace.Name: "System" } => plain.Name switch
            {
                "DateOnly" => SqlType.Date,
                "TimeOnly" => SqlType.Time,
                "DateTimeOffset" => SqlType.TimestampTz,
                "Guid" => SqlType.Varchar(36),
                _ => null,
            },
            _ when plain is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => SqlType.Binary,
            _ => null,
        };
    }

    /// <summary>The type of a column: what its attributes say, else what its C# type is.</summary>
    public static SqlType? OfColumn(IPropertySymbol property)
    {
        if (property.Attribute("Number") is { } number) return SqlType.Number(number.At(0, 38), number.At(1, 0));
        if (property.Attribute("Varchar") is { } varchar) return SqlType.Varchar(varchar.At(0, 0));
        return Of(property.Type);
    }

    public static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    /// <summary>Without the question mark.</summary>
    public static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>A class whose properties are members of a JSON document.</summary>
    public static bool IsShape(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named && Of(type) is null && named.Columns().Any(p => p.Has("FromField"));
}
