using static Pipeline.Engine.Tests.Files.CopyLab;

namespace Pipeline.Engine.Tests.Files;

public sealed class LoadOnceTests
{
    [Fact]
    public void L24_file_that_was_loaded_is_not_loaded_again()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n");
        Assert.Equal(1, lab.Copy().RowsLoaded);
        Assert.Empty(lab.Copy().Files);
        Assert.Equal("1 | Ann", lab.Rows());
    }

    [Fact]
    public void L24_file_whose_content_changed_is_loaded_again_whole()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n");
        lab.Copy();
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n2,Bob\n");
        Assert.Equal(2, lab.Copy().RowsLoaded);
        Assert.Equal("1 | Ann\n1 | Ann\n2 | Bob", lab.Query("SELECT ID, NAME FROM LANDING.RAW ORDER BY ID"));
    }

    [Fact]
    public void Further_file_is_loaded_alone()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n");
        lab.Copy();
        lab.Write("in/b.csv", "ID,NAME\n2,Bob\n");
        Assert.Equal(["in/b.csv"], lab.Copy().Files.Select(f => f.Path));
    }

    [Fact]
    public void Files_outside_of_the_stage_and_its_pattern_are_left_alone()
    {
        using var lab = new CopyLab(Csv, RawTable, pattern: @".*sales_\d{8}\.csv");
        lab.Write("in/2024/sales_20240115.csv", "ID,NAME\n1,Ann\n");
        lab.Write("in/sales_20240115.csv.tmp", "ID,NAME\n2,Bob\n");
        lab.Write("in/sales_2024.csv", "ID,NAME\n3,Cid\n");
        lab.Write("other/sales_20240115.csv", "ID,NAME\n4,Dora\n");
        Assert.Equal(["in/2024/sales_20240115.csv"], lab.Copy().Files.Select(f => f.Path));
    }

    [Fact]
    public void File_that_failed_is_tried_again_when_its_content_changes()
    {
        using var lab = new CopyLab(Csv, RawTable, Pipeline.Catalog.OnError.SkipFile);
        lab.Write("in/a.csv", "ID,NAME\n1,\"A\"x\n");
        Assert.Equal(["LOAD_FAILED"], lab.Copy().Files.Select(f => f.Status));
        Assert.Empty(lab.Copy().Files);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n");
        Assert.Equal(["LOADED"], lab.Copy().Files.Select(f => f.Status));
    }

    [Fact]
    public void File_that_is_gone_when_the_copy_runs_is_told_and_the_others_wait()
    {
        using var lab = new CopyLab(Csv, RawTable);
        lab.Write("in/a.csv", "ID,NAME\n1,Ann\n");
        lab.Write("in/b.csv", "ID,NAME\n2,Bob\n");
        var report = lab.Copy();
        Assert.Equal(2, report.RowsLoaded);

        lab.Write("in/c.csv", "ID,NAME\n3,Cid\n");
        lab.Deliver();
        File.Delete(Path.Combine(lab.Folder, "in/c.csv"));
        Assert.Contains("was delivered as in/c.csv, but isn't there any more", lab.Copy().Error, StringComparison.Ordinal);
    }
}
