using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A policy as it was read.</summary>
internal sealed record ReadPolicy(EquatableArray<PolicyArgument> Arguments, Expression Body);
