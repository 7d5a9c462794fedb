using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>What a query sees of a table, view or stream: its name and its columns by property.</summary>
internal sealed record TableShape(INamedTypeSymbol Type, QualifiedName Name, EquatableArray<Column> Columns)
{
    public Column? ByProperty(string property) => Columns.FirstOrDefault(c => c.Property == property);
}
