using Xunit.Sdk;

namespace Pipeline.Testing;

/// <summary>A page of the documentation that a test makes. <c>PIPELINE_ACCEPT=1 dotnet test</c> writes it; otherwise one that is stale fails.</summary>
public static class GeneratedPage
{
    public static void ShouldHold(string path, string text)
    {
        var file = RepositoryRoot.File(path);
        if (File.Exists(file) && File.ReadAllText(file) == text) return;
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") != "1")
        {
            throw new XunitException($"{path} isn't what the models give; PIPELINE_ACCEPT=1 writes it anew, and its difference is to be read.");
        }

        File.WriteAllText(file, text);
    }
}
