using System.Text;
using Pipeline.Engine.Files;

namespace Pipeline.Engine.Tests.Files;

public sealed class JsonDocumentsTests
{
    [Fact]
    public void Document_a_line_is_a_row_each() =>
        Assert.Equal(["""{"a":1}""", """{"a":2}"""], Read("{\"a\": 1}\n{\"a\": 2}\n"));

    [Fact]
    public void Documents_may_follow_each_other_over_lines() =>
        Assert.Equal(["""{"a":[1,2]}""", "7", "\"x\""], Read("{\n  \"a\": [1,\n 2]\n}\n7 \"x\""));

    [Fact]
    public void Outer_array_is_one_document_unless_it_is_stripped()
    {
        Assert.Equal(["""[{"a":1},{"a":2}]"""], Read("""[{"a":1},{"a":2}]"""));
        Assert.Equal(["""{"a":1}""", """{"a":2}"""], Read("""[{"a":1}, {"a":2}]""", stripOuterArray: true));
    }

    [Fact]
    public void Arrays_inside_of_the_outer_one_stay() =>
        Assert.Equal(["[1]", "[[2]]"], Read("[[1],[[2]]]", stripOuterArray: true));

    [Fact]
    public void Members_that_are_null_go_when_they_are_stripped() =>
        Assert.Equal(["""{"a":{"c":[null,1]}}"""], Read("""{"a":{"b":null,"c":[null,1]},"d":null}""", stripNullValues: true));

    [Fact]
    public void Numbers_and_letters_stay_as_they_are_written() =>
        Assert.Equal(["""{"n":1.50,"s":"Zürich <b> 'x'"}"""], Read("""{"n":1.50,"s":"Zürich <b> 'x'"}"""));

    [Fact]
    public void Byte_order_mark_is_no_part_of_the_document() =>
        Assert.Equal(["1"], JsonDocuments.Read([.. Encoding.UTF8.Preamble, (byte)'1'], false, false).Select(d => d.Text));

    [Fact]
    public void Broken_line_is_told_and_the_next_one_is_read()
    {
        var documents = JsonDocuments.Read(Encoding.UTF8.GetBytes("{\"a\":1}\n{\"a\":}\n{\"a\":3}"), false, false).ToList();
        Assert.Equal(["""{"a":1}""", null, """{"a":3}"""], documents.Select(d => d.Text));
        Assert.StartsWith("no JSON: ", documents[1].Problem, StringComparison.Ordinal);
        Assert.Equal("{\"a\":}", documents[1].Raw);
    }

    [Fact]
    public void Outer_array_that_is_never_closed_is_told() =>
        Assert.Equal("no JSON: the outer array isn't closed",
            JsonDocuments.Read("[1,2"u8.ToArray(), stripOuterArray: true, stripNullValues: false).Last().Problem);

    private static IEnumerable<string?> Read(string text, bool stripOuterArray = false, bool stripNullValues = false) =>
        JsonDocuments.Read(Encoding.UTF8.GetBytes(text), stripOuterArray, stripNullValues).Select(d => d.Text);
}
