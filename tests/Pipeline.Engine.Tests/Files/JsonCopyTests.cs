using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

public sealed class JsonCopyTests
{
    private static readonly JsonFormatObject Json = new(Name("LANDING.JSON"), "Json");

    private static readonly TableObject Documents = Table(
        "LANDING.RAW", Optional("DOC", SqlType.Variant), FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber));

    [Fact]
    public void Table_of_one_variant_gets_a_document_a_row()
    {
        using var lab = new CopyLab(Json, Documents);
        lab.Write("in/a.json", "{\"id\": 1, \"tags\": [\"x\"]}\n{\"id\": 2}\n");
        lab.Copy();
        Assert.Equal("""
            {"id":1,"tags":["x"]} | 1
            {"id":2} | 2
            """.ReplaceLineEndings("\n"), lab.Rows("DOC, FILE_ROW"));
        Assert.Equal("x", lab.Query("SELECT DOC->>'$.tags[0]' FROM LANDING.RAW WHERE FILE_ROW = 1"));
    }

    [Fact]
    public void Outer_array_is_stripped_where_the_format_says_so_also_in_a_packed_file()
    {
        using var lab = new CopyLab(Json with { StripOuterArray = true }, Documents);
        lab.WriteGzip("in/a.json.gz", "[{\"id\":1},\n {\"id\":2}]");
        lab.Copy();
        Assert.Equal("{\"id\":1}\n{\"id\":2}", lab.Rows("DOC"));
    }

    [Fact]
    public void Broken_document_is_kept_aside_and_the_others_are_loaded()
    {
        using var lab = new CopyLab(Json, Documents);
        lab.Write("in/a.json", "{\"id\":1}\n{\"id\":\n{\"id\":3}\n");
        var report = lab.Copy();
        Assert.Equal((2, 1), (report.RowsParsed - report.RowsRejected, report.RowsRejected));
        Assert.StartsWith("in/a.json | 2 | FileFormat | no JSON: ", lab.Rejected(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_columns_gets_the_members_of_their_names()
    {
        using var lab = new CopyLab(Json, Table(
            "LANDING.RAW", Optional("ID", SqlType.Int32), Text("NAME"), Optional("ADDRESS", SqlType.Variant),
            FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber)));
        lab.Write("in/a.json", """{"id":1,"Name":"Ann","address":{"city":"Bern"}}{"id":"x"}""");
        lab.Copy();
        Assert.Equal("""1 | Ann | {"city":"Bern"}""", lab.Rows("ID, NAME, ADDRESS"));
        Assert.Equal("in/a.json | 2 | ID | 'x' is no NUMBER(10,0) for ID", lab.Rejected());
    }
}
