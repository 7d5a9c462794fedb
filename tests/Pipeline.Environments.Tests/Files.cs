namespace Pipeline.Environments.Tests;

/// <summary>Environment files written in tests.</summary>
internal static class Files
{
    public static EnvironmentFile Read(string yaml) => PipelineYaml.Read(yaml, "pipeline.yml");

    public static DeploymentEnvironment Environment(string yaml, string? name = null) => Read(yaml).Find(name);

    /// <summary>What is wrong with the file, as the build prints it.</summary>
    public static string Errors(string yaml) => Assert.Throws<EnvironmentException>(() => Read(yaml)).Message;

    /// <summary>The one value behind a name.</summary>
    public static string? Value(this DeploymentEnvironment environment, string name) => environment.Find(name)?.Texts.Single();
}
