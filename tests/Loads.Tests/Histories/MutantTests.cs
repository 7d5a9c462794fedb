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

    [Theory]
    [InlineData("a member that is gone lives on", "Deletes = Deletes.Close", "Deletes = Deletes.Ignore")]
    [InlineData("what is gone stays as it was", "Deletes = Deletes.Remove)] public sealed class DimNow", "Deletes = Deletes.Ignore)] public sealed class DimNow")]
    [InlineData("what is gone from a table stays there", "[Table<Shop>(Deletes = Deletes.Remove)]", "[Table<Shop>(Deletes = Deletes.Ignore)]")]
    [InlineData("a change of the segment opens no version", "[Tracked] public string? Segment", "[Original] public string? Segment")]
    [InlineData("a change of the note opens a version", "public string? Note { get; init; }\n    [Current", "[Tracked] public string? Note { get; init; }\n    [Current")]
    [InlineData("of several changes the first counts", "(c.FileName, c.FileRow)", "(c.Segment, c.FileRow)")]
    public void Mutant_over_the_state_of_a_source_is_told(string mutation, string sound, string wrong)
    {
        Assert.Contains(sound, StateModel.Classes, StringComparison.Ordinal);
        Tells(new StatePlatform(StateModel.Classes.Replace(sound, wrong, StringComparison.Ordinal)), mutation);
    }

    [Theory]
    [InlineData("the column that came stays null in staging", "City = e.City", "City = null")]
    [InlineData("the column that came stays null in the dimensions", "City = c.City", "City = null")]
    [InlineData("longer texts are cut", "e.Segment.OrReject(\"no segment\")", "Sql.Left(e.Segment, 6).OrReject(\"no segment\")")]
    public void Model_that_grows_wrong_is_told(string mutation, string sound, string wrong)
    {
        Assert.Contains(sound, CustomerModel.Classes, StringComparison.Ordinal);
        Tells(new GrowingPlatform([GrowingPlatform.Change.NumbersCome, GrowingPlatform.Change.Widened, GrowingPlatform.Change.CityComes], m => m.Replace(sound, wrong, StringComparison.Ordinal)), mutation);
    }

    [Fact]
    public void Each_model_that_a_history_goes_through_is_another()
    {
        var models = new GrowingPlatform([GrowingPlatform.Change.CityComes, GrowingPlatform.Change.Widened, GrowingPlatform.Change.NumbersCome]).Models;
        string Said(int model) => string.Join(", ", models[model].All<Pipeline.Catalog.TableObject>().Single(t => t.Name.Name == "DIM_CUSTOMER").Columns
            .Where(c => c.Name is "CUSTOMER_ID" or "SEGMENT" or "CITY" or "PHONE").Select(c => $"{c.Name} {c.Type.Precision}"));
        Assert.Equal(
            ["CUSTOMER_ID 10, SEGMENT 6", "CUSTOMER_ID 10, SEGMENT 6, CITY 0", "CUSTOMER_ID 19, SEGMENT 20, CITY 0", "CUSTOMER_ID 19, SEGMENT 20, CITY 0, PHONE 0"],
            Enumerable.Range(0, models.Count).Select(Said));
    }

    private static void Tells(Platform platform, string mutation)
    {
        var pcg = PCG.Parse("0000KOIPe036");
        var histories = Enumerable.Range(0, Histories).Select(_ => platform.History.Generate(pcg, null, out var _)).ToList();
        Assert.True(new Shard(platform, histories).FirstFailure() is not null, $"No history of {Histories} tells that {mutation}.");
    }

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimStart()));
}
