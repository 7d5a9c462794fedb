namespace Pipeline.Sql;

/// <summary>One neutral name and what each dialect says for it. An overload by the number of arguments is a row of its own.</summary>
/// <remarks>The name is that of the method of <c>Sql</c> which computes it in C#, or what the reader calls a member of .NET's own.</remarks>
internal sealed record Function(string Name, int Arguments, FunctionSpelling Snowflake, FunctionSpelling DuckDb)
{
    /// <summary>Any number of arguments.</summary>
    public const int Any = -1;

    /// <summary>Both dialects say it alike.</summary>
    public static Function Same(string name, int arguments, FunctionSpelling text) => new(name, arguments, text, text);

    public static Function Of(string name, int arguments, FunctionSpelling snowflake, FunctionSpelling duckDb) => new(name, arguments, snowflake, duckDb);
}
