using DuckDB.NET.Data;

namespace Loads.Benchmarks;

/// <summary>A DuckDB file as a program that knows nothing of the product opens it.</summary>
internal sealed class Database : IDisposable
{
    private readonly DuckDBConnection connection;

    /// <param name="file">The file; null for one in memory.</param>
    /// <param name="threads">How many threads it may use; 0 for DuckDB's own choice.</param>
    public Database(string? file = null, int threads = 0)
    {
        connection = new($"DataSource={file ?? ":memory:"}");
        connection.Open();
        if (threads > 0) Execute($"SET threads = {threads}");
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows as text, a line each, values between bars.</summary>
    public string Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i =>
                reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines);
    }

    public void Dispose() => connection.Dispose();
}
