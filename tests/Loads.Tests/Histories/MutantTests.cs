using CsCheck;

namespace Loads.Tests.Histories;

/// <summary>The properties can fail: each of these models is wrong in one thing, and some history of a few tells it.</summary>
public sealed class MutantTests
{
    private const int Histories = 60;

    [Theory]
    [InlineData("a change of the city opens no version", "[Tracked] public string? City", "public string? City")]
    [InlineData("deletes are passed by", "IsDeleted = e.IsDeleted == \"1\"", "IsDeleted = e.IsDeleted == \"2\"")]
    [InlineData("the newest row of a key alone is staged", "from e in events\n", "from e in events.LatestBy(e => e.Id, e => e.Minute)\n")]
    [InlineData("of a tie the greatest e-mail wins", "public string? Email { get; init; }\n            public string? Name", "[TieBreak] public string? Email { get; init; }\n            public string? Name")]
    [InlineData("what is left out is null", "[Partial] public string? Phone", "public string? Phone")]
    [InlineData("the first value is the last", "[Original] public string? Channel", "[Current] public string? Channel")]
    [InlineData("a fax that is given counts as left out", "HasFax = e.HasFax == \"1\"", "HasFax = e.HasFax != \"1\"")]
    public void Mutant_is_told(string mutation, string sound, string wrong)
    {
        var text = string.Join('\n', CustomerModel.Classes.Split('\n').Select(l => l.TrimStart()));
        var (from, to) = (Flat(sound), Flat(wrong));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Tells(new CustomerPlatform(text.Replace(from, to, StringComparison.Ordinal)), mutation);
    }

    [Theory]
    [InlineData("the horizon is a day further", 2)]
    [InlineData("nothing is late", null)]
    public void Horizon_that_is_another_is_told(string mutation, int? days) => Tells(new LatePlatform(days), mutation);

    private static void Tells(CustomerPlatform platform, string mutation)
    {
        var pcg = PCG.Parse("0000KOIPe036");
        var histories = Enumerable.Range(0, Histories).Select(_ => platform.History.Generate(pcg, null, out var _)).ToList();
        Assert.True(new Shard(platform, histories).FirstFailure() is not null, $"No history of {Histories} tells that {mutation}.");
    }

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimStart()));
}
