using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

/// <summary>The script of a backfill, read as SQL.</summary>
public sealed class BackfillScriptTests
{
    private static readonly BackfillRange Range = new(new(2024, 1, 15), new DateTime(2024, 1, 16, 12, 0, 0));

    [Fact]
    public void Script_says_what_it_does_and_how_it_is_undone() =>
        VerifiedFile.ShouldHold("BACKFILL_DIM_SEGMENT", BackfillScript.Snowflake(LoadKinds.Catalog, new("CURATED", "DIM_SEGMENT"), Range));

    [Fact]
    public void No_stream_is_read_and_none_is_written_to()
    {
        foreach (var table in new[] { "DIM_SEGMENT", "DIM_CUSTOMER" })
        {
            var script = BackfillScript.Snowflake(LoadKinds.Catalog, new("CURATED", table), Range);
            Assert.DoesNotContain("METADATA$", script, StringComparison.Ordinal);
            Assert.All(
                LoadKinds.Catalog.All<StreamObject>(),
                s => Assert.DoesNotContain(script.Split('\n'), l => l.TrimStart().StartsWith("FROM " + s.Name, StringComparison.Ordinal) || l.TrimStart().StartsWith("JOIN " + s.Name, StringComparison.Ordinal)));
        }
    }
}
