namespace Pipeline.Model.Tests.Functions;

public class NumberTests
{
    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("  -12.50 ", "-12.5")]
    [InlineData("+.5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("0.125", "0.13")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("9999.994", "9999.99")]
    public void Text_that_holds_a_number_gives_it(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Sql.TryToDecimal(text, 6, 2));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("twelve")]
    [InlineData("1,000")]
    [InlineData("12.5 EUR")]
    [InlineData("10000")]
    [InlineData("9999.995")]
    public void Text_that_holds_none_or_one_too_large_gives_null(string? text) => Assert.Null(Sql.TryToDecimal(text, 6, 2));

    [Theory]
    [InlineData("17850.0", 17850)]
    [InlineData("-1.5", -2)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("x", null)]
    public void Whole_number_is_rounded_and_fits_an_int(string text, int? expected) => Assert.Equal(expected, Sql.TryToInt(text));
}
