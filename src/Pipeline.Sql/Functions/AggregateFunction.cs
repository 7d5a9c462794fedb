namespace Pipeline.Sql;

/// <summary>One aggregate by its neutral name and what each dialect says for it, with the arguments as <c>{0}</c> and <c>{1}</c>.</summary>
internal sealed record AggregateFunction(string Name, string Snowflake, string DuckDb);
