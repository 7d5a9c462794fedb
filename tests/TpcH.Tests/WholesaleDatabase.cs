using System.Globalization;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace TpcH.Tests;

/// <summary>The model's tables with their rows, on DuckDB in memory; and views of them by the benchmark's own names.</summary>
public sealed class WholesaleDatabase : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    public WholesaleDatabase()
    {
        connection.Open();
        Run("CREATE SCHEMA WHOLESALE");
        foreach (var (type, rows) in WholesaleRows.All)
        {
            var table = ModelCatalog.Table(type);
            Run(DuckDbDialect.Instance.CreateTable(table));
            foreach (var some in rows.Cast<object>().Chunk(1_000))
            {
                var values = some.Select(row => $"({string.Join(", ", table.Columns.Select(c => Literal(type.GetProperty(c.Property)!.GetValue(row)!)))})");
                Run($"INSERT INTO {DuckDbDialect.Instance.ObjectName(table.Name)} VALUES {string.Join(",\n", values)}");
            }
        }

        Run(PublishedQuery.Text("OfficialNames"));
    }

    /// <summary>The rows of a view's query, in its order, each as text.</summary>
    public IReadOnlyList<string> Rows(ViewObject view) => Rows(DuckDbDialect.Instance.Query(view.Query));

    /// <summary>The rows of a query, in its order, each as text.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(RowText.Of(Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))));
        return rows;
    }

    public void Dispose() => connection.Dispose();

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Literal(object value) => value switch
    {
        string text => DuckDbDialect.Instance.Text(text),
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
