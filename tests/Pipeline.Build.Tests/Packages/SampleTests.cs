using Pipeline.Testing;

namespace Pipeline.Build.Tests.Packages;

/// <summary>The retail platform, built from the package in a folder of its own: the same bytes everywhere.</summary>
[Collection(PackageCollection.Name)]
public sealed class SampleTests(PackedPipeline package)
{
    private const string Reversed = "<ItemGroup><Compile Remove=\"**/*.cs\" />{0}</ItemGroup></Project>";

    private static readonly string[] Sources =
        [.. Directory.GetFiles(RepositoryRoot.File("samples", "RetailModel"), "*.cs").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Culture_of_the_machine_and_order_of_the_files_change_no_byte()
    {
        var project = Copy();
        project.Edit("Shop.csproj", "</Project>", string.Format(null, Reversed, string.Concat(Sources.Reverse().Select(f => $"<Compile Include=\"{f}\" />"))));
        project.BuildIn("tr_TR.UTF-8").ShouldSucceed();
        Assert.Equal(Committed(), Texts(project));
    }

    [Fact]
    public void Build_from_the_package_gives_the_files_that_are_committed_and_one_property_changes_its_own_alone()
    {
        var project = Copy();
        project.Build().ShouldSucceed();
        var before = Texts(project);
        Assert.Equal(Committed(), before);

        project.Edit("Curated.cs", "[BusinessKey, Varchar(10)] public string StoreId", "[BusinessKey, Varchar(20)] public string StoreId");
        project.Build().ShouldSucceed();
        var changed = Texts(project).Where(f => before[f.Key] != f.Value).Select(f => f.Key);
        Assert.All(changed, f => Assert.True(f is "manifest.json" or "deploy.sql" || f.Contains("DIM_STORE"), f));
        Assert.Contains("CURATED/tables/DIM_STORE.sql", changed);
    }

    private ModelProject Copy()
    {
        var project = package.NewProject();
        File.Delete(project.File("Model.cs"));
        foreach (var file in Sources.Concat(["pipeline.yml", "seeds/holidays.csv"])) project.Write(file, File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", file)));
        return project;
    }

    private static SortedDictionary<string, string> Texts(ModelProject project) =>
        new(project.Files("sql").ToDictionary(f => f, f => project.Read("sql/" + f)), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Committed()
    {
        var root = RepositoryRoot.File("samples", "RetailModel", "sql");
        return new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);
    }
}
