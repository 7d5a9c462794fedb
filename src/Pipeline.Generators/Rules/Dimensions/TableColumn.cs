using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A column of an object, by both names.</summary>
internal sealed record TableColumn(QualifiedName Object, string Column);
