using Pipeline.Engine.Files;

namespace Pipeline.Engine.Tests.Files;

public sealed class CsvReaderTests
{
    [Fact]
    public void Fields_are_what_stands_between_delimiters() =>
        Assert.Equal(["a|b|c", "1||3"], Read("a,b,c\n1,,3\n"));

    [Fact]
    public void Line_ends_may_be_those_of_any_system() =>
        Assert.Equal(["a|b", "c|d", "e|f"], Read("a,b\r\nc,d\ne,f\r"));

    [Fact]
    public void Last_line_needs_no_end() =>
        Assert.Equal(["a|b", "c|d"], Read("a,b\nc,d"));

    [Fact]
    public void Enclosed_field_holds_delimiters_quotes_and_line_ends() =>
        Assert.Equal(["x|a,b \"c\"\r\nd|y"], Read("x,\"a,b \"\"c\"\"\r\nd\",y\n"));

    [Fact]
    public void Empty_field_is_told_from_an_enclosed_empty_text()
    {
        var csv = new CsvReader(new StringReader(",\"\"\n"), ",", "\"", trimSpace: false);
        csv.Read();
        Assert.Equal([new CsvField("", false), new CsvField("", true)], csv.Fields);
    }

    [Fact]
    public void Space_around_fields_goes_when_it_is_trimmed() =>
        Assert.Equal(["a|b c| d "], Read("  a ,b c\t, \" d \" \n", trimSpace: true));

    [Fact]
    public void Space_before_a_quote_makes_the_quote_a_part_of_the_text() =>
        Assert.Equal(["a| \"b\""], Read("a, \"b\"\n"));

    [Fact]
    public void Quote_inside_of_a_plain_field_is_text() =>
        Assert.Equal(["5\" pipe|x"], Read("5\" pipe,x\n"));

    [Fact]
    public void Delimiter_may_be_longer_than_a_character() =>
        Assert.Equal(["a|b:c|d"], Read("a::b:c::d\n", delimiter: "::"));

    [Fact]
    public void Blank_line_is_a_record_of_one_empty_field() =>
        Assert.Equal(["a|b", "", "c|d"], Read("a,b\n\nc,d\n"));

    [Fact]
    public void Text_after_an_enclosed_field_is_a_problem()
    {
        var csv = new CsvReader(new StringReader("\"a\"b,c\nd,e\n"), ",", "\"", trimSpace: false);
        Assert.True(csv.Read());
        Assert.Equal("'b' stands after the end of an enclosed field, where a delimiter is due", csv.Problem);
        Assert.True(csv.Read());
        Assert.Null(csv.Problem);
    }

    [Fact]
    public void Enclosed_field_that_is_never_closed_is_a_problem()
    {
        var csv = new CsvReader(new StringReader("a,\"b\nc,d\n"), ",", "\"", trimSpace: false);
        Assert.True(csv.Read());
        Assert.Equal("an enclosed field isn't closed before the end of the file", csv.Problem);
        Assert.False(csv.Read());
    }

    [Fact]
    public void Field_of_ten_megabytes_is_read_whole()
    {
        var large = new string('x', 10_000_000);
        Assert.Equal([$"1|{large}\"{large}|2"], Read($"1,\"{large}\"\"{large}\",2\n"));
    }

    [Fact]
    public void Records_are_the_same_wherever_the_buffer_ends()
    {
        // Records of 7 to 17 characters over several buffers of 65,536: every kind of character stands at an end once.
        var lines = Enumerable.Range(0, 40_000).Select(i => i % 3 == 0 ? $"{i},\"a\"\"{i % 7},\r\n\"" : $"{i},{new string('b', i % 11)}").ToList();
        var expected = Enumerable.Range(0, 40_000).Select(i => i % 3 == 0 ? $"{i}|a\"{i % 7},\r\n" : $"{i}|{new string('b', i % 11)}");
        Assert.Equal(expected, Read(string.Join("\r\n", lines)));
    }

    private static List<string> Read(string text, string delimiter = ",", bool trimSpace = false)
    {
        var csv = new CsvReader(new StringReader(text), delimiter, "\"", trimSpace);
        var records = new List<string>();
        while (csv.Read())
        {
            Assert.Null(csv.Problem);
            records.Add(string.Join('|', csv.Fields.Select(f => f.Text)));
        }

        return records;
    }
}
