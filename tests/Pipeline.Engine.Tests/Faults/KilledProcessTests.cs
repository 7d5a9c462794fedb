using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>The process is killed at a statement by chance, the next one goes on and is killed too, until all is through: the tables are those of a run that nobody disturbed.</summary>
public sealed class KilledProcessTests : IDisposable
{
    // A few by default; PIPELINE_KILLS=500 kills as many processes.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_KILLS") ?? "3", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_SEED") ?? Random.Shared.Next().ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-killed-").FullName;

    [Fact]
    public void L28_killed_process_leaves_a_database_that_the_next_one_brings_to_the_end_of_an_undisturbed_run()
    {
        var undisturbed = Rows(new() { DatabaseFile = Path.Combine(folder, "undisturbed.duckdb") });
        var random = new Random(Seed);
        var killed = 0;
        for (var run = 0; killed < Kills; run++)
        {
            var file = Path.Combine(folder, $"{run}", "local.duckdb");
            var statements = new List<int>();
            while (killed < Kills)
            {
                // Early kills hit the making of the tables, late ones the loads.
                statements.Add(1 + random.Next(random.Next(4) == 0 ? 150 : 1500));
                if (Child(file, statements[^1]) == 0) break;
                killed++;
            }

            Assert.True(undisturbed == Rows(new() { DatabaseFile = file }), $"Tables differ after kills at the statements {string.Join(", ", statements)}; PIPELINE_SEED={Seed} shows it again.");
        }
    }

    [Fact]
    public void L28_process_that_is_killed_while_it_makes_the_database_leaves_nothing_in_the_way()
    {
        var file = Path.Combine(folder, "new", "local.duckdb");
        foreach (var statement in new[] { 3, 40, 151 })
        {
            Assert.NotEqual(0, Child(file, statement));
            Assert.False(File.Exists(file), "A database that isn't whole stands in its place.");
        }

        using (LocalPipeline.Open(Retail.Catalog, new() { DatabaseFile = file }))
        {
        }

        Assert.Equal([file], Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Rows(LocalOptions options)
    {
        KilledRun.Finish(options);
        using var pipeline = LocalPipeline.Open(Retail.Catalog, options);
        return Retail.Rows(pipeline);
    }

    private static int Child(string file, int statement)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(KilledRun).Assembly.Location, file, statement.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 137, $"The process ended by itself: {error}");
        return process.ExitCode;
    }
}
