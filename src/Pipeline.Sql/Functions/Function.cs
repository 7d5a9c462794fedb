namespace Pipeline.Sql;

/// <summary>One neutral name and what each dialect says for it. An overload by the number of arguments is a row of its own.</summary>
internal sealed record Function(string Name, int Arguments, FunctionSpelling Snowflake, FunctionSpelling DuckDb)
{
    /// <summary>Any number of arguments.</summary>
    public const int Any = -1;
}
