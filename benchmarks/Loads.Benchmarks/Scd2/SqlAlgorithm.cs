using Loads.Benchmarks.Measuring;

namespace Loads.Benchmarks.Scd2;

/// <summary>An algorithm that is a script over the table of changes, or over the whole source.</summary>
internal sealed record SqlAlgorithm(string Name, string Description, string Script, string Dimension) : IScd2Algorithm
{
    /// <summary>Whether it writes the dimension.</summary>
    public bool Writes { get; init; } = true;

    /// <summary>Whether it reads the source as it is now, having no stream of what changed.</summary>
    public bool NeedsSource { get; init; }

    /// <summary>Whether a commit leaves the tables of the file to be written later, as the engine has it; by default DuckDB does it within the commit once the log has 16 MiB.</summary>
    public bool WritesLater { get; init; }

    /// <summary>What the script leaves open.</summary>
    public (string Name, object Value)[] Values { get; init; } = [];

    public void Prepare(string file, int members)
    {
        using var database = new Database(file);
        database.Execute(SqlText.Read("Scd2/history.sql"));
        database.Execute(SqlText.Fill(Dimension, ("members", members)));
        database.Execute(NeedsSource
            ? SqlText.Read("Scd2/source.sql", ("members", members))
            : SqlText.Fill(
                "CREATE TABLE CHANGES_1 AS SELECT * FROM member_changes({members}, 1); CREATE TABLE CHANGES_2 AS SELECT * FROM member_changes({members}, 2)",
                ("members", members)));
    }

    public IScd2Load Open(string file, int threads)
    {
        var database = new Database(file, threads);
        if (WritesLater) database.Execute("SET checkpoint_threshold = '256MiB'");
        return new SqlLoad(this, database);
    }

    private sealed class SqlLoad(SqlAlgorithm algorithm, Database database) : IScd2Load
    {
        public Spent Load(int batch)
        {
            var script = SqlText.Read(
                algorithm.Script,
                [.. algorithm.Values, ("changes", $"CHANGES_{batch}"), ("source", $"SOURCE_{batch}"), ("now", batch == 1 ? "TIMESTAMP '2023-12-01'" : "TIMESTAMP '2024-01-01'")]);
            return Spent.On(() => database.Execute(script));
        }

        public string? Compared() => algorithm.Writes ? database.Rows(Scd2Columns.Compared("DIM_MEMBER")) : null;

        public void Dispose() => database.Dispose();
    }
}
