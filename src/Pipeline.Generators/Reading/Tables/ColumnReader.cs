using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>Reads the columns of a class in their order: its own first, then what it inherits.</summary>
internal static class ColumnReader
{
    private static readonly (string Word, ColumnRoles Role)[] Roles =
    [
        ("BusinessKey", ColumnRoles.BusinessKey), ("Sequence", ColumnRoles.Sequence), ("SurrogateKey", ColumnRoles.SurrogateKey),
        ("Tracked", ColumnRoles.Tracked), ("ValidFrom", ColumnRoles.ValidFrom), ("ValidTo", ColumnRoles.ValidTo), ("IsCurrent", ColumnRoles.IsCurrent),
        ("IsInferred", ColumnRoles.IsInferred), ("IsDeleted", ColumnRoles.IsDeleted), ("LoadTime", ColumnRoles.LoadTime), ("Grain", ColumnRoles.Grain),
        ("Measure", ColumnRoles.Measure), ("Period", ColumnRoles.Period), ("IsCarried", ColumnRoles.IsCarried), ("TieBreak", ColumnRoles.TieBreak),
    ];

    /// <summary>With their comments and places, for the catalog.</summary>
    public static EquatableArray<Column> Read(ReadContext context)
    {
        // Those without a type are no columns; the others stand in the same order.
        var (columns, next) = (Read(context.Type), 0);
        var placed = new List<Column>(columns.Count);
        foreach (var property in context.Type.Columns())
        {
            if (next == columns.Count || columns[next].Property != property.Name) continue;
            placed.Add(columns[next++] with { Comment = DocComment.Of(property, context.Cancellation), At = context.Place(property.Locations.FirstOrDefault()) });
        }

        return placed.ToEquatableArray();
    }

    /// <summary>As far as a query needs to know them.</summary>
    public static EquatableArray<Column> Read(INamedTypeSymbol type) => ReadingCache.Current?.ReadColumns(type) ?? FindColumns(type);

    internal static EquatableArray<Column> FindColumns(INamedTypeSymbol type)
    {
        var byHeader = IsByHeader(type);
        return type.Columns().Select(p => Column(p, byHeader)).OfType<Column>().ToEquatableArray();
    }

    private static Column? Column(IPropertySymbol property, bool byHeader)
    {
        if ((ColumnTypes.OfColumn(property) ?? (ColumnTypes.IsShape(property.Type) ? SqlType.Variant : null)) is not { } type) return null;

        var field = property.Attribute("FromField")?.At<string?>(0, null);
        var foreignKey = property.Attribute("ForeignKey");
        return new Column(byHeader && field is not null ? SqlName.OfField(field) : SqlName.Of(property.Name), property.Name, type, ColumnTypes.IsNullable(property.Type))
        {
            Roles = Roles.Where(r => property.Has(r.Word)).Aggregate(ColumnRoles.None, (all, r) => all | r.Role)
                | (property.Attribute("Milestone") is { } milestone && !milestone.Named("CanBeTakenBack", false) ? ColumnRoles.Milestone : ColumnRoles.None),
            FromFile = property.Attribute("FromFile") is { } fromFile ? fromFile.EnumAt(0).As<FileFact>() : null,
            FromField = field,
            FromPath = property.Attribute("FromPath") is { } folder ? new(folder.At<string?>(0, null), folder.At(0, 0), folder.Named<string?>("Format", null)) : null,
            FormerNames = FormerNames.Of(property).Select(SqlName.Of).ToEquatableArray(),
            ForeignKey = KindNames.Of(foreignKey?.Argument()) is { } dimension ? new(dimension, foreignKey!.NamedEnum("Missing").As<Missing>())
            {
                NoKey = foreignKey!.NamedEnum("NoKey").As<Member>(),
            } : null,
            Carries = Carries(property),
            Mask = property.Attribute("Masked") is { } masked && KindNames.Of(masked.Argument()) is { } mask
                ? new(mask, masked.ListAt(0).Select(p => SqlName.Of(p)).ToEquatableArray())
                : null,
            IsPersonal = property.Has("Pii"),
            Tags = TagReader.On(property),
            Disclosed = property.Attribute("Disclosed")?.At<string?>(0, null),
            Partial = property.Attribute("Partial") is { } partial ? new(NameOf(partial.Named<string?>("Given", null))) : null,
            FillsVersion = property.Attribute("Tracked")?.NamedEnum("FirstValue") == "FillsVersion",
            AllowedValues = ColumnTypes.Plain(property.Type) is { TypeKind: TypeKind.Enum } values
                ? values.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => f.Name).ToEquatableArray()
                : [],
        };
    }

    private static CarriedValue? Carries(IPropertySymbol property)
    {
        foreach (var (word, which) in new[] { ("Original", Carry.Original), ("Previous", Carry.Previous), ("Current", Carry.Current) })
        {
            if (property.Attribute(word) is { } attribute) return new(which, NameOf(attribute.At<string?>(0, null) ?? property.Name)!);
        }

        return null;
    }

    // The column of another property of the class.
    private static string? NameOf(string? other) => other is null ? null : SqlName.Of(other);

    // A CSV whose header names the columns: the landing column has the header's name.
    private static bool IsByHeader(INamedTypeSymbol type) => type.Attributes("CopyFrom").Any(copy =>
        copy.Argument()?.Attribute("Format")?.Argument() is { } format && format.Attribute("CsvFormat") is { } csv && csv.Named("SkipHeader", 0) == 0);
}
