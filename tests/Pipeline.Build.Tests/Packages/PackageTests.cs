using System.IO.Compression;
using Pipeline.Testing;

namespace Pipeline.Build.Tests.Packages;

/// <summary>The package installed into an empty project, from a folder, and used as a user would.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackedPipeline package)
{
    private const string StageFile = "sql/LANDING/stages/ORDERS_STAGE.sql";
    private const string TableFile = "sql/LANDING/tables/RAW_ORDERS.sql";

    [Fact]
    public void Build_of_a_new_project_writes_its_sql_without_a_warning_and_then_leaves_it()
    {
        var project = package.NewProject();
        var output = project.Build().ShouldSucceed().Output;
        Assert.DoesNotContain("warning", output);
        Assert.Contains("Shop -> sql/: ", output);
        Assert.Contains("CREATE TABLE IF NOT EXISTS LANDING.RAW_ORDERS", project.Read(TableFile));
        Assert.Contains("s3://shop-dev/orders/", project.Read(StageFile));
        Assert.Subset(project.Files("sql").ToHashSet(), new HashSet<string> { "deploy.sql", "teardown.sql", "manifest.json" });

        var before = project.Snapshot();
        Assert.DoesNotContain("Shop -> sql/: ", project.Build().ShouldSucceed().Output);
        Assert.Equal(before, project.Snapshot());
    }

    [Fact]
    public void Package_has_the_page_of_each_rule()
    {
        using var archive = ZipFile.OpenRead(Directory.EnumerateFiles(package.Feed, "*.nupkg").Single());
        Assert.Equal(
            Directory.EnumerateFiles(RepositoryRoot.File("docs", "rules"), "PL*.md").Select(f => "docs/rules/" + Path.GetFileName(f)).Order(StringComparer.Ordinal),
            archive.Entries.Select(e => e.FullName).Where(n => n.StartsWith("docs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verifying_fails_with_a_diff_when_a_committed_file_was_edited_and_writes_nothing()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        project.Build("-p:PipelineVerify=true").ShouldSucceed();

        project.Edit(TableFile, "RAW_ORDERS", "RAW_ORDER");
        var edited = project.Read(TableFile);
        var output = project.Build("-p:PipelineVerify=true").ShouldFail().Output;
        Assert.Contains("RAW_ORDERS.sql(", output);
        Assert.Contains("PL0906: The committed file differs from the model in line", output);
        Assert.Contains("- committed   + from the model", output);
        Assert.Equal(edited, project.Read(TableFile));
    }

    [Fact]
    public void One_property_more_changes_the_files_that_speak_of_it()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        var before = project.Snapshot();
        project.Edit("Model.cs", "public string? Amount", "public string? Total { get; init; } public string? Amount");
        project.Build().ShouldSucceed();
        Assert.Contains("TOTAL", project.Read(TableFile));
        var changed = project.Snapshot().Except(before).Select(f => f.File).ToList();
        Assert.Contains("LANDING/tables/RAW_ORDERS.sql", changed);
        Assert.DoesNotContain("LANDING/stages/ORDERS_STAGE.sql", changed);
        Assert.DoesNotContain("LANDING/schema.sql", changed);
    }

    [Fact]
    public void Renamed_property_fails_the_build_until_it_says_what_it_was_and_then_is_renamed()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        var before = project.Snapshot();

        project.Edit("Model.cs", "Amount", "Total");
        Assert.Contains("Model.cs(13,1): error PL0821: The column AMOUNT of LANDING.RAW_ORDERS", project.Build().ShouldFail().Output);
        project.Build("-p:PipelineVerify=true").ShouldFail();
        Assert.Contains("restore sql/manifest.json as it was", project.Build("-p:PipelineEnvironment=prod").ShouldFail().Output);
        Assert.Equal(before, project.Snapshot());

        project.Edit("Model.cs", "public string? Total", "[RenamedFrom(\"Amount\")] public string? Total");
        project.Build().ShouldSucceed();
        Assert.Contains("ALTER TABLE LANDING.RAW_ORDERS RENAME COLUMN AMOUNT TO TOTAL;", project.Read(TableFile));
    }

    // What an editor offers, from a shell: it evaluates the project as editors do.
    [Fact]
    public void Renamed_property_is_mended_by_the_fix_that_editors_offer()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        project.Edit("Model.cs", "Amount", "Total");
        project.Run("format", "analyzers", "--no-restore", "--severity", "error", "--diagnostics", "PL0821").ShouldSucceed();
        Assert.Contains("[RenamedFrom(\"Amount\")] public string? Total", project.Read("Model.cs"));
        project.Build().ShouldSucceed();
        Assert.Contains("RENAME COLUMN AMOUNT TO TOTAL;", project.Read(TableFile));
    }

    [Fact]
    public void Loss_that_the_project_accepts_is_not_offered_a_fix()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        project.Edit("Shop.csproj", "<Nullable>", "<PipelineAcceptLoss>drop-table:LANDING.OTHER;\n  drop-column:LANDING.RAW_ORDERS.AMOUNT</PipelineAcceptLoss><Nullable>");
        project.Edit("Model.cs", "Amount", "Total");
        var before = project.Read("Model.cs");
        project.Run("format", "analyzers", "--no-restore", "--severity", "error", "--diagnostics", "PL0821").ShouldSucceed();
        Assert.Equal(before, project.Read("Model.cs"));
    }

    [Fact]
    public void Loss_is_accepted_by_a_property_that_names_it()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        project.Edit("Model.cs", "public string? Amount { get; init; }", "");
        project.Build("-p:PipelineAcceptLoss=drop-column:LANDING.RAW_ORDERS.AMOUNT").ShouldSucceed();
        Assert.DoesNotContain("AMOUNT", project.Read(TableFile));
        project.Build().ShouldSucceed();
    }

    [Fact]
    public void Other_environment_goes_to_obj_and_clean_leaves_what_is_committed()
    {
        var project = package.NewProject();
        project.Build("-p:PipelineEnvironment=prod").ShouldSucceed();
        Assert.Empty(project.Files("sql"));
        Assert.Contains("s3://shop/orders/", project.Read("obj/pipeline/prod/LANDING/stages/ORDERS_STAGE.sql"));

        project.Build().ShouldSucceed();
        var committed = project.Files("sql");
        project.Run("clean", "-v", "q").ShouldSucceed();
        Assert.Equal(committed, project.Files("sql"));
        Assert.Empty(project.Files("obj/pipeline"));

        project.Edit("Model.cs", "[JsonFormat<Landing>] public sealed class OrdersJson;", "");
        project.Build().ShouldSucceed();
        Assert.DoesNotContain(project.Files("sql"), f => f.Contains("ORDERS_JSON"));
    }

    [Fact]
    public void Design_time_build_writes_nothing()
    {
        var project = package.NewProject();
        project.Build("-p:DesignTimeBuild=true").ShouldSucceed();
        project.Build("-p:SkipCompilerExecution=true", "-t:Compile").ShouldSucceed();
        Assert.Empty(project.Files("sql"));
    }

    [Fact]
    public void Compiler_of_one_build_does_not_count_its_methods_unless_the_environment_says_so()
    {
        var project = package.NewProject();
        project.Edit("Shop.csproj", "<Nullable>", "<CscEnvironment>SHOP=1</CscEnvironment><Nullable>");
        project.Run("restore").ShouldSucceed();
        Assert.Equal("SHOP=1;DOTNET_TieredPGO=0", project.Run("msbuild", "-getProperty:CscEnvironment").ShouldSucceed().Output.Trim());
        Assert.Equal("SHOP=1", project.Run("msbuild", "-getProperty:CscEnvironment", "-p:DOTNET_TieredPGO=1").ShouldSucceed().Output.Trim());
    }

    [Fact]
    public void Name_that_no_environment_gives_stops_the_build_with_the_class_that_uses_it()
    {
        var project = package.NewProject();
        project.Edit("Model.cs", "${bucket}", "${buckets}");
        var output = project.Build().ShouldFail().Output;
        Assert.Contains("Shop.OrdersStage", output);
        Assert.Contains("buckets", output);
        Assert.Empty(project.Files("sql"));
    }

    [Fact]
    public void Build_without_the_generator_is_an_error_and_not_an_empty_folder()
    {
        var project = package.NewProject();
        project.Build().ShouldSucceed();
        var before = project.Files("sql");
        project.Edit("Shop.csproj", "</Project>",
            "<Target Name=\"NoGenerator\" BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target></Project>");
        project.Edit("Model.cs", "Amount", "Total");
        Assert.Contains("PL0901: Shop carries no catalog", project.Build().ShouldFail().Output);
        Assert.Equal(before, project.Files("sql"));
    }
}
