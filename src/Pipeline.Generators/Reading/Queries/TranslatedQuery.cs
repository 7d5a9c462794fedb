using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A query with the streams that it reads and the one that drives it.</summary>
internal sealed record TranslatedQuery(SelectQuery Query, EquatableArray<QualifiedName> Streams, QualifiedName? Driver);
