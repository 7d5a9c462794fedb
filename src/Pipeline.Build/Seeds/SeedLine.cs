namespace Pipeline.Build.Seeds;

/// <summary>A row of a seed file.</summary>
/// <param name="Number">The line of the file on which it begins.</param>
/// <param name="Fields">Its fields; null where there is nothing.</param>
internal sealed record SeedLine(int Number, List<string?> Fields);
