namespace Pipeline.Model.Tests.Functions;

public class TextTests
{
    [Theory]
    [InlineData("12345A", true)]
    [InlineData("x12345A", false)]
    [InlineData("12345A\n", false)]
    [InlineData(null, false)]
    public void Pattern_matches_the_whole_text_or_not_at_all(string? text, bool expected) =>
        Assert.Equal(expected, Sql.IsMatch(text, "[0-9]{5}[A-Z]{0,2}"));

    [Fact]
    public void Alternatives_are_anchored_too() => Assert.False(Sql.IsMatch("webshop", "web|store"));

    [Fact]
    public void Hash_is_that_of_the_utf8_in_lower_case() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sql.Sha256("abc"));

    [Fact]
    public void Hash_of_null_is_null() => Assert.Null(Sql.Sha256(null));

    [Fact]
    public void Elements_of_no_array_are_no_rows() => Assert.False(Sql.Flatten<string>(null).Any());

    [Fact]
    public void Raw_sql_says_that_it_does_not_run_here()
    {
        var error = Assert.Throws<NotSupportedException>(() => Sql.Raw<string>($"SOUNDEX({"Berlin"})"));

        Assert.Equal("Sql.Raw(\"SOUNDEX({0})\") is Snowflake's SQL and doesn't run in plain C#. Give the test a query without it.", error.Message);
    }
}
