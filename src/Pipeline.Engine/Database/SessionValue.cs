namespace Pipeline.Engine.Database;

/// <summary>The value of a session's variable, as it stands in SQL.</summary>
/// <param name="Sql">The value.</param>
/// <param name="IsAsked">Whether the database is asked for it, so that the same words may give another value next time.</param>
internal readonly record struct SessionValue(string Sql, bool IsAsked = false)
{
    public static implicit operator SessionValue(string constant) => new(constant);
}
