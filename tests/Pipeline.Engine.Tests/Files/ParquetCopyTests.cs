using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

public sealed class ParquetCopyTests
{
    private static readonly ParquetFormatObject Parquet = new(Name("LANDING.PARQUET"), "Parquet");

    private static readonly TableObject Table = Tables.Table(
        "LANDING.RAW", Optional("CUSTOMER_ID", SqlType.Int32), Text("NAME"), Optional("CHANGED_AT", SqlType.Timestamp),
        FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber));

    [Fact]
    public void Columns_are_found_by_name_and_one_that_the_file_lacks_is_null()
    {
        using var lab = new CopyLab(Parquet, Table);
        Write(lab, "SELECT 'Ann' AS name, 7 AS Customer_Id, 'x' AS other UNION ALL SELECT 'Bob', 8, 'y'");
        lab.Copy();
        Assert.Equal("7 | Ann |  | 1\n8 | Bob |  | 2", lab.Rows("CUSTOMER_ID, NAME, CHANGED_AT, FILE_ROW"));
    }

    [Fact]
    public void Name_of_a_file_is_no_pattern()
    {
        using var lab = new CopyLab(Parquet, Table);
        Write(lab, "SELECT 7 AS customer_id, 'Ann' AS name");
        File.Move(Path.Combine(lab.Folder, "in", "a.parquet"), Path.Combine(lab.Folder, "in", "[ab].parquet"));
        Write(lab, "SELECT 8 AS customer_id, 'Bob' AS name");
        lab.Copy();
        Assert.Equal("7 | Ann | 1\n8 | Bob | 1", lab.Rows("CUSTOMER_ID, NAME, FILE_ROW"));
    }

    [Fact]
    public void Timestamps_keep_their_meaning()
    {
        using var lab = new CopyLab(Parquet, Table);
        Write(lab, "SELECT 7 AS customer_id, TIMESTAMP '2024-03-01 10:20:30.123456' AS changed_at");
        lab.Copy();
        Assert.Equal("2024-03-01 10:20:30.123456", lab.Rows("CHANGED_AT"));
    }

    [Fact]
    public void Value_that_does_not_fit_is_kept_aside()
    {
        using var lab = new CopyLab(Parquet, Table);
        Write(lab, "SELECT '7' AS customer_id, 'Ann' AS name UNION ALL SELECT 'x', 'Bob'");
        lab.Copy();
        Assert.Equal("7 | Ann", lab.Rows("CUSTOMER_ID, NAME"));
        Assert.Equal("in/a.parquet | 2 | CUSTOMER_ID | 'x' is no NUMBER(10,0) for CUSTOMER_ID", lab.Rejected());
    }

    [Fact]
    public void File_that_is_no_parquet_is_told()
    {
        using var lab = new CopyLab(Parquet, Table);
        lab.Write("in/a.parquet", "ID,NAME\n1,Ann\n");
        Assert.Equal("LOAD_FAILED", lab.Copy().Files.Single().Status);
        Assert.StartsWith("in/a.parquet |  | FileFormat | no Parquet: ", lab.Rejected(), StringComparison.Ordinal);
    }

    private static void Write(CopyLab lab, string query)
    {
        Directory.CreateDirectory(Path.Combine(lab.Folder, "in"));
        lab.Query($"COPY ({query}) TO '{lab.Folder}/in/a.parquet' (FORMAT parquet)");
    }
}
