using SqlJudges.Tests.Judges;

namespace SqlJudges.Tests;

/// <summary>The judges are judged: what is valid passes, and what is spoilt doesn't.</summary>
public sealed class CourtTests
{
    private static readonly string[] Valid =
    [
        "CREATE TABLE IF NOT EXISTS LANDING.RAW_SALES (TRANSACTION_ID VARCHAR, FILE_ROW NUMBER(19,0) NOT NULL) COMMENT = 'Sales'",
        "CREATE STREAM IF NOT EXISTS LANDING.RAW_SALES_STREAM ON TABLE LANDING.RAW_SALES APPEND_ONLY = TRUE",
        "CREATE FILE FORMAT IF NOT EXISTS LANDING.SALES_CSV TYPE = CSV SKIP_HEADER = 1 FIELD_DELIMITER = ','",
        "COPY INTO LANDING.RAW_SALES FROM @LANDING.SALES_STAGE FILE_FORMAT = (FORMAT_NAME = 'LANDING.SALES_CSV') ON_ERROR = CONTINUE",
        """
        MERGE INTO CURATED.DIM_PRODUCT AS target USING STAGING.CHANGES AS source ON target.PRODUCT_ID = source.PRODUCT_ID
        WHEN MATCHED AND target.NAME IS DISTINCT FROM source.NAME THEN UPDATE SET target.NAME = source.NAME
        WHEN NOT MATCHED THEN INSERT (PRODUCT_ID, NAME) VALUES (source.PRODUCT_ID, source.NAME)
        """,
        "INSERT INTO T (A, B) SELECT A, TRY_TO_DECIMAL(B, 12, 3) FROM S QUALIFY ROW_NUMBER() OVER (PARTITION BY A ORDER BY B DESC) = 1",
        "UPDATE CURATED.DIM t SET END_DATE = s.UPDATED_AT FROM STAGING.CHANGES s WHERE t.ID = s.ID",
        "SELECT r.PAYLOAD:id::NUMBER AS ID FROM RAW r, LATERAL FLATTEN(INPUT => r.PAYLOAD:items) f",
        "BEGIN TRANSACTION",
    ];

    private static readonly string[] Spoilt =
    [
        "CREATE TABLE IF NOT EXISTS LANDING.RAW_SALES (TRANSACTION_ID VARCHAR,, FILE_ROW NUMBER(19,0))",
        "CREATE TABLE IF NOT EXIST LANDING.RAW_SALES (TRANSACTION_ID VARCHAR)",
        "CREATE STREAM LANDING.RAW_SALES_STREAM TABLE LANDING.RAW_SALES",
        "CREATE FILE FORMAT LANDING.SALES_CSV TYPE CSV SKIP_HEADER = = 1",
        "COPY INTO FROM @LANDING.SALES_STAGE",
        "MERGE INTO A USING B ON A.ID = B.ID WHEN MATCHED UPDATE SET V = B.V",
        "MERGE INTO A USING B ON A.ID = B.ID WHEN NOT MATCHED THEN INSERT (ID V) VALUES (B.ID, B.V)",
        "INSERT INTO T (A, B SELECT A, B FROM S",
        "SELECT A FROM T WHERE QUALIFY ROW_NUMBER() OVER (PARTITION A ORDER BY B) = 1",
        "SELECT COUNT(* FROM T",
        "SELECT CASE WHEN A THEN B FROM T",
        "UPDATE T SET WHERE A = 1",
        "DELETE T WHERE A = = 1",
        "BEGIN TRANSACTION COMMIT AND",
        "",
    ];

    [SkippableFact]
    public async Task Valid_statements_are_accepted()
    {
        var verdicts = await Court.JudgeAsync(Valid);
        Assert.All(Valid, statement => Assert.True(verdicts[statement].Accepts, $"{statement}\n{verdicts[statement]}"));
    }

    [SkippableFact]
    public async Task Spoilt_statements_are_refused_by_both()
    {
        var verdicts = await Court.JudgeAsync(Spoilt);
        Assert.All(Spoilt, statement => Assert.False(verdicts[statement].Accepts, $"{statement}\n{verdicts[statement]}"));
    }

    [SkippableFact]
    public async Task A_bracket_too_many_or_too_few_is_always_refused()
    {
        string[] mutants = [.. Valid.SelectMany(statement => new[] { statement + ")", statement.Replace("(", "((", StringComparison.Ordinal) })
            .Except(Valid)];
        var verdicts = await Court.JudgeAsync(mutants);
        Assert.All(mutants, statement => Assert.False(verdicts[statement].Accepts, $"{statement}\n{verdicts[statement]}"));
    }
}
