using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class GateSqlTests
{
    private static readonly string Procedure = ArtifactFiles.Render(Gate(), Gate()).Single(f => f.Path == "STAGING/procedures/SP_CHECK_STAGING_GATE.sql").Text;

    [Fact]
    public void Checks_are_counted_by_selects_so_that_streams_keep_their_offsets() => Assert.Contains(
        """
            BEGIN TRANSACTION;

            -- NegativeAmounts: count what is wrong.
            WITH
                WRONG_ROWS AS (
                    SELECT sales.AMOUNT
                    FROM STAGING.SALES_STREAM AS sales
                    WHERE sales.AMOUNT < 0
                )
            SELECT COUNT(*) AS ERROR_COUNT
            INTO :errors_of_negative_amounts
            FROM WRONG_ROWS AS wrong;
        """.ReplaceLineEndings("\n"), Procedure, StringComparison.Ordinal);

    [Fact]
    public void Results_are_recorded_before_the_gate_fails_and_again_after_the_rollback()
    {
        var recorded = Procedure.IndexOf("INSERT INTO PIPELINE.QUALITY_METRICS", StringComparison.Ordinal);
        var raised = Procedure.IndexOf("RAISE unexpected_errors_of_negative_amounts;", StringComparison.Ordinal);
        var rolledBack = Procedure.IndexOf("ROLLBACK;", StringComparison.Ordinal);
        var again = Procedure.IndexOf("INSERT INTO PIPELINE.QUALITY_METRICS", rolledBack, StringComparison.Ordinal);
        Assert.True(recorded < raised && raised < rolledBack && rolledBack < again);
        Assert.Contains("WHERE :checks_made = 1", Procedure[again..], StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_without_batches_speaks_of_none() => Assert.DoesNotContain("Batches are made", Procedure, StringComparison.Ordinal);

    private static CompiledCatalog Gate()
    {
        var amount = new Column("AMOUNT", "Amount", SqlType.Int64, Nullable: false);
        return Catalogs.Of(
            new TableObject(new("STAGING", "SALES"), "Retail.Sales", [amount]),
            new StreamObject(new("STAGING", "SALES_STREAM"), "Retail.SalesStream", new("STAGING", "SALES"), StreamMode.AppendOnly),
            new GateObject(new("STAGING", "STAGING_GATE"), "Retail.StagingGate", "CURATED")
            {
                Checks =
                [
                    new("NegativeAmounts", Stops: true, new SelectQuery([new("AMOUNT", Make.Column("sales", amount))])
                    {
                        From = new StreamSource("sales", new("STAGING", "SALES_STREAM")),
                        Where = Make.Compare(BinaryOperator.LessThan, Make.Column("sales", amount), Literal.Integer(0)),
                    }),
                ],
            });
    }
}
