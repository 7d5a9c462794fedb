namespace Pipeline.Catalog;

/// <summary>A path below a stage, as it stands in <c>FROM @STAGE/path/</c>: Snowflake takes no quotes there, and what would begin a comment begins one.</summary>
public static class StagePath
{
    /// <summary>Whether it can stand there.</summary>
    public static bool CanBeWritten(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || c is '/' or '_' or '-' or '.' or '=') && !path.Contains("--") && !path.Contains("//");
}
