namespace Pipeline.Catalog.Tests;

public sealed class CatalogCompletionTests
{
    private static readonly CompiledCatalog Completed = CatalogCompletion.Complete(SmallRetail.Catalog);

    [Fact]
    public void A_complete_catalog_is_left_as_it_is() => Assert.Equal(Completed, CatalogCompletion.Complete(new(Completed.Objects)));

    [Fact]
    public void What_is_added_to_nothing_stays_the_very_object()
    {
        var given = SmallRetail.Catalog.Objects;
        Assert.All(Completed.Objects.Select(o => (Completed: o, Given: given.FirstOrDefault(g => g == o))).Where(o => o.Given is not null), o => Assert.Same(o.Given, o.Completed));
    }

    [Fact]
    public void The_order_of_the_classes_does_not_matter()
    {
        var shuffled = new CompiledCatalog(SmallRetail.Catalog.Objects.Reverse().ToEquatableArray());

        Assert.Equal(Completed, CatalogCompletion.Complete(shuffled));
    }

    [Fact]
    public void Every_object_comes_after_what_it_depends_on()
    {
        var met = new HashSet<QualifiedName>();
        foreach (var item in Completed.Objects)
        {
            Assert.All(Dependencies.Of(item).Where(d => Completed.Find(d) is not null), d => Assert.Contains(d, met));
            met.Add(item.Name);
        }
    }

    [Fact]
    public void A_table_with_a_load_gets_a_place_for_its_rejected_rows() =>
        Assert.NotNull(Completed.Find<TableObject>(new("STAGING", "REJECTED_STG_CUSTOMERS")));

    [Fact]
    public void The_ledger_goes_to_its_own_schema_where_the_model_names_none()
    {
        Assert.NotNull(Completed.Find<SchemaObject>(new(null, "PIPELINE")));
        Assert.NotNull(Completed.Find<TableObject>(new("PIPELINE", "LOAD_RUNS")));
    }

    [Fact]
    public void The_ledger_goes_where_the_model_says()
    {
        var ledger = new RunLedgerObject(new("ETL", "LEDGER"), "Retail.Ledger", "ETL");
        var completed = CatalogCompletion.Complete(new(SmallRetail.Catalog.Objects.Append(ledger).ToEquatableArray()));

        Assert.NotNull(completed.Find<TableObject>(new("ETL", "LOAD_RUNS")));
        Assert.Null(completed.Find<SchemaObject>(new(null, "PIPELINE")));
    }

    [Fact]
    public void A_graph_that_reads_streams_runs_when_any_of_them_has_data() =>
        Assert.Equal("STAGING.STG_CUSTOMERS_STREAM", Assert.Single(Completed.All<TaskObject>().Single(t => t.IsRoot).When).ToString());

    [Fact]
    public void A_history_remembers_the_last_event_of_each_version() =>
        Assert.Contains(Completed.All<DimensionObject>().Single().Columns, c => c.Name == GeneratedColumns.LastEventAt);
}
