using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests;

/// <summary>The SQL for Snowflake that lies in the repository: the samples' own, and the snapshots of tests.</summary>
internal static class EmittedSql
{
    /// <summary>Models whose <c>sql/</c> is committed.</summary>
    public static readonly string[] Models = ["samples/RetailModel", "tests/OnlineRetail", "tests/FactKinds", "tests/Language", "tests/Functions", "tests/TpcH"];

    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    /// <summary>The files that a model's build has written.</summary>
    public static IReadOnlyList<string> OfModel(string model) => FilesIn($"{model}/sql", "*.sql");

    /// <summary>The texts that tests expect; those of the other dialect say so in their path.</summary>
    public static IReadOnlyList<string> OfSnapshots() =>
        [.. FilesIn("tests", "*.verified.sql").Where(path => !path.Contains("duckdb", StringComparison.OrdinalIgnoreCase))];

    public static IReadOnlyList<JudgedStatement> Statements() =>
        [.. Models.SelectMany(OfModel).Concat(OfSnapshots()).SelectMany(StatementsOf)];

    private static IReadOnlyList<JudgedStatement> StatementsOf(string path)
    {
        try
        {
            return SqlScript.Read(path, File.ReadAllText(RepositoryFolder.Of(path)));
        }
        catch (SqlTextException fault)
        {
            throw new InvalidDataException($"{path}, {fault.Message}", fault);
        }
    }

    private static IReadOnlyList<string> FilesIn(string folder, string pattern)
    {
        var root = RepositoryFolder.Of(folder);
        return !Directory.Exists(root) ? [] :
        [
            .. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(NotOurs.Contains))
                .Order(StringComparer.Ordinal),
        ];
    }
}
