namespace Pipeline.Catalog.Tests.Loads;

public sealed class LoadLoweringTests
{
    private static readonly CompiledCatalog Catalog = CatalogCompletion.Complete(SmallRetail.Catalog);
    private static readonly LoweredLoad Staging = LoadOf("STAGING", "STG_CUSTOMERS");
    private static readonly LoweredLoad History = LoadOf("CURATED", "DIM_CUSTOMER");

    [Fact]
    public void Batches_are_made_before_the_transaction_since_a_create_would_commit_it()
    {
        foreach (var load in new[] { Staging, History })
        {
            Assert.All(load.Prepare, s => Assert.IsType<CreateBatchStatement>(s));
            Assert.DoesNotContain(load.Transaction, s => s is CreateBatchStatement);
        }
    }

    [Fact]
    public void The_ledger_is_written_last_in_the_same_transaction()
    {
        var last = Assert.IsType<InsertStatement>(Staging.Transaction[^1]);

        Assert.Equal("PIPELINE.LOAD_RUNS", last.Target.Object.ToString());
    }

    [Fact]
    public void No_value_that_must_be_there_is_left_in_the_statements()
    {
        foreach (var insert in Staging.Transaction.OfType<InsertStatement>()) Assert.Equal(insert.Query, new NoRejectable().Rewrite(insert.Query));
    }

    [Fact]
    public void A_batch_of_an_append_only_stream_is_not_filtered_by_action()
    {
        var fill = Assert.IsType<InsertStatement>(Staging.Transaction[0]);

        Assert.Null(((SelectQuery)fill.Query.With[0].Query).Where);
    }

    [Fact]
    public void A_batch_of_a_net_stream_takes_the_new_images_alone()
    {
        var fill = Assert.IsType<InsertStatement>(History.Transaction[0]);

        Assert.Equal(
            Make.Equal(Make.Column("customers", "METADATA$ACTION", SqlType.Text), Literal.Text("INSERT")),
            ((SelectQuery)fill.Query.With[0].Query).Where);
    }

    [Fact]
    public void A_late_key_is_rebuilt_from_the_table_that_keeps_every_event()
    {
        var timeline = History.Transaction.OfType<InsertStatement>().Single(s => s.Target.Object.Name == "DIM_CUSTOMER_TIMELINE");

        Assert.Contains(new("STAGING", "STG_CUSTOMERS"), SourceCollector.NamesIn(timeline.Query));
    }

    [Fact]
    public void A_history_of_observed_states_reads_no_table_but_the_dimension()
    {
        var observed = Catalog.All<DimensionObject>().Single() with { History = Pipeline.Catalog.History.Observed };
        var load = LoadLowering.Lower(Catalog, observed, observed.Loads[0]);

        var timeline = load.Transaction.OfType<InsertStatement>().Single(s => s.Target.Object.Name == "DIM_CUSTOMER_TIMELINE");
        Assert.DoesNotContain(new("STAGING", "STG_CUSTOMERS"), SourceCollector.NamesIn(timeline.Query));
    }

    [Fact]
    public void Rows_that_the_model_itself_reduces_are_counted_as_duplicates_not_left_out_unseen()
    {
        var load = Staged.Loads[0];
        var query = (SelectQuery)load.Query;
        var raw = new StreamSource("raw", load.Driver!);
        var newest = Make.RowNumber([Raw("CUSTOMER_ID")], [new(Raw("UPDATED_AT"), Descending: true)]);
        var latest = new SelectQuery(new[] { "CUSTOMER_ID", "SEGMENT", "EMAIL", "UPDATED_AT" }.Select(c => new Projection(c, Raw(c))).ToEquatableArray())
        {
            From = raw, Qualify = Make.Equal(newest, Literal.Integer(1)),
        };
        var reduced = load with { Query = query with { With = [new("LATEST_RAW", latest)], From = new CommonTableSource("raw", "LATEST_RAW") } };

        var lowered = LoadLowering.Lower(Catalog, Staged, reduced);

        var step = (SelectQuery)Assert.IsType<InsertStatement>(lowered.Transaction[0]).Query.With[0].Query;
        Assert.Null(step.Qualify);
        Assert.Contains(step.Columns, c => c.Value == newest);
        Assert.DoesNotContain(lowered.Transaction.OfType<SetVariablesStatement>(), s => s.Variables.Contains(LoadVariables.RowsFiltered.Name));
    }

    private static TableObject Staged => Catalog.Find<TableObject>(new("STAGING", "STG_CUSTOMERS"))!;

    private static ColumnReference Raw(string column) => new("raw", column, SqlType.Text, true);

    private static LoweredLoad LoadOf(string schema, string table) =>
        Assert.Single(LoadLowering.Of(Catalog, Catalog.Find<TableObject>(new(schema, table))!));

    private sealed class NoRejectable : QueryRewriter
    {
        public override Expression Rewrite(Expression expression) =>
            expression is Rejectable ? throw new InvalidOperationException("A rejectable value is left.") : base.Rewrite(expression);
    }
}
