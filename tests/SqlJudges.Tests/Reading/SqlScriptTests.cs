using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests;

public sealed class SqlScriptTests
{
    [Fact]
    public void A_file_is_cut_at_its_semicolons() => ShouldBe(
        "BEGIN;\nINSERT INTO T VALUES (';');\n-- nothing;\nCOMMIT;",
        "BEGIN", "INSERT INTO T VALUES (';')", "COMMIT");

    [Fact]
    public void A_procedure_gives_its_header_and_each_statement_of_its_body() => ShouldBe(
        """
        CREATE OR REPLACE PROCEDURE C.P() RETURNS VARCHAR LANGUAGE SQL AS
        $$
        DECLARE
            run_id VARCHAR DEFAULT UUID_STRING();
            rows_read INTEGER;
            c CURSOR FOR SELECT A FROM B;
            too_few EXCEPTION (-20001, 'too few');
        BEGIN
            BEGIN TRANSACTION;
            INSERT INTO T SELECT A FROM S;
            rows_read := SQLROWCOUNT;
            IF (rows_read > 0 AND CASE WHEN TRUE THEN TRUE END) THEN
                INSERT INTO RUNS (N) VALUES (:rows_read);
            ELSEIF (rows_read = 0) THEN
                LET message VARCHAR := 'none';
            ELSE
                RAISE too_few;
            END IF;
            COMMIT;
            RETURN run_id;
        EXCEPTION
            WHEN OTHER THEN
                ROLLBACK;
                RAISE;
        END;
        $$;
        """,
        "CREATE OR REPLACE PROCEDURE C.P() RETURNS VARCHAR LANGUAGE SQL AS 'SELECT 1'",
        "SELECT UUID_STRING()",
        "SELECT A FROM B",
        "BEGIN TRANSACTION",
        "INSERT INTO T SELECT A FROM S",
        "SELECT SQLROWCOUNT",
        "SELECT (rows_read > 0 AND CASE WHEN TRUE THEN TRUE END)",
        "INSERT INTO RUNS (N) VALUES (rows_read)",
        "SELECT (rows_read = 0)",
        "SELECT 'none'",
        "COMMIT",
        "SELECT run_id",
        "ROLLBACK");

    [Fact]
    public void A_task_gives_its_header_its_condition_and_its_statement() => ShouldBe(
        "CREATE OR REPLACE TASK E.T WAREHOUSE = W AFTER E.A, E.B WHEN SYSTEM$STREAM_HAS_DATA('S') AS CALL C.P();",
        "SELECT SYSTEM$STREAM_HAS_DATA('S')",
        "CREATE OR REPLACE TASK E.T WAREHOUSE = W AFTER E.A, E.B WHEN SYSTEM$STREAM_HAS_DATA('S') AS SELECT 1",
        "CALL C.P()");

    [Fact]
    public void A_task_with_a_block_ends_where_the_block_ends() => ShouldBe(
        "CREATE TASK T WAREHOUSE = W AS BEGIN CALL A(); CALL B(); END;\nCOMMIT;",
        "CALL A()", "CALL B()", "CREATE TASK T WAREHOUSE = W AS SELECT 1", "COMMIT");

    [Fact]
    public void A_dynamic_table_gives_its_header_and_its_query() => ShouldBe(
        "CREATE DYNAMIC TABLE IF NOT EXISTS A.B TARGET_LAG = DOWNSTREAM WAREHOUSE = W AS\nWITH x AS (SELECT 1 AS y) SELECT y FROM x;",
        "CREATE DYNAMIC TABLE IF NOT EXISTS A.B TARGET_LAG = DOWNSTREAM WAREHOUSE = W AS SELECT 1",
        "WITH x AS (SELECT 1 AS y) SELECT y FROM x");

    [Fact]
    public void A_pipe_gives_its_copy() => ShouldBe(
        "CREATE PIPE P AUTO_INGEST = TRUE AS COPY INTO T FROM @S;",
        "CREATE PIPE P AUTO_INGEST = TRUE AS COPY INTO T FROM @S",
        "COPY INTO T FROM @S");

    [Fact]
    public void An_alert_gives_its_condition_and_its_action() => ShouldBe(
        "CREATE ALERT IF NOT EXISTS A SCHEDULE = '5 MINUTE' IF (EXISTS (SELECT 1 FROM T)) THEN CALL P();",
        "SELECT (EXISTS (SELECT 1 FROM T))",
        "CREATE ALERT IF NOT EXISTS A SCHEDULE = '5 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1",
        "CALL P()");

    [Fact]
    public void A_block_at_hand_gives_its_statements() => ShouldBe(
        "EXECUTE IMMEDIATE $$ BEGIN SELECT COUNT(*) INTO :n FROM T; FOR r IN c DO DELETE FROM U; END FOR; END; $$;",
        "EXECUTE IMMEDIATE 'SELECT 1'", "SELECT COUNT(*) FROM T", "DELETE FROM U");

    [Fact]
    public void A_table_s_default_or_a_column_alias_is_no_body() => ShouldBe(
        "CREATE TABLE T (A VARCHAR COMMENT 'as') COMMENT = 'AS'; SELECT 1 AS A;",
        "CREATE TABLE T (A VARCHAR COMMENT 'as') COMMENT = 'AS'", "SELECT 1 AS A");

    [Fact]
    public void A_path_into_a_document_is_no_variable() => ShouldBe(
        "SELECT r.payload:items[0]:id::NUMBER, f(:limit) FROM RAW r",
        "SELECT r.payload:items[0]:id::NUMBER, f(limit) FROM RAW r");

    [Theory]
    [InlineData("BEGIN SELECT 1; END IF;", "line 1: ; is expected, IF found")]
    [InlineData("BEGIN\nIF (a) THEN SELECT 1; END;", "line 2: IF is expected, ; found")]
    [InlineData("EXECUTE IMMEDIATE $$BEGIN SELECT 1; END; SELECT 2$$", "line 1: the body goes on after its end: SELECT")]
    [InlineData("BEGIN SELECT 1;", "line 1: the text ends before the block's END")]
    public void A_script_whose_blocks_do_not_fit_together_is_an_error(string sql, string message) =>
        Assert.Equal(message, Assert.Throws<SqlTextException>(() => SqlScript.Read("x.sql", sql)).Message);

    [Fact]
    public void Each_statement_knows_its_line() =>
        Assert.Equal([2, 3, 5], SqlScript.Read("x.sql", "\nCOMMIT;\nEXECUTE IMMEDIATE $$\nBEGIN\nROLLBACK; END $$;").Select(s => s.Line));

    private static void ShouldBe(string sql, params string[] statements) =>
        Assert.Equal(statements, SqlScript.Read("x.sql", sql).Select(statement => statement.Text));
}
