namespace Pipeline.Generators.Tests.Queries;

/// <summary>Formats of times and regular expressions that are known when the model is built are those of the databases.</summary>
public sealed class ConstantTextTests
{
    [Theory]
    [InlineData("YYYY-MM-DD HH24:MI:SS.FF3")]
    [InlineData("yyyy-mm-dd hh24:mi:ss")]
    [InlineData("YYYYMMDD")]
    [InlineData("DD MON YYYY HH12:MI AM")]
    [InlineData("YYYY-MM-DDTHH24:MI:SSZ")]
    [InlineData("YYYY-MM-DD\\\"at\\\"HH24:MI TZH:TZM")]
    [InlineData("DY, DD MMMM YY")]
    [InlineData("AUTO")]
    public void Format_of_the_databases_is_taken(string format) => Assert.Empty(OfFormat(format));

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm", "'MM', in whatever letters, is the month, and it is there twice; write MI for the minutes")]
    [InlineData("dd/MM/yyyy hh:mm:ss tt", "'MM', in whatever letters, is the month, and it is there twice")]
    [InlineData("d.M.yyyy", "'d' in it stands for nothing")]
    [InlineData("%Y-%m-%d", "'Y' in it stands for nothing")]
    [InlineData("YYYY-MM-DD at HH24", "'a' in it stands for nothing")]
    [InlineData("YYYY-MM-DD YYYY", "'YYYY' is there twice; write each part once")]
    public void Format_of_another_language_is_told(string format, string message) => Assert.Contains(message, Assert.Single(OfFormat(format)));

    [Theory]
    [InlineData("[A-Z]{2}-[0-9]{4}")]
    [InlineData("[^@ ]+@[^@ ]+\\\\.[a-z]+")]
    [InlineData("(?:a|b)+?\\\\d")]
    [InlineData("\\\\(?=")]
    [InlineData("[(?=]\\\\\\\\1")]
    [InlineData("\\\\++")]
    public void Pattern_of_the_databases_is_taken(string pattern) => Assert.Empty(OfPattern(pattern));

    [Theory]
    [InlineData("[A-Z", "this is no regular expression")]
    [InlineData("*.csv", "this is no regular expression")]
    [InlineData("(?=A)B", "'(?=' in it is C#'s")]
    [InlineData("(?<!A)B", "'(?<!' in it is C#'s")]
    [InlineData("(a)\\\\1", "'\\1' in it is C#'s")]
    [InlineData("(?>a)b", "'(?>' in it is C#'s")]
    public void Pattern_that_they_refuse_is_told(string pattern, string message) => Assert.Contains(message, Assert.Single(OfPattern(pattern)));

    [Theory]
    [InlineData("DateTime? Value", "Sql.TryToTimestamp(s.Note, s.StoreId)", "'TryToTimestamp' takes this as a constant")]
    [InlineData("DateOnly Value", "Sql.NextDay(DateOnly.FromDateTime(s.SoldAt), s.SoldAt.DayOfWeek)", "'NextDay' takes this as a constant")]
    [InlineData("DateTime Value", "Sql.SliceOfMinutes(s.SoldAt, s.Line)", "'SliceOfMinutes' takes this as a constant")]
    [InlineData("DateTime Value", "Sql.SliceOfMinutes(s.SoldAt, 0)", "a slice of time has a length")]
    public void What_is_a_part_of_the_statement_is_a_constant(string column, string value, string message) => Assert.Contains(
        message, Assert.Single(QueryText.View(column, "Query<Sale> sales", $"from s in sales select new Row {{ Value = {value} }}").Findings()));

    [Fact]
    public void Texts_are_joined_by_a_constant() => Assert.Contains("texts are joined by a constant", Assert.Single(
        QueryText.View("string Value", "Query<Sale> sales", "from s in sales group s by s.StoreId into g select new Row { Value = g.Join(g.Key, s => s.OrderId) }").Findings()));

    private static string[] OfFormat(string format) =>
        QueryText.View("DateTime? At", "Query<Sale> sales", $"from s in sales select new Row {{ At = Sql.TryToTimestamp(s.Note, \"{format}\") }}").Findings();

    private static string[] OfPattern(string pattern) =>
        QueryText.View("bool Fits", "Query<Sale> sales", $"from s in sales select new Row {{ Fits = Sql.IsMatch(s.StoreId, \"{pattern}\") }}").Findings();
}
