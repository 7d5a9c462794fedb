using System.Globalization;
using DuckDB.NET.Data;

namespace Pipeline.Sql.Tests;

/// <summary>An empty DuckDB in memory.</summary>
internal sealed class Duck : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    public Duck()
    {
        connection.Open();
        Run("SET VARIABLE now = TIMESTAMP '2024-02-29 13:14:15.123456'");
    }

    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The one value of an expression, as invariant text; null is empty.</summary>
    public string Value(string expression)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT " + expression;
        return command.ExecuteScalar() switch
        {
            null or DBNull => "",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    public void Dispose() => connection.Dispose();
}
