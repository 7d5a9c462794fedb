using System.Text;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Files.CopyLab;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

public sealed class CsvCopyTests
{
    [Fact]
    public void Fields_find_their_columns_by_the_header_in_any_case_and_order()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "Name,other,id\nAnn,x,1\n");
        var report = lab.Copy();
        Assert.Equal((1, 1, 0), (report.RowsParsed, report.RowsLoaded, report.RowsRejected));
        Assert.Equal("1 | Ann | in/a.csv | 1", lab.Rows("ID, NAME, FILE_NAME, FILE_ROW"));
    }

    [Fact]
    public void Fields_that_no_column_takes_and_columns_without_a_field_are_told()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "id,FullName,\n1,Ann,\n");
        lab.Write("in/b.csv", "id,name,more\n\"2\",Bob,x\n");
        var files = lab.Copy().Files;
        Assert.Equal(["in/a.csv: FullName; NAME", "in/b.csv: more; "], files.Select(f => $"{f.Path}: {string.Join(", ", f.FieldsLeftOut)}; {string.Join(", ", f.ColumnsWithoutField)}"));
    }

    [Fact]
    public void Name_of_a_file_is_no_pattern()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/[ab]/[b].csv", "ID,NAME\n1,Ann\n");
        lab.Write("in/a/b.csv", "ID,NAME\n2,Bob\n");
        lab.Copy();
        Assert.Equal("1 | Ann | in/[ab]/[b].csv\n2 | Bob | in/a/b.csv", lab.Rows("ID, NAME, FILE_NAME"));
    }

    [Fact]
    public void Column_may_name_its_field_and_one_that_no_field_fills_is_null()
    {
        using var lab = new CopyLab(Csv, RawTable with
        {
            Columns = [RawTable.Columns[0] with { FromField = "Invoice No" }, .. RawTable.Columns.Skip(1)],
        });
        lab.Write("in/a.csv", "invoice no,id\n7,8\n");
        lab.Copy();
        Assert.Equal("7 |", lab.Rows());
    }

    [Fact]
    public void Fields_find_their_columns_by_position_where_header_lines_are_skipped()
    {
        using var lab = new CopyLab(Csv with { SkipHeader = 2 }, RawTable);
        lab.Write("in/a.csv", "a file of,names,!\nID,NAME\n1,Ann\n2,Bob\n");
        lab.Copy();
        Assert.Equal("1 | Ann | 1\n2 | Bob | 2", lab.Rows("ID, NAME, FILE_ROW"));
    }

    [Fact]
    public void Empty_field_is_null_and_an_enclosed_empty_text_is_empty()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,\n2,\"\"\n");
        lab.Copy();
        Assert.Equal("1 | true\n2 | false", lab.Rows("ID, NAME IS NULL"));
    }

    [Fact]
    public void Words_that_mean_null_are_null_enclosed_or_not()
    {
        using var lab = new CopyLab(Csv with { NullIf = ["NULL", "-"] }, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,NULL\n2,\"-\"\n3,null\n");
        lab.Copy();
        Assert.Equal("1 | true\n2 | true\n3 | false", lab.Rows("ID, NAME IS NULL"));
    }

    [Fact]
    public void L24_byte_order_mark_crlf_and_line_breaks_in_fields_are_read()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", [.. Encoding.UTF8.Preamble, .. "ID,NAME\r\n1,\"a\r\nb\"\r\n2,c\r\n"u8]);
        lab.Copy();
        Assert.Equal("1 | a\r\nb\n2 | c", lab.Rows());
    }

    [Fact]
    public void L24_gzip_is_told_by_its_content()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.WriteGzip("in/a.csv.gz", "ID,NAME\n1,Ann\n");
        lab.Copy();
        Assert.Equal("1 | Ann", lab.Rows());
    }

    [Fact]
    public void L24_empty_file_is_loaded_and_has_no_rows()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "");
        lab.Write("in/b.csv", "ID,NAME\n");
        var report = lab.Copy();
        Assert.Equal(["LOADED", "LOADED"], report.Files.Select(f => f.Status));
        Assert.Equal(0, report.RowsParsed);
    }

    [Fact]
    public void L24_field_of_ten_megabytes_is_loaded_whole()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", $"ID,NAME\n1,{new string('x', 10_000_000)}\n");
        lab.Copy();
        Assert.Equal("1 | 10000000", lab.Rows("ID, length(NAME)"));
    }

    [Fact]
    public void Row_with_another_number_of_fields_is_loaded_as_far_as_it_goes()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n2\n3,Bob,x\n");
        var report = lab.Copy();
        Assert.Equal((3, 3, 0), (report.RowsParsed, report.RowsLoaded, report.RowsRejected));
        Assert.Equal("1 | Ann | 1\n2 |  | 2\n3 | Bob | 3", lab.Rows("ID, NAME, FILE_ROW"));
    }

    [Fact]
    public void L24_row_that_does_not_parse_is_kept_aside_with_its_file_and_row()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n2,\"Bob\"x\n4,Cid\n");
        var report = lab.Copy();
        Assert.Equal((3, 2, 1), (report.RowsParsed, report.RowsLoaded, report.RowsRejected));
        Assert.Equal("1 | Ann | 1\n4 | Cid | 3", lab.Rows("ID, NAME, FILE_ROW"));
        Assert.Equal(
            "in/a.csv | 2 | FileFormat | 'x' stands after the end of an enclosed field, where a delimiter is due", lab.Rejected());
    }

    [Fact]
    public void Value_that_does_not_fit_its_column_is_kept_aside_with_the_reason()
    {
        using var lab = new CopyLab(Csv, RawTable with
        {
            Columns = [Required("ID", SqlType.Number(6, 2)), Optional("NAME", SqlType.Varchar(3)), .. RawTable.Columns.Skip(2)],
        });
        lab.Write("in/a.csv", "ID,NAME\n1.50,Ann\nabc,Bob\n,Cid\n2,Dora\n99999,Eve\n");
        lab.Copy();
        Assert.Equal("1.50 | Ann", lab.Rows());
        Assert.Equal("""
            in/a.csv | 2 | ID | 'abc' is no NUMBER(6,2) for ID
            in/a.csv | 3 | ID | ID is required and has no value
            in/a.csv | 4 | NAME | 'Dora' is longer than 3 for NAME
            in/a.csv | 5 | ID | '99999' is no NUMBER(6,2) for ID
            """.ReplaceLineEndings("\n"), lab.Rejected());
        Assert.Equal("""{"ID":"abc","NAME":"Bob"}""", lab.Query("SELECT RECORD FROM LANDING.REJECTED_RAW WHERE SOURCE_ROW = 2"));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_kept_aside_and_not_guessed()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", [.. "ID,NAME\n1,Z"u8, 0xFC, .. "rich\n2,Zürich\n"u8]);
        lab.Copy();
        Assert.Equal("2 | Zürich", lab.Rows());
        Assert.Equal("in/a.csv | 1 | FileFormat | the row holds bytes that are no UTF-8", lab.Rejected());
    }

    [Fact]
    public void L24_file_with_a_bad_row_is_skipped_where_the_model_says_so()
    {
        using var lab = new CopyLab(Csv, RawTable, OnError.SkipFile);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n2,\"B\"x\n");
        lab.Write("in/b.csv", "ID,NAME\n3,Bob\n");
        var report = lab.Copy();
        Assert.Equal(RunStatus.Succeeded, report.Status);
        Assert.Equal(["LOAD_FAILED", "LOADED"], report.Files.Select(f => f.Status));
        Assert.Equal("3 | Bob", lab.Rows());
    }

    [Fact]
    public void L24_bad_row_stops_the_copy_where_the_model_says_so_and_nothing_is_loaded()
    {
        using var lab = new CopyLab(Csv, RawTable, OnError.Stop);
        lab.Write("in/a.csv", "ID,NAME\n3,Bob\n");
        lab.Write("in/b.csv", "ID,NAME\n1,Ann\n2,\"B\"x\n");
        var report = lab.Copy();
        Assert.Equal(RunStatus.Failed, report.Status);
        Assert.Equal(
            "LANDING.RAW: file in/b.csv, row 2: 'x' stands after the end of an enclosed field, where a delimiter is due. The copy stopped and loaded nothing; OnError = OnError.RejectRow keeps such rows aside instead.",
            report.Error);
        Assert.Equal("", lab.Rows());
        Assert.Equal("FAILED", lab.Query("SELECT STATUS FROM PIPELINE.LOAD_RUNS"));
    }

    [Fact]
    public void Header_without_a_name_of_the_table_is_told()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "1,Ann\n2,Bob\n");
        var report = lab.Copy();
        Assert.Equal("LOAD_FAILED", report.Files.Single().Status);
        Assert.Equal("in/a.csv |  | FileFormat | no name in the header is a column: 1, Ann", lab.Rejected());
    }
}
