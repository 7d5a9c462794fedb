using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>What an account's information schema says of tables that were deployed before, and what the deployment's block makes of it.</summary>
/// <remarks>The block's query runs on DuckDB: its functions are given Snowflake's names, and nothing of its conditions is changed.</remarks>
internal sealed partial class LiveAccount : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public LiveAccount()
    {
        connection.Open();
        foreach (var statement in new[]
        {
            "CREATE SCHEMA LIVE",
            "CREATE TABLE LIVE.TABLES (TABLE_SCHEMA VARCHAR, TABLE_NAME VARCHAR, ROW_COUNT BIGINT, COMMENT VARCHAR, RETENTION_TIME BIGINT, CLUSTERING_KEY VARCHAR)",
            """
            CREATE TABLE LIVE.COLUMNS (TABLE_SCHEMA VARCHAR, TABLE_NAME VARCHAR, COLUMN_NAME VARCHAR, DATA_TYPE VARCHAR, CHARACTER_MAXIMUM_LENGTH BIGINT,
                NUMERIC_PRECISION BIGINT, NUMERIC_SCALE BIGINT, IS_NULLABLE VARCHAR, COLUMN_DEFAULT VARCHAR, IS_IDENTITY VARCHAR, COMMENT VARCHAR)
            """,
            "CREATE TABLE LIVE.STREAMS (schema_name VARCHAR, name VARCHAR, table_name VARCHAR, mode VARCHAR)",
            "CREATE TABLE LIVE.PARAMETERS (schema_name VARCHAR, \"key\" VARCHAR, \"value\" VARCHAR)",
            "CREATE TABLE LIVE.VIEWS (schema_name VARCHAR, name VARCHAR, comment VARCHAR)",
            "CREATE MACRO IFF(a, b, c) AS CASE WHEN a THEN b ELSE c END",
            "CREATE MACRO TRY_TO_NUMBER(a) AS TRY_CAST(NULLIF(a, '') AS BIGINT)",
            "CREATE MACRO REGEXP_SUBSTR(a, b) AS REGEXP_EXTRACT(a, b), (a, b, c, d) AS (REGEXP_EXTRACT_ALL(a, b))[d]",
            "CREATE MACRO STARTSWITH(a, b) AS STARTS_WITH(a, b)",
            "CREATE MACRO ENDSWITH(a, b) AS ENDS_WITH(a, b)",
        }) Execute(statement);
    }

    /// <summary>A table that is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="columns">Its columns, as one writes them: <c>CITY VARCHAR(30) NOT NULL</c>.</param>
    public LiveAccount Has(string name, int rows, params string[] columns)
    {
        var parts = name.Split('.');
        Execute($"INSERT INTO LIVE.TABLES VALUES ('{parts[0]}', '{parts[1]}', {rows}, NULL, 1, NULL)");
        foreach (var column in columns) Add(parts[0], parts[1], column);
        return this;
    }

    /// <summary>Sets what the information schema says of all its tables: <c>RETENTION_TIME = 7</c>.</summary>
    public LiveAccount With(string said)
    {
        Execute($"UPDATE LIVE.TABLES SET {said}");
        return this;
    }

    /// <summary>A stream that is there, as SHOW STREAMS tells of it.</summary>
    public LiveAccount HasStream(string name, string source, string mode)
    {
        var parts = name.Split('.');
        Execute($"INSERT INTO LIVE.STREAMS VALUES ('{parts[0]}', '{parts[1]}', '{source}', '{mode}')");
        return this;
    }

    /// <summary>The statements by which the deployment alters the tables, a line each; or what it stops for.</summary>
    public string Deploy(CompiledCatalog model)
    {
        var (differences, alterations) = Compare(Compared().Match(ScriptOf(model)), 5, 7);
        if (differences.Length > 0) return "stops: " + differences;
        var statements = alterations.Length == 0 ? [] : alterations.TrimEnd(';').Split("; ALTER TABLE ").Select((s, i) => i == 0 ? s : "ALTER TABLE " + s).ToList();
        foreach (var statement in statements) Alter(statement);
        return string.Join("\n", statements);
    }

    /// <summary>What the streams stop the deployment for; empty where they don't.</summary>
    public string CheckStreams(CompiledCatalog model) => Compare(ComparedStreams().Match(ScriptOf(model)), 4).Differences;

    /// <summary>A parameter of a schema, as SHOW PARAMETERS tells of it.</summary>
    public LiveAccount HasParameter(string schema, string key, string value)
    {
        Execute($"INSERT INTO LIVE.PARAMETERS VALUES ('{schema}', '{key}', '{value}')");
        return this;
    }

    /// <summary>The schemas with a default collation that the deployment stops for; empty where there are none.</summary>
    public string CheckCollations(CompiledCatalog model) => AskedCollations().Matches(ScriptOf(model)).Aggregate("", (collated, block) =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = block.Groups["query"].Value.Replace(":collated", $"'{collated}'")
            + block.Groups["from"].Value.Replace("TABLE(RESULT_SCAN(LAST_QUERY_ID()))", $"(SELECT * FROM LIVE.PARAMETERS WHERE schema_name = '{block.Groups["schema"].Value.Trim('"')}')");
        return (string)command.ExecuteScalar()!;
    });

    /// <summary>A view that is there, as SHOW VIEWS tells of it.</summary>
    public LiveAccount HasView(string name, string comment)
    {
        var parts = name.Split('.');
        Execute($"INSERT INTO LIVE.VIEWS VALUES ('{parts[0]}', '{parts[1]}', '{comment}')");
        return this;
    }

    /// <summary>What the file of a view with streams does: the first words of the statement that it comes to.</summary>
    public string DeployStreamed(CompiledCatalog model, string view)
    {
        var block = DecidedView().Match(model.Sql(view));
        Assert.True(block.Success, model.Sql(view));
        var variables = block.Groups["variables"].Value.Replace(":", "");
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT CASE WHEN {block.Groups["first"].Value} THEN '{Words(block.Groups["one"].Value)}' WHEN {block.Groups["second"].Value} THEN '{Words(block.Groups["two"].Value)}' ELSE '{Words(block.Groups["three"].Value)}' END
            FROM ({block.Groups["query"].Value} {block.Groups["from"].Value.Replace("TABLE(RESULT_SCAN(LAST_QUERY_ID()))", $"(SELECT * FROM LIVE.VIEWS WHERE schema_name = '{block.Groups["schema"].Value}')")}) AS found({variables})
            """;
        return (string)command.ExecuteScalar()!;
    }

    private static string Words(string statement) => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(2)).TrimEnd(';');

    private static string ScriptOf(CompiledCatalog model) => ArtifactFiles.Render(model, model).Single(a => a.Path == "deploy.sql").Text;

    private (string Differences, string Alterations) Compare(Match block, params int[] listed)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OnDuckDb(block.Groups["query"].Value + block.Groups["from"].Value, listed);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (Text(reader, 0), reader.FieldCount > 1 ? Text(reader, 1) : "");
    }

    public void Dispose() => connection.Dispose();

    // What the account would say of the table after the statement.
    private void Alter(string statement)
    {
        var match = Altered().Match(statement);
        var (schema, table, action) = (match.Groups["schema"].Value, match.Groups["table"].Value, match.Groups["action"].Value);
        var isTable = $"TABLE_SCHEMA = '{schema}' AND TABLE_NAME = '{table}'";
        if (action.StartsWith("ADD COLUMN ", StringComparison.Ordinal)) Add(schema, table, action["ADD COLUMN ".Length..]);
        else if (action.StartsWith("CLUSTER BY ", StringComparison.Ordinal)) Execute($"UPDATE LIVE.TABLES SET CLUSTERING_KEY = 'LINEAR{action["CLUSTER BY ".Length..]}' WHERE {isTable}");
        else if (action.StartsWith("SET COMMENT = ", StringComparison.Ordinal)) Execute($"UPDATE LIVE.TABLES SET COMMENT = {action["SET COMMENT = ".Length..]} WHERE {isTable}");
        else if (action.StartsWith("SET DATA_RETENTION_TIME_IN_DAYS = ", StringComparison.Ordinal)) Execute($"UPDATE LIVE.TABLES SET RETENTION_TIME = {action.Split(" = ")[1]} WHERE {isTable}");
        else
        {
            var column = AlteredColumn().Match(action);
            Assert.True(column.Success, "not known to the account: " + statement);
            var change = column.Groups["change"].Value;
            var set = change == "DROP NOT NULL" ? "IS_NULLABLE = 'YES'"
                : change.StartsWith("COMMENT ", StringComparison.Ordinal) ? "COMMENT = " + change["COMMENT ".Length..]
                : Type(change["SET DATA TYPE ".Length..]) is var (kind, length, precision, scale) ? $"DATA_TYPE = '{kind}', CHARACTER_MAXIMUM_LENGTH = {length}, NUMERIC_PRECISION = {precision}, NUMERIC_SCALE = {scale}" : "";
            Execute($"UPDATE LIVE.COLUMNS SET {set} WHERE {isTable} AND COLUMN_NAME = '{column.Groups["column"].Value.Replace("\"\"", "\"")}'");
        }
    }

    private void Add(string schema, string table, string column)
    {
        var match = Defined().Match(column);
        var rest = match.Groups["rest"].Value;
        var (kind, length, precision, scale) = Type(match.Groups["type"].Value);
        var comment = Regex.Match(rest, "COMMENT (?<text>'.*')$").Groups["text"] is { Success: true } text ? text.Value : "NULL";
        var filled = Regex.Match(rest, "DEFAULT (?<text>\\S+)").Groups["text"] is { Success: true } value ? $"'{value.Value.Replace("'", "''")}'" : "NULL";
        Execute($"""
            INSERT INTO LIVE.COLUMNS VALUES ('{schema}', '{table}', '{match.Groups["name"].Value.Replace("\"\"", "\"")}', '{kind}', {length}, {precision}, {scale},
                '{(rest.Contains("NOT NULL", StringComparison.Ordinal) ? "NO" : "YES")}', {filled}, '{(rest.Contains("AUTOINCREMENT", StringComparison.Ordinal) ? "YES" : "NO")}', {comment})
            """);
    }

    private static (string Kind, string Length, string Precision, string Scale) Type(string type)
    {
        var numbers = Regex.Matches(type, "[0-9]+").Select(m => m.Value).ToList();
        return type.Split('(')[0] switch
        {
            "VARCHAR" => ("TEXT", numbers.Count == 0 ? "16777216" : numbers[0], "NULL", "NULL"),
            "NUMBER" => ("NUMBER", "NULL", numbers[0], numbers[1]),
            var other => (other, "NULL", "NULL", "NULL"),
        };
    }

    private static string OnDuckDb(string query, int[] listed) => string.Concat(ListedRows().Split(query).Select((part, i) => i % 2 == 0 ? part : $"FROM (VALUES{part}) AS listed({Numbered(listed[i / 2])})"))
        .Replace("INFORMATION_SCHEMA.", "LIVE.").Replace("TABLE(RESULT_SCAN(LAST_QUERY_ID()))", "LIVE.STREAMS").Replace(@"\\", @"\").Replace("[ ()\"]', '')", "[ ()\"]', '', 'g')").Replace("'[ \"]', '')", "'[ \"]', '', 'g')")
        .Replace(") WITHIN GROUP (ORDER BY ", " ORDER BY ");

    private static string Numbered(int columns) => string.Join(", ", Enumerable.Range(1, columns).Select(i => $"COLUMN{i}"));

    private void Execute(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static string Text(System.Data.Common.DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    [GeneratedRegex(@"BEGIN\n(?<query>    WITH\n        model_tables AS .*?)\n    INTO :differences, :alterations(?<from>\n    FROM all_differences\n    CROSS JOIN all_alterations);", RegexOptions.Singleline)]
    private static partial Regex Compared();

    [GeneratedRegex(@"BEGIN\n    SHOW STREAMS IN DATABASE;\n\n(?<query>    WITH\n        expected AS .*?)\n    INTO :differences(?<from>\n    FROM differing);", RegexOptions.Singleline)]
    private static partial Regex ComparedStreams();

    [GeneratedRegex(@"SHOW PARAMETERS LIKE 'DEFAULT_DDL_COLLATION' IN SCHEMA (?<schema>\S+);\n\n(?<query>    SELECT .*?)\n    INTO :collated(?<from>\n    FROM .*?);", RegexOptions.Singleline)]
    private static partial Regex AskedCollations();

    [GeneratedRegex(
        @"SHOW VIEWS IN SCHEMA (?<schema>\w+);\n\n(?<query>    SELECT\n.*?)\n    INTO (?<variables>:live, :unchanged)(?<from>\n    FROM .*?);\n\n"
        + @"    IF \((?<first>.*?)\) THEN\n(?<one>.*?)\n    ELSEIF \((?<second>.*?)\) THEN\n(?<two>.*?)\n    ELSE\n(?<three>.*?)\n    END IF;", RegexOptions.Singleline)]
    private static partial Regex DecidedView();

    [GeneratedRegex(@"FROM VALUES((?:\n                \(.*)+)")]
    private static partial Regex ListedRows();

    [GeneratedRegex("^ALTER TABLE \"(?<schema>[^\"]+)\"\\.\"(?<table>[^\"]+)\" (?<action>.*)$", RegexOptions.Singleline)]
    private static partial Regex Altered();

    [GeneratedRegex("^ALTER COLUMN \"(?<column>([^\"]|\"\")+)\" (?<change>.*)$", RegexOptions.Singleline)]
    private static partial Regex AlteredColumn();

    [GeneratedRegex("^(\"(?<name>([^\"]|\"\")+)\"|(?<name>\\S+)) (?<type>[A-Z_]+(\\([0-9,]+\\))?)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Defined();
}
