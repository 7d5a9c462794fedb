namespace Pipeline.Testing;

/// <summary>The repository that the running tests were built in.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] path) => System.IO.Path.Combine([Path, .. path]);

    private static string Find(string folder) => System.IO.File.Exists(System.IO.Path.Combine(folder, "RetailPipeline.sln"))
        ? folder
        : Find(System.IO.Path.GetDirectoryName(folder.TrimEnd('/', '\\')) ?? throw new DirectoryNotFoundException("The tests run outside of the repository."));
}
