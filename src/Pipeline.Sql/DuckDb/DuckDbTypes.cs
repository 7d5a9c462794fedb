using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>Whole numbers become integers that hold them; a VARIANT is JSON.</summary>
internal static class DuckDbTypes
{
    public static string Spell(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Number when type.Scale == 0 && type.Precision is > 0 and <= 9 => "INTEGER",
        SqlTypeKind.Number when type.Scale == 0 && type.Precision is > 0 and <= 19 => "BIGINT",
        SqlTypeKind.Number => FormattableString.Invariant($"DECIMAL({(type.Precision == 0 ? 38 : type.Precision)},{type.Scale})"),
        SqlTypeKind.Float => "DOUBLE",
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Boolean => "BOOLEAN",
        SqlTypeKind.Date => "DATE",
        SqlTypeKind.Time => "TIME",
        SqlTypeKind.TimestampNtz => "TIMESTAMP",
        SqlTypeKind.TimestampTz => "TIMESTAMPTZ",
        SqlTypeKind.Variant => "JSON",
        SqlTypeKind.Binary => "BLOB",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A type of an unknown kind."),
    };

    public static bool IsInteger(SqlType type) => type is { Kind: SqlTypeKind.Number, Scale: 0, Precision: > 0 and <= 19 };
}
