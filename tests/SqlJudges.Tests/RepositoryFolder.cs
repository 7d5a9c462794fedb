using System.Reflection;

namespace SqlJudges.Tests;

/// <summary>The repository that these tests were built in.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = typeof(RepositoryFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Of(string path) => Path.Combine(Root, path);
}
