namespace Pipeline.Build.Tests.Packages;

/// <summary>How a command ended, and what it printed.</summary>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    public DotnetResult ShouldSucceed()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public DotnetResult ShouldFail()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }
}
