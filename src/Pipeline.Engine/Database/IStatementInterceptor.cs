namespace Pipeline.Engine.Database;

/// <summary>Told of each statement before and after the database runs it; may throw in its place. By it tests make every statement fail in turn.</summary>
internal interface IStatementInterceptor
{
    void Before(string sql);

    void After(string sql);
}
