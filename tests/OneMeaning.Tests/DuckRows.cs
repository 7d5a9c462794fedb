using System.Globalization;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace OneMeaning.Tests;

/// <summary>The model's tables with their rows, on DuckDB in memory.</summary>
internal sealed class DuckRows : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    public DuckRows(CompiledQueries queries)
    {
        connection.Open();
        Run("SET threads = 1");
        Run("CREATE SCHEMA SHOP");
        foreach (var (name, rows) in new[] { ("Item", queries.Rows("Items")), ("Other", queries.Rows("Others")) })
        {
            var table = queries.Table(name);
            Run(DuckDbDialect.Instance.CreateTable(table));
            var lines = rows.Cast<object>().Select(row => "(" + string.Join(", ", table.Columns.Select(c => Literal(row.GetType().GetProperty(c.Property)!.GetValue(row), c.Type))) + ")");
            Run($"INSERT INTO {DuckDbDialect.Instance.ObjectName(table.Name)} VALUES {string.Join(", ", lines)}");
        }
    }

    /// <summary>The query's rows, each value as the driver gives it.</summary>
    public IReadOnlyList<object?[]> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    public void Dispose() => connection.Dispose();

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Literal(object? value, SqlType type) => value switch
    {
        null => "NULL",
        bool truth => truth ? "TRUE" : "FALSE",
        string or Enum or Guid => DuckDbDialect.Instance.Text(value.ToString()!),
        DateTime time => $"TIMESTAMP '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        DateTimeOffset time => $"TIMESTAMPTZ '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)}'",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        TimeOnly time => $"TIME '{time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        double number => $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS DOUBLE)",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
