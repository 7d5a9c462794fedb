using Pipeline.Build.Rendering;
using Pipeline.Catalog;

namespace Pipeline.Build.Tests;

/// <summary>The rows of a seed file are the table's; what is wrong with a line stops the build there.</summary>
public sealed class SeedFileTests : IDisposable
{
    private static readonly TableObject Holidays = new(new("CURATED", "HOLIDAYS"), "Retail.Holidays",
    [
        new("DAY", "Day", SqlType.Date, Nullable: false) { Roles = ColumnRoles.BusinessKey },
        new("NAME", "Name", SqlType.Varchar(20), Nullable: false),
        new("SHARE", "Share", SqlType.Number(5, 2), Nullable: true),
        new("IS_FIXED", "IsFixed", SqlType.Boolean, Nullable: true),
    ])
    {
        SeedFile = "seeds/holidays.csv",
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lines_are_rows_by_the_names_of_the_first_line()
    {
        Write("name,Day,share,IsFixed\nNew Year's Day,2024-01-01,1.5,true\n\"Easter, \"\"Monday\"\"\",2024-04-01,,\n");
        var rows = Table().Rows!;
        Assert.Equal(["NAME", "DAY", "SHARE", "IS_FIXED"], rows.Columns);
        Assert.Equal(["New Year's Day|2024-01-01|1.50|true", "Easter, \"Monday\"|2024-04-01||"], rows.Rows.Select(r => string.Join("|", r.Values.Select(v => ((Literal)v).Value))));
    }

    [Theory]
    [InlineData("day,name\n2024-01-01,A\n2024-13-01,B\n", 3, "seeds/holidays.csv has '2024-13-01' as DAY, which is no day, written 2024-01-31.")]
    [InlineData("day,name\n2024-01-01,\n", 2, "seeds/holidays.csv has no NAME, which is never null.")]
    [InlineData("day,name\n2024-01-01\n", 2, "seeds/holidays.csv has 1 fields, and 2 columns.")]
    [InlineData("day,name\n2024-01-01,A name that is longer than it may be\n", 2, "seeds/holidays.csv has 'A name that is longer than it may be' as NAME, which is no text of at most 20 letters that the column takes.")]
    [InlineData("day,name,share\n2024-01-01,A,1.234\n", 2, "seeds/holidays.csv has '1.234' as SHARE, which is no number of at most 2 decimals, written 1234.5, of at most 5 digits.")]
    [InlineData("day,name,share\n2024-01-01,A,9999\n", 2, "seeds/holidays.csv has '9999' as SHARE, which is no number of at most 2 decimals, written 1234.5, of at most 5 digits.")]
    [InlineData("day,name,day\n2024-01-01,A,2024-01-01\n", 1, "seeds/holidays.csv has the column DAY a second time.")]
    [InlineData("day,name\n2024-01-01,A\n2024-01-01,B\n", 3, "seeds/holidays.csv has the key 2024-01-01 a second time.")]
    [InlineData("day\n2024-01-01\n", 1, "seeds/holidays.csv has no column NAME, which is never null.")]
    [InlineData("day,nam\n2024-01-01,A\n", 1, "seeds/holidays.csv has a column 'nam', which 'Retail.Holidays' has not; it has DAY, NAME, SHARE, IS_FIXED.")]
    [InlineData("day,name\n2024-01-01,\"A\n2024-01-02,B\n2024-01-03,C\n", 2, "seeds/holidays.csv has a quote that isn't closed, so that all behind it would be one field; end the field with a quote, and write one inside as two.")]
    [InlineData("day,name\n2024-01-01,\"A\nB\"\n2024-01-02,\"C\n", 4, "seeds/holidays.csv has a quote that isn't closed, so that all behind it would be one field; end the field with a quote, and write one inside as two.")]
    [InlineData("day,name\n2024-01-01,\"A\"\"\"\n2024-01-02,\"B\"C\"\n", 3, "seeds/holidays.csv has 'C\"' behind a field in quotes; write a quote inside as two.")]
    [InlineData("", 1, "seeds/holidays.csv is empty; its first line names the columns.")]
    public void Line_that_is_no_row_stops_the_build_there(string text, int line, string told)
    {
        Write(text);
        var errors = Assert.Throws<BuildException>(() => Build().Write()).Errors;
        Assert.Contains(errors, e => (e.Code, e.File, e.Line, e.Message) == (BuildErrorCodes.Seed, "seeds/holidays.csv", line, told));
    }

    [Fact]
    public void File_that_is_not_there_stops_the_build() => Assert.Equal(
        "Retail.Holidays (CURATED.HOLIDAYS) has its rows in seeds/holidays.csv, which isn't there; a seed file lies in the project's folder, and is named from there, its folders parted by /.",
        Assert.Single(Assert.Throws<BuildException>(() => Build().Write()).Errors).Message);

    [Fact]
    public void Another_line_is_another_build()
    {
        Write("day,name\n2024-01-01,A\n");
        Assert.NotEmpty(Build().Write().Written);
        Assert.Empty(Build().Write().Written);
        Write("day,name\n2024-01-01,B\n");
        Assert.Contains("CURATED/tables/HOLIDAYS.sql", Build().Write().Written.Select(w => w.ToString()));
    }

    // The catalog's text has escapes for these letters, and every system takes them in a name.
    [Fact]
    public void File_whose_name_the_catalog_escapes_is_another_build_too()
    {
        var escaped = Holidays with { SeedFile = "seeds/the \U0001F384 ones.csv" };
        Assert.Contains("\\ud83c\\udf84", Catalog.Json.CatalogJson.Write(escaped), StringComparison.Ordinal);
        Directory.CreateDirectory(folder.File("seeds"));
        File.WriteAllText(folder.File(escaped.SeedFile), "day,name\n2024-01-01,A\n");
        Assert.NotEmpty(Build(escaped).Write().Written);
        File.WriteAllText(folder.File(escaped.SeedFile), "day,name\n2024-01-01,B\n");
        Assert.Contains("CURATED/tables/HOLIDAYS.sql", Build(escaped).Write().Written.Select(w => w.ToString()));
    }

    private TableObject Table()
    {
        Build().Write();
        return Catalog.Json.CatalogJson.ReadManifest(File.ReadAllText(folder.File("sql/manifest.json"))).Find<TableObject>(Holidays.Name)!;
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(folder.File("seeds"));
        File.WriteAllText(folder.File("seeds/holidays.csv"), text);
    }

    private ArtifactBuild Build() => Build(Holidays);

    private ArtifactBuild Build(TableObject table)
    {
        ModelAssembly.Write(folder.File("Retail.dll"), new SchemaObject(new(null, "CURATED"), "Retail.Curated"), table);
        return new(new(folder.File("Retail.dll"), folder.File("sql"), "sql", folder.File("state")) { ProjectFolder = folder.File("") }, new SqlArtifactSource());
    }
}
