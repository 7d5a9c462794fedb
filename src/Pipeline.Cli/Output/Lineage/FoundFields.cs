using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>What a person asks about: an object, and the fields of it that are meant.</summary>
/// <param name="Object">The table, view, stream or stage.</param>
/// <param name="Fields">One column, or all of the object's.</param>
/// <param name="IsWhole">Whether the object was named, not a column of it.</param>
internal sealed record FoundFields(QualifiedName Object, IReadOnlyList<FieldName> Fields, bool IsWhole);
