namespace Pipeline.Catalog;

/// <summary>A dimension with a row per day, filled when it is deployed.</summary>
/// <param name="Query">The rows, over a <see cref="DaysSource"/>.</param>
public sealed record CalendarObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, SelectQuery Query)
    : TableObject(Name, ClassName, Columns)
{
    public EquatableArray<Projection> UnknownMember { get; init; }

    /// <summary>Where its query stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }
}
