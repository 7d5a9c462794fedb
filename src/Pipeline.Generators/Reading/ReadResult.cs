using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>What became of one class: its object, and what is wrong with it.</summary>
internal sealed record ReadResult(CatalogObject? Object, IReadOnlyList<ReadProblem> Problems);

/// <summary>Something in a class that can't become SQL, and where it stands.</summary>
internal sealed record ReadProblem(string Rule, string Message, Location Location);
