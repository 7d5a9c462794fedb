using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests;

public sealed class SqlTokenizerTests
{
    [Theory]
    [InlineData("'it''s; fine'", "'it''s; fine'")]
    [InlineData(@"'a\'b;' x", @"'a\'b;' x")]
    [InlineData(@"'c:\\' x", @"'c:\\' x")]
    [InlineData("\"odd \"\" name\" x", "\"odd \"\" name\" x")]
    [InlineData("a -- b;\nc", "a c")]
    [InlineData("a // b;\nc", "a c")]
    [InlineData("a /* b; \n */ c", "a c")]
    [InlineData("$$ x; 'y $$ z", "$$ x; 'y $$ z")]
    [InlineData("a:b::NUMBER(12,3)", "a : b :: NUMBER ( 12 , 3 )")]
    [InlineData("n := $1 || 1.5", "n := $1 || 1.5")]
    [InlineData("METADATA$ACTION<>x", "METADATA$ACTION <> x")]
    [InlineData("'s3://bucket/x'", "'s3://bucket/x'")]
    public void Text_is_cut_into_tokens(string sql, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', SqlTokenizer.Read(sql).Select(token => token.Text)));

    [Fact]
    public void Each_token_knows_its_line() =>
        Assert.Equal([1, 3, 5], SqlTokenizer.Read("a\n-- comment\n'b\n'\nc").Select(token => token.Line));

    [Theory]
    [InlineData("SELECT 'open", "line 1: a text has no closing quote")]
    [InlineData("\n$$ open", "line 2: a $$ body has no end")]
    [InlineData("/* open", "line 1: a comment has no end")]
    [InlineData("\"open", "line 1: a quoted name has no closing quote")]
    public void What_is_never_closed_is_an_error(string sql, string message) =>
        Assert.Equal(message, Assert.Throws<SqlTextException>(() => SqlTokenizer.Read(sql)).Message);
}
