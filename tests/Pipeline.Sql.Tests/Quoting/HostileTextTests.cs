using CsCheck;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql.Tests;

/// <summary>No text of a model changes the shape of the SQL around it.</summary>
public sealed class HostileTextTests
{
    private const string Nasty = "'\"\\;-/*$&<%>{}\n\r\t\0\u2028\u202e\u00e9 aA0_";

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char[Nasty].Array[0, 30].Select(c => new string(c)),
        Gen.OneOf(new[] { "'", "\\", "\\'", "x\\", "''", "$$", "--", "/*", "*/", ";", "&name", "&{x}", "<% x %>", "{{ x }}", "\0", "\u2028", "\U0001F600", "'; DROP TABLE X; --" }.Select(Gen.Const).ToArray()),
        Gen.String.Where(IsWellFormed));

    [Fact]
    public void Any_text_is_one_literal_of_the_same_value_in_Snowflake() => Texts.Sample(text =>
    {
        var sql = "x = " + SnowflakeDialect.Instance.Text(text) + " AND y";
        var tokens = SqlTokens.Read(sql, hasBackslash: true);
        return tokens.Select(t => t.Kind).SequenceEqual(["word", "sign", "literal", "word", "word"]) && tokens[2].Value == text;
    });

    [Fact]
    public void No_client_and_no_body_finds_its_signs_in_a_literal() => Texts.Sample(text =>
    {
        var literal = SnowflakeDialect.Instance.Text(text);
        return !literal.Contains("$$", StringComparison.Ordinal) && !literal.Contains("<%", StringComparison.Ordinal) && !literal.Contains("{{", StringComparison.Ordinal)
            && !literal.Contains("&n", StringComparison.Ordinal) && !literal.Contains("&{", StringComparison.Ordinal);
    });

    [Fact]
    public void Any_text_comes_back_from_DuckDB_as_it_went()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Texts.Sample(text =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT " + DuckDbDialect.Instance.Text(text);
            return (string)command.ExecuteScalar()! == text;
        }, threads: 1, iter: 2_000);
    }

    [Fact]
    public void Any_text_is_one_name_or_an_error() => Texts.Sample(text =>
    {
        string name;
        try
        {
            name = SnowflakeDialect.Instance.Identifier(text);
        }
        catch (UnspellableException)
        {
            return text.Length is 0 or > 255 || text.Any(c => char.IsControl(c) || "\u2028\u2029\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ue000".Contains(c));
        }

        var tokens = SqlTokens.Read("x." + name + " = y", hasBackslash: true);
        return tokens.Count == 5 && tokens[2] is ("name" or "word", var value) && value == text;
    });

    [Fact]
    public void Any_text_is_one_comment() => Texts.Sample(text =>
    {
        var sql = SnowflakeDialect.Instance.CommentedStatement(new DeleteStatement(text, new ObjectSource("t", new("S", "T")), null, Make.True));
        return SqlTokens.Read(sql, hasBackslash: true).Select(t => t.Kind).SkipWhile(k => k == "comment").SequenceEqual(
            SqlTokens.Read("DELETE FROM S.T WHERE TRUE", hasBackslash: true).Select(t => t.Kind));
    });

    [Theory]
    [InlineData("ORDER", "\"ORDER\"")]
    [InlineData("CURRENT_DATE", "\"CURRENT_DATE\"")]
    [InlineData("account", "\"account\"")]
    [InlineData("ACCOUNT", "\"ACCOUNT\"")]
    [InlineData("2ND", "\"2ND\"")]
    [InlineData("A\"B", "\"A\"\"B\"")]
    [InlineData("STATUS", "STATUS")]
    [InlineData("METADATA$ACTION", "METADATA$ACTION")]
    public void Names_are_quoted_only_where_they_must_be(string name, string expected) => Assert.Equal(expected, SnowflakeDialect.Instance.Identifier(name));

    [Fact]
    public void A_name_of_255_characters_is_the_longest()
    {
        Assert.Equal(255, SnowflakeDialect.Instance.Identifier(new string('A', 255)).Length);
        Assert.Throws<UnspellableException>(() => SnowflakeDialect.Instance.Identifier(new string('A', 256)));
    }

    [Fact]
    public void DuckDBs_words_are_all_known()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT UPPER(keyword_name) FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'";
        using var reader = command.ExecuteReader();
        while (reader.Read()) Assert.Contains(reader.GetString(0), DuckDbReservedWords.All);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
