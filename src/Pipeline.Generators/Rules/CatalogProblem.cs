using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Something wrong with an object among the others, and how its place is found in its class.</summary>
internal sealed record CatalogProblem(string Rule, string Message, bool IsWarning, CatalogObject Object, Func<INamedTypeSymbol, CancellationToken, Location?> Where);
