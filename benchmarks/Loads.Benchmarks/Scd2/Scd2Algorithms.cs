namespace Loads.Benchmarks.Scd2;

/// <summary>All algorithms, ours first, then the yardstick.</summary>
internal static class Scd2Algorithms
{
    /// <summary>What every other is compared with.</summary>
    public const string Yardstick = "update-insert";

    private const string Plain = """
        CREATE SEQUENCE MEMBER_KEYS;
        CREATE TABLE DIM_MEMBER AS
        SELECT nextval('MEMBER_KEYS') AS MEMBER_KEY, * EXCLUDE (CHANGED_AT, ENDED_AT), CHANGED_AT AS VALID_FROM, ENDED_AT AS VALID_TO, ENDED_AT IS NULL AS IS_CURRENT
        FROM member_history({members});
        """;

    private const string Dbt = """
        CREATE TABLE DIM_MEMBER AS
        SELECT * EXCLUDE ENDED_AT, md5(MEMBER_ID::VARCHAR || '|' || CHANGED_AT::VARCHAR) AS DBT_SCD_ID, CHANGED_AT AS DBT_UPDATED_AT,
            CHANGED_AT AS VALID_FROM, ENDED_AT AS VALID_TO
        FROM member_history({members});
        """;

    private const string SqlMesh = """
        CREATE TABLE DIM_MEMBER AS SELECT * EXCLUDE (CHANGED_AT, ENDED_AT), CHANGED_AT AS VALID_FROM, ENDED_AT AS VALID_TO FROM member_history({members});
        """;

    public static IReadOnlyList<IScd2Algorithm> All { get; } =
    [
        new PipelineAlgorithm(),
        new SqlAlgorithm(Yardstick, "by hand: UPDATE from the changes, then INSERT of them, in one transaction", "Scd2/update_insert.sql", Plain),
        new SqlAlgorithm("update-insert-later", "by hand: the same, and the tables of the file are written later, as the engine has it", "Scd2/update_insert.sql", Plain) { WritesLater = true },
        new SqlAlgorithm("one-merge", "by hand: one MERGE that closes and inserts", "Scd2/one_merge.sql", Plain),
        new SqlAlgorithm("dbt-check", "dbt snapshot, all columns checked", "Scd2/dbt_snapshot.sql", Dbt)
        {
            NeedsSource = true,
            Values = [("updated_at", "{now}"), ("row_changed", Scd2Columns.Differ("snapshotted.", "source."))],
        },
        new SqlAlgorithm("dbt-timestamp", "dbt snapshot by a timestamp", "Scd2/dbt_snapshot.sql", Dbt)
        {
            NeedsSource = true,
            Values = [("updated_at", "CHANGED_AT"), ("row_changed", "snapshotted.VALID_FROM < source.CHANGED_AT")],
        },
        new SqlAlgorithm("sqlmesh", "SQLMesh SCD_TYPE_2_BY_COLUMN over all columns", "Scd2/sqlmesh_by_column.sql", SqlMesh)
        {
            NeedsSource = true,
            Values =
            [
                ("latest_columns", Scd2Columns.Each("latest.{0} AS T_{0}")), ("source_columns", Scd2Columns.Each("source.{0}")),
                ("kept_columns", Scd2Columns.Each("CASE WHEN joined.T_MEMBER_ID IS NULL THEN joined.{0} ELSE joined.T_{0} END AS {0}")),
                ("new_columns", Scd2Columns.Each("joined.{0}")), ("columns_differ", Scd2Columns.Differ("joined.T_", "joined.")),
            ],
        },
        new SqlAlgorithm("floor", "floor: the changes joined with the dimension, nothing written", "Scd2/floor.sql", Plain) { Writes = false },
    ];

    public static IScd2Algorithm Find(string name) =>
        All.FirstOrDefault(a => a.Name == name) ?? throw new ArgumentException($"There is no algorithm {name}; there are {string.Join(", ", All.Select(a => a.Name))}.");
}
