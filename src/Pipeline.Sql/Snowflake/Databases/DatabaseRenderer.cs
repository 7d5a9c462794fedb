using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The database of the model, and how scripts come into it. A name with the user in it is made when a script runs, so that one file serves all users.</summary>
internal static class DatabaseRenderer
{
    private const string Variable = "PIPELINE_DATABASE";

    public static string Render(SnowflakeRenderer renderer, DatabaseObject database) => renderer.Fill("Databases/database.sql", "database", new View(
        Name(renderer, database), SetVariable(renderer, database), database.Transient,
        database.Transient ? Math.Min(database.RetentionDays, 1) : database.RetentionDays, database.MaxExtensionDays, database.Comment));

    /// <summary>What a script over a part of the model begins with, so that it can't run in another database; empty for a model without one.</summary>
    public static string Use(SnowflakeRenderer renderer) => renderer.Catalog.All<DatabaseObject>().FirstOrDefault() is not { } database ? ""
        : string.Join("\n", new[] { SetVariable(renderer, database), $"USE DATABASE {Name(renderer, database)};" }.OfType<string>()) + "\n";

    /// <summary>What takes the place of dropping it.</summary>
    public static string Leave(SnowflakeRenderer renderer, DatabaseObject database) =>
        $"-- The database stays: it may hold what isn't of this model. To drop it with all that is in it: DROP DATABASE {Name(renderer, database)};";

    private static string Name(SnowflakeRenderer renderer, DatabaseObject database) =>
        IsOfEachUser(database) ? $"IDENTIFIER(${Variable})" : renderer.Identifier(database.Name.Name);

    private static string? SetVariable(SnowflakeRenderer renderer, DatabaseObject database)
    {
        if (!IsOfEachUser(database)) return null;
        var parts = ("\"" + database.Name.Name.Replace("\"", "\"\"") + "\"").Split([DatabaseObject.UserPlaceholder], StringSplitOptions.None);
        return $"-- A database for each user who deploys.\nSET {Variable} = (SELECT {string.Join(" || REGEXP_REPLACE(UPPER(CURRENT_USER()), '[^A-Z0-9]', '_') || ", parts.Select(renderer.Text))});";
    }

    private static bool IsOfEachUser(DatabaseObject database) => database.Name.Name.Contains(DatabaseObject.UserPlaceholder);

    private sealed record View(string Name, string? Variable, bool Transient, int RetentionDays, int MaxExtensionDays, string? Comment);
}
