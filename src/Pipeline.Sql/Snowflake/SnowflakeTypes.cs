using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Types by their explicit names: precision, scale and the kind of a timestamp are always said.</summary>
internal static class SnowflakeTypes
{
    public static string Spell(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Number => FormattableString.Invariant($"NUMBER({(type.Precision == 0 ? 38 : type.Precision)},{type.Scale})"),
        SqlTypeKind.Float => "FLOAT",
        SqlTypeKind.Text => type.Precision == 0 ? "VARCHAR" : FormattableString.Invariant($"VARCHAR({type.Precision})"),
        SqlTypeKind.Boolean => "BOOLEAN",
        SqlTypeKind.Date => "DATE",
        SqlTypeKind.Time => FormattableString.Invariant($"TIME({type.Precision})"),
        SqlTypeKind.TimestampNtz => FormattableString.Invariant($"TIMESTAMP_NTZ({type.Precision})"),
        SqlTypeKind.TimestampTz => FormattableString.Invariant($"TIMESTAMP_TZ({type.Precision})"),
        SqlTypeKind.Variant => "VARIANT",
        SqlTypeKind.Binary => type.Precision == 0 ? "BINARY" : FormattableString.Invariant($"BINARY({type.Precision})"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A type of an unknown kind."),
    };
}
