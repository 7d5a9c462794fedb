namespace Pipeline.Catalog;

/// <summary>A dimension: one row per member (type 1) or per version of a member (type 2).</summary>
public sealed record DimensionObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, Scd Scd)
    : TableObject(Name, ClassName, Columns)
{
    /// <summary>How many days late an event may come and still change history; null for any number.</summary>
    public int? LatenessDays { get; init; }

    public History History { get; init; }

    /// <summary>The values of the unknown member's row; columns left out get a null or the type's zero.</summary>
    public EquatableArray<Projection> UnknownMember { get; init; }
}

/// <summary>Overwritten, or kept as versions.</summary>
public enum Scd { Type1, Type2 }

/// <summary>Whether the source delivers every event, or only the state seen at each run.</summary>
public enum History { Events, Observed }
