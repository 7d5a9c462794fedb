using Loads.Tests.Histories;
using static Loads.Tests.Cases.CustomerLab;

namespace Loads.Tests.Cases;

/// <summary>The cases of dimensions with history, each by its number, on rows.</summary>
public sealed class HistoryCaseTests
{
    [Fact]
    public void Case03_Every_change_between_two_reads_is_a_version()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "SILVER", null, "03-02"), Event("7", "BRONZE", null, "03-03"));
        Assert.Equal("""
            GOLD | 2024-03-01 | 2024-03-02 | false
            SILVER | 2024-03-02 | 2024-03-03 | false
            BRONZE | 2024-03-03 |  | true
            """, run.Versions());
    }

    [Fact]
    public void Case10_An_exact_duplicate_in_one_delivery_is_dropped_and_counted()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "GOLD", null, "03-01"));
        Assert.Equal("GOLD | 2024-03-01 |  | true", run.Versions());
        Assert.Equal("2 | 1 | 1", run.Lab.Ledger("STAGING.STG_CUSTOMERS", "ROWS_READ, ROWS_LOADED, ROWS_DEDUPLICATED"));
    }

    [Fact]
    public void Case11_Of_rows_with_one_key_and_one_sequence_the_last_one_wins()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "SILVER", null, "03-01"));
        Assert.Equal("SILVER | 2024-03-01 |  | true", run.Versions());
    }

    [Fact]
    public void Case12_Several_versions_of_a_key_in_one_delivery_follow_the_open_one()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        run.Deliver(Event("7", "BRONZE", null, "03-03"), Event("7", "SILVER", null, "03-02"));
        Assert.Equal("""
            GOLD | 2024-03-01 | 2024-03-02 | false
            SILVER | 2024-03-02 | 2024-03-03 | false
            BRONZE | 2024-03-03 |  | true
            """, run.Versions());
    }

    [Fact]
    public void Case13_A_late_event_splits_the_version_that_covers_it_or_is_absorbed()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "BRONZE", null, "03-09"));
        run.Deliver(Event("7", "SILVER", null, "03-05"));
        run.Deliver(Event("7", "SILVER", null, "03-07"));
        Assert.Equal("""
            GOLD | 2024-03-01 | 2024-03-05 | false
            SILVER | 2024-03-05 | 2024-03-09 | false
            BRONZE | 2024-03-09 |  | true
            """, run.Versions());
    }

    [Fact]
    public void Case14_An_event_older_than_the_first_version_is_put_before_it()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-05"));
        run.Deliver(Event("7", "SILVER", null, "03-01"));
        Assert.Equal("""
            SILVER | 2024-03-01 | 2024-03-05 | false
            GOLD | 2024-03-05 |  | true
            """, run.Versions());
    }

    [Fact]
    public void Case15_A_delete_ends_the_version_at_its_own_time()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        run.Deliver(Event("7", "GOLD", null, "03-05", isDeleted: true));
        Assert.Equal("GOLD | 2024-03-01 | 2024-03-05 | false", run.Versions());
        Assert.Equal("false | 2024-03-05\ntrue |", run.Lab.Rows("SELECT IS_DELETED, VALID_TO FROM CURATED.DIM_MARKED WHERE CUSTOMER_KEY > 0 ORDER BY VALID_FROM"));
    }

    [Fact]
    public void Case16_A_delete_that_arrives_before_its_insert_still_ends_it()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-05", isDeleted: true));
        Assert.Equal("", run.Versions());
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        Assert.Equal("GOLD | 2024-03-01 | 2024-03-05 | false", run.Versions());
    }

    [Fact]
    public void Case16_An_event_beyond_the_horizon_of_lateness_is_kept_as_rejected()
    {
        using var run = new CustomerLab(CustomerModel.Classes
            .Replace("Deletes = Deletes.Close)", "Deletes = Deletes.Close, LatenessDays = 30)").Replace("Scd.Type2, Deletes = Deletes.Mark)", "Scd.Type2, Deletes = Deletes.Mark, LatenessDays = 60)"));
        run.Deliver(Event("7", "GOLD", null, "05-30"));
        run.Deliver(Event("7", "SILVER", null, "04-10"), Event("7", "BRONZE", null, "01-10"), Event("8", "BRONZE", null, "01-10"));
        Assert.Equal("""
            SILVER | 2024-04-10 | 2024-05-30 | false
            GOLD | 2024-05-30 |  | true
            BRONZE | 2024-01-10 |  | true
            """, run.Versions());
        Assert.Equal("lateness | the event is more than 60 days old, and later ones of its key are known", run.Lab.Rows("SELECT RULE, REASON FROM STAGING.REJECTED_STG_CUSTOMERS"));
    }

    [Fact]
    public void Case17_A_key_that_comes_back_opens_a_version_and_the_gap_stays()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "GOLD", null, "03-05", isDeleted: true));
        run.Deliver(Event("7", "GOLD", null, "03-09"));
        Assert.Equal("GOLD | 2024-03-01 | 2024-03-05 | false\nGOLD | 2024-03-09 |  | true", run.Versions());
    }

    [Fact]
    public void Case18_A_row_without_a_key_is_rejected_with_its_reason()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("", "GOLD", null, "03-01"));
        Assert.Equal("", run.Versions());
        Assert.Equal("CUSTOMER_ID | no customer", run.Lab.Rows("SELECT RULE, REASON FROM STAGING.REJECTED_STG_CUSTOMERS"));
    }

    [Fact]
    public void Case19_A_row_without_a_sequence_is_rejected_with_its_reason()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, null));
        Assert.Equal("", run.Versions());
        Assert.Equal("CHANGED_AT | no time", run.Lab.Rows("SELECT RULE, REASON FROM STAGING.REJECTED_STG_CUSTOMERS"));
    }

    [Fact]
    public void Case19_Of_a_delivery_the_rows_without_a_sequence_alone_are_set_aside_and_are_loaded_when_they_come_with_one()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, null), Event("7", "SILVER", null, "03-02"), "8,GOLD,,,,,,,,0,yesterday", Event("9", "GOLD", null, "03-01"));
        Assert.Equal("7 | SILVER | 2024-03-02\n9 | GOLD | 2024-03-01", run.Versions("CUSTOMER_ID, SEGMENT, VALID_FROM"));
        Assert.Equal("4 | 2 | 2", run.Lab.Ledger("STAGING.STG_CUSTOMERS", "ROWS_READ, ROWS_LOADED, ROWS_REJECTED"));
        Assert.Equal("7 |\n8 | yesterday", run.Lab.Rows("SELECT RECORD->>'ID', RECORD->>'MINUTE' FROM STAGING.REJECTED_STG_CUSTOMERS ORDER BY 1"));
        Assert.Equal("1 | 3", run.Lab.Rows("SELECT MIN(SOURCE_ROW), MAX(SOURCE_ROW) FROM STAGING.REJECTED_STG_CUSTOMERS"));

        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("8", "GOLD", null, "03-03"));
        Assert.Equal("7 | GOLD | 2024-03-01\n7 | SILVER | 2024-03-02\n8 | GOLD | 2024-03-03\n9 | GOLD | 2024-03-01", run.Versions("CUSTOMER_ID, SEGMENT, VALID_FROM"));
    }

    [Fact]
    public void Case21_A_change_of_what_is_not_tracked_opens_no_version()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01", "a@x"));
        run.Deliver(Event("7", "GOLD", null, "03-02", "b@x"));
        Assert.Equal("GOLD | b@x | 2024-03-01 |", run.Versions("SEGMENT, EMAIL, VALID_FROM, VALID_TO"));
    }

    [Fact]
    public void Case26_Changes_of_one_day_are_versions_of_one_day()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01 08:00:00"), Event("7", "SILVER", null, "03-01 12:00:00"));
        Assert.Equal("GOLD | 2024-03-01 08:00:00 | 2024-03-01 12:00:00 | false\nSILVER | 2024-03-01 12:00:00 |  | true", run.Versions());
    }

    [Fact]
    public void Case29_A_delivery_that_comes_again_changes_no_row()
    {
        using var run = new CustomerLab();
        string[] events = [Event("7", "GOLD", null, "03-01"), Event("7", "SILVER", null, "03-05")];
        run.Deliver(events);
        const string Written = "ROWS_INSERTED + ROWS_UPDATED + ROWS_CLOSED + ROWS_DELETED";
        var (before, written) = (run.Versions("*"), run.Lab.Ledger("CURATED.DIM_CUSTOMER", Written));
        run.Deliver(events);
        Assert.Equal(before, run.Versions("*"));
        Assert.Equal(written, run.Lab.Ledger("CURATED.DIM_CUSTOMER", Written));
    }

    [Fact]
    public void Case31_A_load_that_would_delete_more_than_is_allowed_stops_and_loses_nothing()
    {
        using var run = new CustomerLab(CustomerModel.Classes.Replace("Deletes = Deletes.Close)", "Deletes = Deletes.Close, MaxDeletedPercent = 40)"));
        run.Deliver(Event("1", "GOLD", null, "03-01"), Event("2", "GOLD", null, "03-01"), Event("3", "GOLD", null, "03-01"));
        run.Deliver(Event("1", "GOLD", null, "03-02", isDeleted: true));
        var before = run.Versions();
        var error = run.TryDeliver(Event("2", "GOLD", null, "03-03", isDeleted: true));
        Assert.Equal(
            "CURATED.DIM_CUSTOMER: the load would delete more than 40 % of its rows. Nothing was changed and the stream keeps the rows; "
                + "if they are meant, raise MaxDeletedPercent for this run. rows_to_delete = 1, rows_living = 2",
            error);
        Assert.Equal(before, run.Versions());
        Assert.Equal("1", run.Lab.Count("STAGING.FOR_DIM_STREAM"));
    }

    [Fact]
    public void Case31_A_member_that_is_deleted_more_than_once_counts_once()
    {
        using var run = new CustomerLab(CustomerModel.Classes.Replace("Deletes = Deletes.Close)", "Deletes = Deletes.Close, MaxDeletedPercent = 40)"));
        run.Deliver(Event("1", "GOLD", null, "03-01"), Event("2", "GOLD", null, "03-01"), Event("3", "GOLD", null, "03-01"));
        run.Deliver(Event("1", "GOLD", null, "03-02", isDeleted: true), Event("1", "GOLD", null, "03-03", isDeleted: true));
        Assert.Equal("2", run.Lab.Count("CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 AND IS_CURRENT"));
    }

    [Fact]
    public void Case31_A_delete_that_a_later_event_takes_back_or_that_is_long_over_does_not_count()
    {
        using var run = new CustomerLab(CustomerModel.Classes.Replace("Deletes = Deletes.Close)", "Deletes = Deletes.Close, MaxDeletedPercent = 0)")
            .Replace("Scd.Type2, Deletes = Deletes.Mark)", "Scd.Type2, Deletes = Deletes.Mark, MaxDeletedPercent = 0)").Replace("Scd.Type1, Deletes = Deletes.Mark)", "Scd.Type1, Deletes = Deletes.Mark, MaxDeletedPercent = 0)"));
        run.Deliver(Event("1", "GOLD", null, "03-01"), Event("2", "GOLD", null, "03-01"), Event("2", "GOLD", null, "03-09"));
        run.Deliver(Event("1", "GOLD", null, "03-02", isDeleted: true), Event("1", "SILVER", null, "03-03"), Event("2", "GOLD", null, "03-05", isDeleted: true));
        Assert.Equal("""
            1 | GOLD | 2024-03-01 | 2024-03-02
            1 | SILVER | 2024-03-03 |
            2 | GOLD | 2024-03-01 | 2024-03-05
            2 | GOLD | 2024-03-09 |
            """, run.Versions("CUSTOMER_ID, SEGMENT, VALID_FROM, VALID_TO"));
        Assert.Equal("0", run.Lab.Count("CURATED.DIM_NOW WHERE IS_DELETED"));
    }
}
