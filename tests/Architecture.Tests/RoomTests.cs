namespace Architecture.Tests;

/// <summary>Data goes one way: symbols, catalog, SQL, files and engine. The references of the projects say who may know whom.</summary>
public sealed class RoomTests
{
    /// <summary>What each room may use, as ARCHITECTURE.md says it.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Pipeline.Model"] = [],
        ["Pipeline.Catalog"] = [],
        ["Pipeline.Sql"] = ["Pipeline.Catalog"],
        ["Pipeline.Environments"] = ["Pipeline.Catalog"],
        ["Pipeline.Generators"] = ["Pipeline.Catalog"],
        ["Pipeline.CodeFixes"] = ["Pipeline.Catalog", "Pipeline.Generators"],
        ["Pipeline.Build"] = ["Pipeline.Catalog", "Pipeline.Environments", "Pipeline.Sql"],
        ["Pipeline.Engine"] = ["Pipeline.Catalog", "Pipeline.Sql"],
        ["Pipeline.Deploy"] = ["Pipeline.Catalog", "Pipeline.Sql"],
        ["Pipeline.Cli"] =
            ["Pipeline.Build", "Pipeline.Catalog", "Pipeline.Deploy", "Pipeline.Engine", "Pipeline.Environments", "Pipeline.Sql"],
    };

    /// <summary>What is loaded beside the compiler, MSBuild or a database stays in the one room that is made for it.</summary>
    private static readonly Dictionary<string, string[]> OnlyIn = new()
    {
        ["Microsoft.CodeAnalysis.CSharp"] = ["Pipeline.Generators", "Pipeline.CodeFixes", "Pipeline.Cli"],
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = ["Pipeline.CodeFixes"],
        ["Scriban.Signed"] = ["Pipeline.Sql"],
        ["YamlDotNet"] = ["Pipeline.Environments"],
        ["Microsoft.Build.Utilities.Core"] = ["Pipeline.Build"],
        ["DuckDB.NET.Data.Full"] = ["Pipeline.Engine"],
        ["System.CommandLine"] = ["Pipeline.Cli"],
        ["Spectre.Console"] = ["Pipeline.Cli"],
    };

    private static IEnumerable<string> Rooms => Repository.Projects.Where(p => p.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void Room_uses_only_the_rooms_below_it()
    {
        var wrong = from room in Rooms
                    from used in Repository.Items(room, "ProjectReference").Select(Repository.NameOf)
                    where !MayUse[Repository.NameOf(room)].Contains(used)
                    select $"{Repository.NameOf(room)} may not use {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Library_stays_in_the_room_that_is_made_for_it()
    {
        var wrong = from room in Rooms
                    from package in Repository.Items(room, "PackageReference")
                    where OnlyIn.TryGetValue(package, out var rooms) && !rooms.Contains(Repository.NameOf(room))
                    select $"{Repository.NameOf(room)} may not use {package}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Vocabulary_and_catalog_bring_nothing_that_a_user_would_have_to_load() => Assert.Equal(
        ["PolySharp", "System.Memory"],
        new[] { "Pipeline.Model", "Pipeline.Catalog" }.SelectMany(r => Repository.Items($"src/{r}/{r}.csproj", "PackageReference")));

    [Fact]
    public void What_the_compiler_or_the_build_loads_is_made_for_both_of_their_runtimes()
    {
        string[] loaded = ["Pipeline.Catalog", "Pipeline.Sql", "Pipeline.Environments", "Pipeline.Generators", "Pipeline.Build"];
        Assert.All(loaded, r => Assert.Contains("<TargetFramework>netstandard2.0</TargetFramework>", Repository.Read($"src/{r}/{r}.csproj")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("RetailPipeline.sln").Replace('\\', '/');
        Assert.All(Repository.Projects, p => Assert.Contains($"\"{p}\"", solution));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place() =>
        Assert.All(Repository.Projects, p => Assert.Empty(Repository.Items(p, "PackageReference", "Version")));
}
