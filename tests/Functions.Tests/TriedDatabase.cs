using System.Globalization;
using System.Reflection;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace Functions.Tests;

/// <summary>The model's tables with their rows, on DuckDB in memory.</summary>
public sealed class TriedDatabase : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    public TriedDatabase()
    {
        connection.Open();
        Run("CREATE SCHEMA TRIED");
        foreach (var (type, rows) in TriedRows.All)
        {
            var table = ModelCatalog.Table(type);
            Run(DuckDbDialect.Instance.CreateTable(table));
            foreach (var row in (Array)rows)
            {
                var values = table.Columns.Select(c => Literal(type.GetProperty(c.Property)!.GetValue(row), c.Type));
                Run($"INSERT INTO {DuckDbDialect.Instance.ObjectName(table.Name)} VALUES ({string.Join(", ", values)})");
            }
        }
    }

    /// <summary>The values of a view's query, by row and column.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows(ViewObject view)
    {
        using var command = connection.CreateCommand();
        command.CommandText = DuckDbDialect.Instance.Query(view.Query);
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read()) rows.Add([.. view.Columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
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
        string or Enum or Variant or Guid => DuckDbDialect.Instance.Text(value.ToString()!) + (type.Kind == SqlTypeKind.Variant ? "::JSON" : ""),
        DateTime time => $"TIMESTAMP '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        DateTimeOffset time => $"TIMESTAMPTZ '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)}'",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        TimeOnly time => $"TIME '{time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
