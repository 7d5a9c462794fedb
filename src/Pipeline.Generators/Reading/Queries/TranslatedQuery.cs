using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A query with the streams that it reads and the one that drives it.</summary>
internal sealed record TranslatedQuery(SelectQuery Query, EquatableArray<QualifiedName> Streams, QualifiedName? Driver)
{
    /// <summary>Where each column gets its value.</summary>
    public IReadOnlyList<(string Column, Location At)> Assigned { get; init; } = [];
}
