using Loads.Tests.Histories;
using Pipeline.Catalog;
using static Loads.Tests.Cases.CustomerLab;

namespace Loads.Tests.Cases;

/// <summary>The cases of columns that come, go and get wider while the database is kept, on rows.</summary>
public sealed class GrowthCaseTests
{
    private static readonly string WithoutCity = Without("City");

    [Fact]
    public void Case27_A_new_column_is_null_in_history_and_opens_a_version_when_it_gets_a_value()
    {
        using var run = new CustomerLab(WithoutCity, survives: true);
        run.DeliverOnly("segment", Line("1", "GOLD", "03-01"), Line("2", "GOLD", "03-01"), Line("3", "GOLD", "03-01"), Line("3", "SILVER", "03-03"));
        var keys = run.Versions("CUSTOMER_KEY, CUSTOMER_ID, VALID_FROM");

        run.Lab.Migrate(ModelText.Compile(CustomerModel.Classes));
        Assert.Equal(keys, run.Versions("CUSTOMER_KEY, CUSTOMER_ID, VALID_FROM"));
        run.Deliver(Event("1", "GOLD", "Ulm", "03-05"), Event("2", "GOLD", null, "03-05"), Event("3", "GOLD", "Rome", "03-02"));
        Assert.Equal("""
            1 | GOLD |  |  | 2024-03-01 | 2024-03-05
            1 | GOLD | Ulm |  | 2024-03-05 |
            2 | GOLD |  |  | 2024-03-01 |
            3 | GOLD |  |  | 2024-03-01 | 2024-03-02
            3 | GOLD | Rome |  | 2024-03-02 | 2024-03-03
            3 | SILVER |  | Rome | 2024-03-03 |
            """, run.Versions("CUSTOMER_ID, SEGMENT, CITY, FORMER_CITY, VALID_FROM, VALID_TO"));
    }

    [Fact]
    public void Case27_Change_rows_that_no_load_has_read_yet_are_read_after_the_column_came()
    {
        using var run = new CustomerLab(WithoutCity, survives: true);
        run.Lab.Do(p => p.Suspend(new("ETL", "LOAD_DIM")));
        run.Lab.TryDeliver("rows/rows_#.csv", "id,segment,is_deleted,minute", Line("1", "GOLD", "03-01"));
        Assert.Equal("1", run.Lab.Count("STAGING.FOR_DIM_STREAM"));

        run.Lab.Migrate(ModelText.Compile(CustomerModel.Classes));
        run.Lab.Do(p => p.Resume(new("ETL", "LOAD_DIM")));
        run.Deliver(Event("1", "GOLD", "Ulm", "03-05"));
        Assert.Equal("GOLD |  | 2024-03-01 | 2024-03-05\nGOLD | Ulm | 2024-03-05 |", run.Versions("SEGMENT, CITY, VALID_FROM, VALID_TO"));
        Assert.Equal("2 | 2", run.Lab.Ledger("CURATED.DIM_CUSTOMER", "ROWS_READ, ROWS_LOADED"));
    }

    [Fact]
    public void Case27_A_column_that_staging_had_before_is_given_to_history_by_a_backfill()
    {
        // Staging keeps the city from the first event on; the dimensions get it later.
        string[] derived = ["FirstCity", "FormerCity", "[Tracked] public string? City"];
        var later = string.Join('\n', CustomerModel.Classes.Split('\n').Where(l => !derived.Any(d => l.Contains(d, StringComparison.Ordinal)))
            .Select(l => l.Replace("City = c.City, Email", "Email", StringComparison.Ordinal)));
        string[] first = [Event("1", "GOLD", "Ulm", "03-01"), Event("1", "GOLD", "Rome", "03-03"), Event("2", "GOLD", null, "03-01"), Event("1", "SILVER", "Rome", "03-05")];
        string[] second = [Event("1", "SILVER", "Bonn", "03-07"), Event("2", "GOLD", "Oslo", "03-07")];
        using var always = new CustomerLab();
        foreach (var events in new[] { first, second }) always.Deliver(events);

        using var run = new CustomerLab(later, survives: true);
        run.Deliver(first);
        Assert.Equal("GOLD | 2024-03-01\nSILVER | 2024-03-05\nGOLD | 2024-03-01", run.Versions("SEGMENT, VALID_FROM"));
        run.Lab.Migrate(ModelText.Compile(CustomerModel.Classes));
        run.Deliver(second);
        run.Lab.Do(p => Assert.Null(Assert.Single(p.Backfill(new("CURATED", "DIM_CUSTOMER"), new(new(2024, 1, 1)))).Error));
        const string Versions = "CUSTOMER_ID, SEGMENT, CITY, FIRST_CITY, FORMER_CITY, CURRENT_SEGMENT, VALID_FROM, VALID_TO, IS_CURRENT";
        Assert.Equal(always.Versions(Versions), run.Versions(Versions));
    }

    [Fact]
    public void Case27_A_column_that_gets_wider_keeps_its_values_and_opens_no_version()
    {
        static string Sized(int length, string key) => CustomerModel.Classes.Replace("public string Segment", $"[Varchar({length})] public string Segment", StringComparison.Ordinal)
            .Replace("public string CurrentSegment", $"[Varchar({length})] public string CurrentSegment", StringComparison.Ordinal).Replace("public int CustomerId", $"public {key} CustomerId", StringComparison.Ordinal)
            .Replace("TryToInt", key == "int" ? "TryToInt" : "TryToLong", StringComparison.Ordinal);
        using var run = new CustomerLab(Sized(6, "int"), survives: true);
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        var before = run.Versions("*");
        run.Lab.Migrate(ModelText.Compile(Sized(20, "long")));
        Assert.Equal(before, run.Versions("*"));
        run.Deliver(Event("7", "GOLD", null, "03-02"), Event("7", "PLATINUM EXTRA", null, "03-03"), Event("7000000000", "GOLD", null, "03-03"));
        Assert.Equal("""
            7 | GOLD | 2024-03-01 | 2024-03-03
            7 | PLATINUM EXTRA | 2024-03-03 |
            7000000000 | GOLD | 2024-03-03 |
            """, run.Versions("CUSTOMER_ID, SEGMENT, VALID_FROM, VALID_TO"));
    }

    [Fact]
    public void Case27_A_column_that_the_model_has_no_more_keeps_what_it_had_and_loads_go_on()
    {
        using var run = new CustomerLab(CustomerModel.Classes, survives: true);
        run.Deliver(Event("7", "GOLD", "Ulm", "03-01"), Event("7", "GOLD", "Rome", "03-03"));
        run.Lab.Migrate(ModelText.Compile(WithoutCity));
        run.DeliverOnly("segment", Line("7", "GOLD", "03-04"), Line("7", "SILVER", "03-05"));
        Assert.Equal("""
            GOLD | Ulm | 2024-03-01 | 2024-03-03
            GOLD | Rome | 2024-03-03 | 2024-03-05
            SILVER |  | 2024-03-05 |
            """, run.Versions("SEGMENT, CITY, VALID_FROM, VALID_TO"));
    }

    private static string Line(string customer, string segment, string day) => $"{customer},{segment},0,2024-{day} 00:00:00";

    private static string Without(string column) => string.Join('\n', CustomerModel.Classes.Split('\n')
        .Where(l => !(l.Contains("{ get; init; }", StringComparison.Ordinal) && l.Contains(column, StringComparison.Ordinal)))
        .Select(l => l.Replace($"{column} = c.{column}, ", "", StringComparison.Ordinal).Replace($"{column} = e.{column}, ", "", StringComparison.Ordinal)));
}
