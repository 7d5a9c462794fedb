using System.Globalization;
using System.Reflection;
using OneMeaning.Tests.Texts;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;
using SqlJudges.Tests.Refusals;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OneMeaning.Tests;

/// <summary>Queries that nobody thought of give the same rows as plain C# and on DuckDB.</summary>
public sealed class RandomQueriesTests(ITestOutputHelper output)
{
    private const int PerBatch = 150;

    [Fact]
    public void Random_queries_over_random_rows_mean_the_same_in_CSharp_and_on_DuckDB()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_QUERIES"), CultureInfo.InvariantCulture, out var many) ? many : PerBatch;
        output.WriteLine($"PIPELINE_SEED={seed}");
        var (refused, failed, differences) = (new List<string>(), 0, new List<string>());
        for (var batch = 0; batch * PerBatch < wanted; batch++)
        {
            var chance = new Chance(unchecked(seed + batch));
            var rows = ModelTables.Rows(chance);
            var queries = Enumerable.Range(0, PerBatch).Select(n => QueryText.By(chance, $"Query{n}")).ToList();
            var compiled = CompiledQueries.Of(rows, queries);
            using var duck = new DuckRows(compiled);
            foreach (var query in queries)
            {
                if (compiled.View(query).Findings is { Count: > 0 } findings) refused.Add(findings[0].Message);
                else if (Difference(query, compiled, duck, ref failed) is { } difference) differences.Add($"PIPELINE_SEED={unchecked(seed + batch)}\n{difference}");
            }
        }

        output.WriteLine($"{refused.Count} refused, {failed} failed alike");
        foreach (var reason in refused.GroupBy(r => r).OrderByDescending(g => g.Count()).Take(25)) output.WriteLine($"{reason.Count()} {reason.Key}");
        Assert.True(refused.Count + failed < wanted / 2, "Half of the queries prove nothing.");
        if (differences.Count > 0) throw new XunitException($"{differences.Count} queries mean two things.\n\n{string.Join("\n\n", differences.OrderBy(d => d.Length).Take(10))}");
    }

    private static string? Difference(QueryText query, CompiledQueries compiled, DuckRows duck, ref int failed)
    {
        var view = compiled.View(query);
        var types = view.Columns.Select(c => c.Type).ToList();
        var sql = DuckDbDialect.Instance.Query(view.Query);

        // What no rule tells, an account runs.
        var refusals = CorrelatedQueries.In("Snowflake", SnowflakeDialect.Instance.Query(view.Query));
        var (here, hereFault) = Tried(() => compiled.Run(query).Select(row => view.Columns.Select(c => SameRows.Text(row.GetType().GetProperty(c.Property)!.GetValue(row), c.Type)).ToArray()).ToList());
        var (there, thereFault) = Tried(() => duck.Rows(sql).Select(row => row.Select((value, i) => SameRows.Text(value, types[i])).ToArray()).ToList());

        // A whole number that leaves its C# type fails in C#; the databases compute on with more digits, and fail where it is kept too narrow.
        if (hereFault is OverflowException or { InnerException: OverflowException })
        {
            failed++;
            if (refusals.Count == 0) return null;
        }

        if (here is not null && there is not null && SameRows.Are(here, there, types) && refusals.Count == 0) return null;
        return $"{query.Code}\n{string.Join("\n", refusals)}\nSnowflake:\n{SnowflakeDialect.Instance.Query(view.Query)}\n\nDuckDB:\n{sql}\n\nC#: {hereFault?.Message}\n{(here is null ? "" : SameRows.Table(here.Except(there ?? [], RowComparer.Instance)))}\n"
            + $"DuckDB: {thereFault?.Message}\n{(there is null ? "" : SameRows.Table(there.Except(here ?? [], RowComparer.Instance)))}";
    }

    private static (List<string[]>? Rows, Exception? Fault) Tried(Func<List<string[]>> run)
    {
        try
        {
            return (run(), null);
        }
        catch (TargetInvocationException fault)
        {
            return (null, fault.InnerException);
        }
        catch (DuckDB.NET.Data.DuckDBException fault)
        {
            return (null, fault);
        }
    }

    private sealed class RowComparer : IEqualityComparer<string[]>
    {
        public static readonly RowComparer Instance = new();

        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] row) => string.Join('|', row).GetHashCode(StringComparison.Ordinal);
    }
}
