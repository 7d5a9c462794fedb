using Pipeline.Testing;

namespace Pipeline.Build.Tests.Packages;

/// <summary>A rule's link leads to the repository that the build knows of, and to none that it would make up.</summary>
public sealed class RulePagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("https://github.com/shop/pipeline.git", "", "https://github.com/shop/pipeline/blob/main/docs/rules/")]
    [InlineData("git@github.com:shop/pipeline.git", "", "https://github.com/shop/pipeline/blob/main/docs/rules/")]
    [InlineData("https://gitlab.com/shop/pipeline", "", "https://gitlab.com/shop/pipeline/blob/main/docs/rules/")]
    [InlineData("https://code.example/shop/pipeline.git", "", "docs/rules/")]
    [InlineData(null, "", "docs/rules/")]
    [InlineData("https://github.com/shop/pipeline.git", "-p:RepositoryUrl=https://code.example/shop", "https://code.example/shop/blob/main/docs/rules/")]
    [InlineData("https://github.com/shop/pipeline.git", "-p:PipelineRulePages=https://rules.example/", "https://rules.example/")]
    public void Link_of_a_rule_is_told_by_the_build_or_by_the_remote_of_the_clone(string? remote, string argument, string pages)
    {
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/config", "[core]\n\trepositoryformatversion = 0\n" + (remote is null ? "" : $"[remote \"origin\"]\n\turl = {remote}\n"));
        Directory.CreateDirectory(folder.File(".git/objects"));
        Directory.CreateDirectory(folder.File(".git/refs"));
        folder.Write("Rules.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>
              <Import Project="{RepositoryRoot.File("build", "RulePages.targets")}" />
            </Project>
            """);

        string[] arguments = ["msbuild", "Rules.csproj", "-t:_WriteRulePages", "-getProperty:PipelineRulePages", .. argument.Length > 0 ? new[] { argument } : []];

        Assert.Equal(pages, Dotnet.Run(folder.Path, folder.File("packages"), arguments).ShouldSucceed().Output.Trim());
    }
}
