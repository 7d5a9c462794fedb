using System.IO.Compression;
using System.Text;
using CsCheck;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Files;
using static Pipeline.Engine.Tests.Files.CopyLab;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

/// <summary>A plain file is read by the database, any other by our own reader: nobody may see which.</summary>
public sealed class CsvPathsTests : IDisposable
{
    private static readonly TableObject Table = Tables.Table("LANDING.RAW", Text("ID"), Text("NAME"), Text("CITY"));

    // Sound words thrice, so that many files are plain.
    private static readonly string[] Words =
    [
        "", "a", "b c", "1", "", "a", "b c", "1", "", "a", "b c", "1", "é", "日本 語", "NULL", "-", "'", "\\", "\\N", "#", "--", "null", "1e5", "\u2028", "\u00A0x",
        "\"\"", "\"q\"", "\"q,r;s\"", "\"q\"\"r\"", "\"\"\"\"", "\"NULL\"", "\" q \"", " x", "x ", " ", "\t", "a\tb",
    ];

    private static readonly string[] Traps = ["5\" p", "\"q\nr\"", "\"open", "\"a\"b", "\"a\" ", " \"a\"", "a\rb", "\0", "\uFFFF", "\uFEFF", "x,y", "x\ny", "\n"];

    private readonly DuckDbSession session = DuckDbSession.Open(null);
    private readonly string file = Path.GetTempFileName();

    private static Gen<CsvFormatObject> Formats =>
        from delimiter in OneOf(",", ",", ";", "\t", "|")
        from enclosed in OneOf("\"", "\"", "'", "")
        from nulls in OneOf<string[]>([], [""], ["NULL", "-"], ["", "NULL"])
        from trims in Gen.Bool
        from skip in OneOf(0, 0, 1, 2)
        select Csv with { FieldDelimiter = delimiter, EnclosedBy = enclosed, NullIf = nulls.ToEquatableArray(), TrimSpace = trims, SkipHeader = skip };

    private static Gen<(CsvFormatObject Format, byte[] Content)> Files =>
        from format in Formats
        from width in Gen.Int[1, 4]
        from rows in OneOf([.. Words, .. Words[..12]]).Array[width].Array[0, 8]
        from trap in OneOf(Traps).Select(Gen.Int[0, 20])
        from lineEnd in OneOf("\n", "\n", "\r\n", "\r")
        from isEnded in Gen.Bool
        from mark in Gen.Int[0, 3]
        from gzip in Gen.Int[0, 4]
        select (format, Content(format, width, rows, trap, lineEnd, isEnded, mark == 0, gzip == 0));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Both_ways_of_reading_a_file_give_the_same_rows()
    {
        var plain = 0;
        var other = 0;
        Files.Sample(
            f =>
            {
                lock (session)
                {
                    File.WriteAllBytes(file, f.Content);
                    var rows = new CsvFileRows(session, f.Format, Table);
                    if (CsvScan.Of(file, f.Format) is null)
                    {
                        other++;
                        return;
                    }

                    plain++;
                    var staged = new StagedFile("in/a.csv", file, "", default);
                    Assert.Equal(Told(rows.ReadAny(staged)), Told(rows.Read(staged)));
                }
            },
            iter: 1_000, threads: 1, print: f => $"{f.Format} {Convert.ToBase64String(f.Content)} {Encoding.UTF8.GetString(f.Content)}");
        Assert.True(plain > 200 && other > 200, $"{plain} plain files and {other} others prove nothing.");
    }

    [Theory]
    [InlineData("ID,NAME,CITY\n1,a,b\n2,c,d\n", true)]
    [InlineData("ID,NAME,CITY\r\n1,\"a,\"\"x\"\"\",b\r\n", true)]
    [InlineData("ID,NAME,CITY\n1,a,b\n2,c\n", false)]
    [InlineData("ID,NAME,CITY\n1,a,b\n2,c,d,e\n", false)]
    [InlineData("ID,NAME,CITY\n1,a,b\n\n2,c,d\n", false)]
    [InlineData("ID,NAME,CITY\n1,\"a\nb\",c\n", false)]
    [InlineData("ID,NAME,CITY\n1,5\" pipe,c\n", false)]
    [InlineData("ID,NAME,CITY\n1,\"a\"b,c\n", false)]
    [InlineData("ID,NAME,CITY\r\n1,a,b\n", false)]
    [InlineData("ID,NAME,CITY\n1,a\rb,c\n", false)]
    [InlineData("ID,NAME,CITY\n", false)]
    [InlineData("", false)]
    public void Database_reads_only_what_leaves_it_no_choice(string content, bool isPlain)
    {
        File.WriteAllText(file, content);
        Assert.Equal(isPlain, CsvScan.Of(file, Csv) is not null);
    }

    [Fact]
    public void Lines_are_whole_wherever_the_buffer_ends()
    {
        // More than two buffers of a megabyte, in lines of many lengths.
        var content = new StringBuilder("ID,NAME,CITY\n");
        for (var i = 0; i < 60_000; i++) content.Append(i).Append(',').Append('ä', i % 37).Append(",\"x").Append('y', i % 11).Append("\"\n");
        File.WriteAllText(file, content.ToString());
        Assert.Equal(new(3, 60_000, HasEnclosed: true, HasEdgeSpace: false), CsvScan.Of(file, Csv));

        var rows = new CsvFileRows(session, Csv, Table);
        var staged = new StagedFile("in/a.csv", file, "", default);
        Assert.Equal(Told(rows.ReadAny(staged)), Told(rows.Read(staged)));
    }

    public void Dispose()
    {
        session.Dispose();
        File.Delete(file);
    }

    private string Told(FileRows rows)
    {
        if (rows.Problem is { } problem) return problem;
        Assert.Empty(rows.Bad);
        var values = string.Join(", ", rows.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"coalesce('<' || {v.Value} || '>', 'null')"));
        return string.Join(", ", rows.Values.Keys.Order(StringComparer.Ordinal)) + "\n" + session.Query($"SELECT {rows.RowNumber}, {values} FROM {rows.From}");
    }

    private static byte[] Content(CsvFormatObject format, int width, string[][] rows, (string Text, int Place) trap, string lineEnd, bool isEnded, bool mark, bool gzip)
    {
        string Word(string word) => word.Replace("\"", format.EnclosedBy, StringComparison.Ordinal);
        string[] names = ["ID", "other", "NAME", "CITY"];
        var lines = Enumerable.Repeat(names[..width], Math.Max(1, format.SkipHeader)).Concat(rows.Select(r => r.Select(Word).ToArray())).ToArray();
        if (trap.Place < rows.Length) lines[^(trap.Place + 1)][0] = Word(trap.Text);
        var text = string.Join(lineEnd, lines.Select(l => string.Join(format.FieldDelimiter, l))) + (isEnded ? lineEnd : "");
        byte[] bytes = [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        if (!gzip) return bytes;
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress)) zip.Write(bytes);
        return packed.ToArray();
    }
}
