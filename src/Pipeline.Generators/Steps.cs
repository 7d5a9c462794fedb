namespace Pipeline.Generators;

/// <summary>The names of the generator's steps, for tests that watch which of them run again.</summary>
internal static class Steps
{
    public const string ReadModel = nameof(ReadModel);
    public const string WriteParts = nameof(WriteParts);
}
