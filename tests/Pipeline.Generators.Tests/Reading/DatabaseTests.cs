using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class DatabaseTests
{
    [Fact]
    public void Database_is_read_with_its_past_and_its_grants()
    {
        var model = CompiledModel.Of("""
            [Role] public sealed class Operator;
            [Database(Name = "RETAIL", Transient = true, RetentionDays = 0, MaxExtensionDays = 3), Grant<Operator>(Access.Read)] public sealed class Everything;
            """);
        Assert.Equal(
            new DatabaseObject(new(null, "RETAIL"), "Everything")
            {
                At = new("File0.cs", 2), Transient = true, RetentionDays = 0, MaxExtensionDays = 3, Grants = [new(new(null, "OPERATOR"), Access.Read)],
            },
            model.Object<DatabaseObject>("RETAIL"));
    }

    [Theory]
    [InlineData("RetentionDays = 91", "PL0210 'Everything' says RetentionDays = 91, which is out of range; say 0 to 90")]
    [InlineData("Transient = true, RetentionDays = 7", "PL0211 'Everything' is transient, and Snowflake keeps its past for a day at most, not for 7; say RetentionDays = 1, or remove Transient")]
    public void Past_that_Snowflake_does_not_keep_is_refused(string says, string expected) => Assert.Equal(
        [expected], CompiledModel.Of($"[Database({says})] public sealed class Everything;").Object<DatabaseObject>("EVERYTHING").Findings.Select(f => $"{f.Rule} {f.Message}"));
}
