namespace Pipeline.Build.Tests.Packages;

/// <summary>A new project with the package and a model of ten lines, as the first page of the documentation has it.</summary>
internal sealed class ModelProject
{
    private const string Model = """
        using Pipeline.Model;
        namespace Shop;

        [Schema] public sealed class Landing;
        [CsvFormat<Landing>] public sealed class OrdersCsv;
        [Stage<Landing>("${bucket}/orders/"), Format<OrdersCsv>] public sealed class OrdersStage;

        /// <summary>Orders as the shop delivers them.</summary>
        [Table<Landing>, CopyFrom<OrdersStage>]
        public sealed class RawOrders
        {
            public string? OrderId { get; init; }
            public string? Amount { get; init; }
        }

        [JsonFormat<Landing>] public sealed class OrdersJson;
        """;

    private readonly string packages;

    public ModelProject(string path, string packages)
    {
        this.packages = packages;
        Path = Directory.CreateDirectory(path).FullName;
        Write("Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Pipeline.Model" Version="*" />
              </ItemGroup>
            </Project>
            """);
        Write("Model.cs", Model);
        Write("pipeline.yml", """
            committed: dev
            environments:
              dev: { values: { bucket: 's3://shop-dev' } }
              prod: { values: { bucket: 's3://shop' } }
            """);
    }

    public string Path { get; }

    public DotnetResult Build(params string[] options) => Run(["build", "-v", "m", .. options]);

    /// <summary>Builds on a machine of another culture, such as <c>tr_TR.UTF-8</c>.</summary>
    public DotnetResult BuildIn(string culture, params string[] options) => Dotnet.Run(Path, packages, ["build", "-v", "m", .. options], culture);

    public DotnetResult Run(params string[] arguments) => Dotnet.Run(Path, packages, arguments);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(file))!);
        System.IO.File.WriteAllText(File(file), text);
    }

    public void Edit(string file, string old, string with)
    {
        Assert.Contains(old, Read(file));
        Write(file, Read(file).Replace(old, with));
    }

    public string Read(string file) => System.IO.File.ReadAllText(File(file));

    public string File(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The files below a folder, in order.</summary>
    public string[] Files(string folder) => Directory.Exists(File(folder))
        ? [.. Directory.EnumerateFiles(File(folder), "*", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(File(folder), f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Every file of the SQL with its content and the time of its last write.</summary>
    public (string File, string Text, DateTime Written)[] Snapshot() =>
        [.. Files("sql").Select(f => (f, Read("sql/" + f), System.IO.File.GetLastWriteTimeUtc(File("sql/" + f))))];
}
