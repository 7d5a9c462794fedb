namespace Pipeline.Generators.Rules;

/// <summary>A materialized view shows each key by which it groups.</summary>
internal sealed class MaterializedViewShowsItsGroups() : MaterializedViewLimit(RuleIds.MaterializedViewShowsItsGroups, "A materialized view hides what it groups by");
