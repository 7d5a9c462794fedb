using DuckDB.NET.Data;

namespace Pipeline.Engine.Database;

/// <summary>The one connection of a pipeline, with its transaction and its session's variables.</summary>
internal sealed class DuckDbSession : IDisposable
{
    // Several threads hand rows on in any order, and the numbers of a sequence with them: one gives the same tables every time.
    // What a commit writes is safe in the log; the tables of the file are written when it is closed, or the log is long.
    private DuckDbSession(DuckDBConnection connection)
    {
        Connection = connection;
        Execute("SET threads = 1");
        Execute("SET checkpoint_threshold = '256MiB'");
    }

    // What SetVariables has set: most loads begin with most variables as the one before them left them.
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public IStatementInterceptor? Interceptor { get; set; }

    /// <summary>What was read may not be so any more: a transaction has failed, or a statement of the user's own has run.</summary>
    public event Action? Forgotten;

    /// <summary>For the appender, which takes a connection.</summary>
    public DuckDBConnection Connection { get; }

    public static DuckDbSession Open(string? file)
    {
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = file ?? ":memory:" }.ConnectionString);
        try
        {
            if (file is not null) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            connection.Open();
            return new(connection);
        }
        catch (Exception e) when (e is DuckDBException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw new EngineException(OpenProblem(file ?? ":memory:", e.Message), e);
        }
    }

    /// <returns>The number of rows that the statement touched.</returns>
    public long Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        Interceptor?.Before(sql);
        var rows = command.ExecuteNonQuery();
        Interceptor?.After(sql);
        return rows;
    }

    public object? Scalar(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        Interceptor?.Before(sql);
        var scalar = command.ExecuteScalar() is { } value and not DBNull ? value : null;
        Interceptor?.After(sql);
        return scalar;
    }

    public long ScalarLong(string sql) => Convert.ToInt64(Scalar(sql), System.Globalization.CultureInfo.InvariantCulture);

    public bool ScalarBool(string sql) => Scalar(sql) is true;

    public QueryResult Query(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        Interceptor?.Before(sql);
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        Interceptor?.After(sql);
        return new(columns, rows);
    }

    /// <summary>Sets the variables to these values, each as it stands in SQL; one that has its value already is left as it is.</summary>
    public void SetVariables(params IEnumerable<(string Name, SessionValue Value)> settings)
    {
        var changed = settings.Where(s => s.Value.IsAsked || variables.GetValueOrDefault(s.Name) != s.Value.Sql).ToList();
        if (changed.Count == 0) return;
        Execute(string.Join(";\n", changed.Select(s => $"SET VARIABLE {Names.Sql(s.Name)} = {s.Value.Sql}")));
        foreach (var (name, value) in changed)
        {
            if (value.IsAsked) variables.Remove(name);
            else variables[name] = value.Sql;
        }
    }

    /// <summary>Has all that is remembered of the database read again.</summary>
    public void Forget()
    {
        variables.Clear();
        Forgotten?.Invoke();
    }

    /// <summary>The same, of what reads alone: any other statement fails, and changes nothing.</summary>
    public QueryResult Read(string sql)
    {
        Execute("BEGIN TRANSACTION READ ONLY");
        try
        {
            return Query(sql);
        }
        finally
        {
            Rollback();
        }
    }

    /// <summary>Whether it failed since it would have written where only reading is possible.</summary>
    public static bool IsWrite(DuckDBException e) => e.Message.Contains("read-only mode", StringComparison.Ordinal);

    /// <summary>Runs all of it, or none: an error rolls back and goes on to the caller.</summary>
    public void InTransaction(Action work)
    {
        try
        {
            Execute("BEGIN TRANSACTION");
            work();
            Execute("COMMIT");
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    public void Dispose() => Connection.Dispose();

    // A COMMIT that failed has ended the transaction already.
    private void Rollback()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (DuckDBException e) when (e.Message.Contains("no transaction is active", StringComparison.Ordinal))
        {
        }
        finally
        {
            Forget();
        }
    }

    private static string OpenProblem(string file, string message) =>
        message.Contains("lock", StringComparison.OrdinalIgnoreCase)
            ? $"{file} is open in another program. Close it there, or name another file with --database."
            : $"{file} can't be opened as a DuckDB database: {message.Split('\n')[0]}. Start anew with --fresh, or name another file with --database.";
}
