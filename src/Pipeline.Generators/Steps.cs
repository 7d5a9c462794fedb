namespace Pipeline.Generators;

/// <summary>The names of the generator's steps, for tests that watch which of them run again.</summary>
internal static class Steps
{
    public const string BuildCatalog = nameof(BuildCatalog);

    /// <summary>The step that reads the classes of one kind.</summary>
    public static string Read(string kind) => "Read" + kind;
}
