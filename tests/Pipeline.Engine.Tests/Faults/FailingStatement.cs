using Pipeline.Engine.Database;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>How a statement fails: it is refused, it is done but its answer is lost, or from it on the connection is gone.</summary>
public enum Fault { Before, After, Lost }

/// <summary>Makes one statement fail, by its number.</summary>
internal sealed class FailingStatement(int number, Fault fault) : IStatementInterceptor
{
    private int count;

    /// <summary>The statement that failed; null where there was none of that number.</summary>
    public string? Failed { get; private set; }

    /// <summary>How many transactions were committed until it failed.</summary>
    public int Commits { get; private set; }

    public void Before(string sql)
    {
        if (sql == "ROLLBACK") return;
        if (++count == number && fault != Fault.After) Fail(sql);
        else if (Failed is not null && fault == Fault.Lost) throw new EngineException("The connection is lost.");
    }

    public void After(string sql)
    {
        if (sql == "COMMIT" && Failed is null) Commits++;
        if (count == number && fault == Fault.After && Failed is null && sql != "ROLLBACK") Fail(sql);
    }

    private void Fail(string sql)
    {
        Failed = sql;
        throw new EngineException("The statement was made to fail.");
    }
}
