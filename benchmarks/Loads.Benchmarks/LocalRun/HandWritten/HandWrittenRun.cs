namespace Loads.Benchmarks.LocalRun.HandWritten;

/// <summary>The warehouse by scripts that one would write by hand for DuckDB, with nothing recorded, rejected or counted.</summary>
internal sealed class HandWrittenRun(string file, int threads) : ILocalRun
{
    private readonly Database database = new(file, threads);

    public void First(string folder) => Run("first", folder);

    public void Next(string folder) => Run("next", folder);

    public string Compared() => database.Rows(SqlText.Read("LocalRun/compared.sql", ("curated", ""), ("analytics", "")));

    public void Dispose() => database.Dispose();

    private void Run(string script, string folder)
    {
        database.Execute(SqlText.Read($"LocalRun/HandWritten/{script}.sql", ("folder", folder)));
        database.Execute(SqlText.Read("LocalRun/HandWritten/aggregates.sql"));
    }
}
