using System.Globalization;
using Pipeline.Testing;
using Xunit.Abstractions;

namespace Loads.Tests.Mutations;

/// <summary>The properties hold the SQL of the loads to what it says: a statement that is wrong in one place is told by some history, or the list says why it isn't wrong.</summary>
/// <remarks>
/// A build takes a few mutants by chance, of the statements of which all have been tried. <c>PIPELINE_MUTANTS=all dotnet test tests/Loads.Tests --filter StatementMutantTests</c> takes all of them,
/// <c>PIPELINE_MUTANTS_OF</c> those whose name begins so, <c>PIPELINE_MUTANTS_IN</c> those that are the lines of a file, and <c>PIPELINE_SEED</c> repeats a choice.
/// <c>PIPELINE_MUTANTS_TO</c> names a file to which all names are added, each with whether it survives.
/// The histories are the same each time, so that a mutant is told or isn't whatever the choice.
/// </remarks>
public sealed class StatementMutantTests(ITestOutputHelper output)
{
    private const int Few = 3;

    private static readonly IReadOnlyList<SurvivingMutants> Surviving = SurvivingMutants.Read(RepositoryRoot.File("tests", "Loads.Tests", "Mutations", "surviving-mutants.txt"));

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS") == "all";

    public static TheoryData<string> Benches => new(Bench.All.Select(b => b.Name));

    public static TheoryData<string> Tried => new(Bench.All.Where(b => IsLong || b.Tried is not null).Select(b => b.Name));

    [Theory]
    [MemberData(nameof(Tried))]
    public void Mutant_of_a_statement_is_told_by_a_history_or_listed_with_the_reason(string name)
    {
        var bench = Bench.All.Single(b => b.Name == name);
        var all = bench.Mutants;
        var seed = Environment.GetEnvironmentVariable("PIPELINE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        output.WriteLine($"PIPELINE_SEED={seed}, {string.Join(", ", all.GroupBy(m => m.Load.Target.Name).Select(g => $"{g.Count()} of {g.Key}"))}");

        var part = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS_OF");
        var open = all.Where(m => bench.Tried is { } tried && m.Name.StartsWith(tried, StringComparison.Ordinal) && !IsListed(m.Name)).ToArray();
        var only = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS_IN") is { } file ? File.ReadAllLines(file).ToHashSet(StringComparer.Ordinal) : null;
        var chosen = IsLong ? all.Where(m => (part is null || m.Name.StartsWith(part, StringComparison.Ordinal)) && only?.Contains(m.Name) != false).ToList() : [.. new Random(seed).GetItems(open, Few).Distinct()];
        var survivors = bench.Survivors(chosen).Select(m => m.Name).ToList();
        output.WriteLine($"{chosen.Count} tried, {survivors.Count} survive, {survivors.Count(IsListed)} of them listed");
        foreach (var kind in survivors.Where(IsListed).CountBy(s => Surviving.First(p => p.Has(s)).Kind)) output.WriteLine($"{kind.Value}: {kind.Key}");
        if (Environment.GetEnvironmentVariable("PIPELINE_MUTANTS_TO") is { } names) File.AppendAllLines(names, all.Select(m => m.Name + (survivors.Contains(m.Name) ? "\tsurvives" : "")));
        Assert.True(survivors.All(IsListed), $"PIPELINE_SEED={seed}\nNo history tells of:\n{string.Join('\n', survivors.Where(s => !IsListed(s)))}");
        // What is listed survives, all of it: else the list would hide what no history tells any more.
        if (!IsLong) return;
        var told = chosen.Where(m => IsListed(m.Name)).Select(m => m.Name).Except(survivors).ToList();
        Assert.True(told.Count == 0, $"Listed, and told by a history:\n{string.Join('\n', told)}");
    }

    [Theory]
    [MemberData(nameof(Benches))]
    public void Loads_as_they_are_come_out_as_they_should(string name)
    {
        if (Bench.All.Single(b => b.Name == name).Failure() is { } failure) Assert.Fail(failure);
    }

    [Fact]
    public void Mutant_that_is_listed_exists_and_has_a_reason()
    {
        var names = Bench.All.SelectMany(b => b.Mutants).Select(m => m.Name).ToList();
        Assert.All(Surviving, s => Assert.True(names.Exists(s.Has) && s.Kind.Length > 0 && s.Reason.Length > 10, s.Pattern));
        Assert.Equal(Surviving.Select(s => s.Pattern).Distinct(), Surviving.Select(s => s.Pattern));
    }

    private static bool IsListed(string name) => Surviving.Any(s => s.Has(name));
}
