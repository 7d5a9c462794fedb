namespace Pipeline.Catalog;

/// <summary>A column, compiled from one property.</summary>
public sealed record Column(string Name, string Property, SqlType Type, bool Nullable)
{
    /// <summary>Where the property stands; null for a column that no class spells out.</summary>
    public SourcePlace? At { get; init; }

    public string? Comment { get; init; }

    /// <summary>What it was called before in the account.</summary>
    public EquatableArray<string> FormerNames { get; init; }

    public ColumnRoles Roles { get; init; }

    /// <summary>Which fact of the file fills it; null for a column of the row itself.</summary>
    public FileFact? FromFile { get; init; }

    /// <summary>The field in the file, where it isn't the column's name.</summary>
    public string? FromField { get; init; }

    /// <summary>Of an external table: which folder of the file's path fills it; null for any other.</summary>
    public PathPart? FromPath { get; init; }

    public ForeignKey? ForeignKey { get; init; }

    /// <summary>What it carries of its member's other versions; null for a value of the version's own.</summary>
    public CarriedValue? Carries { get; init; }

    /// <summary>Null where every event gives it.</summary>
    public PartialValue? Partial { get; init; }

    /// <summary>Of a tracked column: its first value fills the open version, instead of opening one.</summary>
    public bool FillsVersion { get; init; }

    /// <summary>What readers see of it; null for its values as they are.</summary>
    public ColumnMask? Mask { get; init; }

    /// <summary>It tells of a person.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Why it may be shown though it is made of personal data; null where nothing is said.</summary>
    public string? Disclosed { get; init; }

    /// <summary>The values of tags on it.</summary>
    public EquatableArray<TagValue> Tags { get; init; }

    /// <summary>The texts that an enum's column holds.</summary>
    public EquatableArray<string> AllowedValues { get; init; }
}
