namespace Pipeline.Generators.Rules;

/// <summary>A materialized view reads one table and nothing else.</summary>
internal sealed class MaterializedViewReadsOneTable() : MaterializedViewLimit(RuleIds.MaterializedViewReadsOneTable, "A materialized view reads more than one table");
