namespace Pipeline.Generators.Rules;

/// <summary>A materialized view gives the same rows whenever it is asked.</summary>
internal sealed class MaterializedViewIsDeterministic() : MaterializedViewLimit(RuleIds.MaterializedViewIsDeterministic, "A materialized view depends on when it is read");
