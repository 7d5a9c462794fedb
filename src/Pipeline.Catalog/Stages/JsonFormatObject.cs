namespace Pipeline.Catalog;

/// <summary>JSON: one document a line or an outer array.</summary>
public sealed record JsonFormatObject(QualifiedName Name, string ClassName) : FileFormatObject(Name, ClassName)
{
    public bool StripOuterArray { get; init; }

    public bool StripNullValues { get; init; }
}
