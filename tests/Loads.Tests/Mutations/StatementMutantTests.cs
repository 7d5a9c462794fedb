using System.Globalization;
using CsCheck;
using Loads.Tests.Histories;
using Pipeline.Catalog;
using Pipeline.Testing;
using Xunit.Abstractions;

namespace Loads.Tests.Mutations;

/// <summary>The properties hold the SQL of the loads to what it says: a statement that is wrong in one place is told by some history, or the list says why it isn't wrong.</summary>
/// <remarks>
/// A build takes a few mutants by chance. <c>PIPELINE_MUTANTS=all dotnet test tests/Loads.Tests --filter StatementMutantTests</c> takes all of them, and <c>PIPELINE_SEED</c> repeats a choice.
/// The histories are the same each time, so that a mutant is told or isn't whatever the choice.
/// </remarks>
public sealed class StatementMutantTests(ITestOutputHelper output)
{
    private const int Histories = 150;
    private const int Few = 6;

    // The statement whose mutants have all been tried; those of the others are tried by the long command alone.
    private const string Tried = "STG_CUSTOMERS | Bring each key to its last state.";

    private static readonly CustomerPlatform Customers = new();

    private static readonly IReadOnlyList<Delivered[][]> Told = Generated();

    /// <summary>The mutants that no history tells, with the reason: a name, a tab and the reason in each line.</summary>
    private static readonly Dictionary<string, string> Surviving = File.ReadAllLines(RepositoryRoot.File("tests", "Loads.Tests", "Mutations", "surviving-mutants.txt"))
        .Where(l => l.Contains('\t', StringComparison.Ordinal)).ToDictionary(l => l.Split('\t')[0], l => l.Split('\t')[1], StringComparer.Ordinal);

    [Fact]
    public void Mutant_of_a_statement_is_told_by_a_history_or_listed_with_the_reason()
    {
        var all = LoadLowering.All(Customers.Catalog).SelectMany(StatementMutants.Of).ToList();
        var isLong = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS") == "all";
        var seed = Environment.GetEnvironmentVariable("PIPELINE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        output.WriteLine($"PIPELINE_SEED={seed}, {string.Join(", ", all.GroupBy(m => m.Load.Target.Name).Select(g => $"{g.Count()} of {g.Key}"))}");

        var open = all.Where(m => m.Name.StartsWith(Tried, StringComparison.Ordinal) && !IsListed(m.Name)).ToList();
        var part = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS_OF");
        var chosen = isLong ? all.Where(m => part is null || m.Name.StartsWith(part, StringComparison.Ordinal)).ToList() : [.. new Random(seed).GetItems(open.ToArray(), Few).Distinct()];
        var survivors = chosen.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(Survives).Select(m => m.Name).ToList();
        output.WriteLine($"{chosen.Count} tried, {survivors.Count} survive, {survivors.Count(IsListed)} of them listed");
        Assert.True(survivors.All(IsListed), $"PIPELINE_SEED={seed}\nNo history tells of:\n{string.Join('\n', survivors.Where(s => !IsListed(s)))}");
        if (isLong && part is null) Assert.Equal([], Surviving.Keys.Where(k => !survivors.Any(s => s.StartsWith(k, StringComparison.Ordinal))));
    }

    [Fact]
    public void Mutant_that_is_listed_exists_and_has_a_reason()
    {
        var names = LoadLowering.All(Customers.Catalog).SelectMany(StatementMutants.Of).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(Surviving, e => Assert.True(names.Any(n => n.StartsWith(e.Key, StringComparison.Ordinal)) && e.Value.Length > 10, e.Key));
    }

    private static bool IsListed(string name) => Surviving.Keys.Any(k => name.StartsWith(k, StringComparison.Ordinal));

    private bool Survives(Mutant mutant)
    {
        var survives = new Shard(Customers, Told, load => load.Target == mutant.Load.Target ? mutant.Load : load).FirstFailure() is null;
        if (survives) output.WriteLine($"survives: {mutant.Name}");
        return survives;
    }

    private static List<Delivered[][]> Generated()
    {
        var pcg = PCG.Parse("0000KOIPe036");
        return [.. Enumerable.Range(0, Histories).Select(_ => Customers.History.Generate(pcg, null, out var _)), .. CorrectedAlone];
    }

    /// <summary>What chance hardly makes: the first event of a member, or the one that says what it leaves out, comes again with one value that only it decides.</summary>
    private static Delivered[][][] CorrectedAlone =>
    [
        [[Event("WEB", null, "0", 0)], [Event("SHOP", null, "0", 0)]],
        [[Event(null, null, "0", 0)], [Event("WEB", null, "0", 0)]],
        [[Event("WEB", null, "0", 0)], [Event(null, null, "0", 0)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "0", 5)], [Event("WEB", null, "1", 5)]],
        [[Event("WEB", "F1", "1", 0)], [Event("WEB", null, "1", 5)], [Event("WEB", null, "0", 5)]],
    ];

    private static Delivered Event(string? channel, string? fax, string hasFax, int minute) =>
        new("1", "GOLD", "Rome", "a@x.example", "Ann", channel, "1", fax, hasFax, "0", $"2024-01-01 00:{minute:00}:00");
}
