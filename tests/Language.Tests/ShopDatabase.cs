using System.Globalization;
using System.Reflection;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace Language.Tests;

/// <summary>The model's tables with their rows, on DuckDB in memory.</summary>
public sealed class ShopDatabase : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    public ShopDatabase()
    {
        connection.Open();
        Run("CREATE SCHEMA SHOP");
        foreach (var (type, rows) in ShopRows.All)
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

    /// <summary>The rows of a view's query, each as text.</summary>
    public IReadOnlyList<string> Rows(ViewObject view) => [.. Values(view).Select(row => string.Join(" | ", row))];

    /// <summary>The same, each value by itself.</summary>
    internal IReadOnlyList<string[]> Values(ViewObject view)
    {
        using var command = connection.CreateCommand();
        command.CommandText = DuckDbDialect.Instance.Query(view.Query);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. view.Columns.Select((c, i) => RowText.Of(reader.IsDBNull(i) ? null : reader.GetValue(i), c.Type))]);
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();

    internal void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Literal(object? value, SqlType type) => value switch
    {
        null => "NULL",
        bool truth => truth ? "TRUE" : "FALSE",
        string or Enum or Variant or Guid or char => DuckDbDialect.Instance.Text(value.ToString()!) + (type.Kind == SqlTypeKind.Variant ? "::JSON" : ""),
        DateTime time => $"TIMESTAMP '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        DateTimeOffset time => $"TIMESTAMPTZ '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)}'",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        TimeOnly time => $"TIME '{time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
