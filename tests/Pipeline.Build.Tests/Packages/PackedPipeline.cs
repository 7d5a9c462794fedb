using Pipeline.Testing;

namespace Pipeline.Build.Tests.Packages;

/// <summary>The package, packed once into a folder that serves as the only feed.</summary>
public sealed class PackedPipeline : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder folder = new();

    public PackedPipeline()
    {
        var project = RepositoryRoot.File("src", "Pipeline.Model", "Pipeline.Model.csproj");
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Dotnet.Run(RepositoryRoot.Path, packages, ["pack", project, "-c", Configuration, "-o", Feed, "-v", "q", "--no-restore"]).ShouldSucceed();
        folder.Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The folder with the package.</summary>
    public string Feed => folder.File("feed");

    /// <summary>A project in a folder of its own that knows no other package than this one.</summary>
    internal ModelProject NewProject()
    {
        var name = "p" + Directory.GetDirectories(folder.Path).Length;
        return new(folder.File(name), folder.File("packages"));
    }

    public void Dispose() => folder.Dispose();
}
