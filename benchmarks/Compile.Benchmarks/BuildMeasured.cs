using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Compile.Benchmarks;

/// <summary>What <c>dotnet build</c> of a model takes with all of ours, its SQL written, and what the same classes take without.</summary>
/// <remarks>
/// Each round builds both, one after the other; the order changes from round to round. The middle of all rounds counts. On Linux the processor time is told too, that of the compiler
/// server included: what else a machine does, changes it less than the time.
/// </remarks>
internal sealed class BuildMeasured : IDisposable
{
    private const string Cold = "-p:UseSharedCompilation=false";
    private const int Warming = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("compile-benchmarks-").FullName;
    private readonly string server = $"compile-benchmarks-{Environment.ProcessId}";
    private readonly IReadOnlyList<string> files;
    private readonly int edited;
    private int edits;

    public BuildMeasured(int classes)
    {
        files = SyntheticModel.Files(classes);
        edited = SyntheticModel.Edited(classes);
        foreach (var isWith in new[] { true, false })
        {
            Directory.CreateDirectory(Of(isWith));
            // A model is a project of its own, whatever lies in the folders above it.
            File.WriteAllText(Path.Combine(Of(isWith), "Directory.Build.props"), "<Project />");
            File.WriteAllText(Path.Combine(Of(isWith), "Model.csproj"), Project(isWith));
            for (var i = 0; i < files.Count; i++) File.WriteAllText(Path.Combine(Of(isWith), $"File{i}.cs"), files[i]);
            Dotnet(isWith, "restore");
        }
    }

    /// <summary>Prints a row for a cold build, for a build after one edit, and for a build with nothing to do.</summary>
    public void Print(int rounds)
    {
        Row("cold, no compiler server", rounds, isWith =>
        {
            foreach (var name in new[] { "bin", Path.Combine("obj", "Release"), "sql" })
            {
                if (Directory.Exists(Path.Combine(Of(isWith), name))) Directory.Delete(Path.Combine(Of(isWith), name), recursive: true);
            }

            return Build(isWith, [Cold]);
        });

        // A server is hot when the JIT has compiled for good what it runs after each edit.
        for (var i = 0; i < Warming; i++)
        {
            foreach (var isWith in new[] { true, false }) Edited(isWith);
        }

        Row("one edit, hot server", rounds, Edited);
        Row("nothing to do", rounds, isWith => Build(isWith, Hot));
        Console.WriteLine();
        Console.WriteLine($"{Directory.GetFiles(Of(true), "*.sql", SearchOption.AllDirectories).Length} SQL files were written.");
    }

    public void Dispose()
    {
        var sdk = Path.GetDirectoryName(Run("dotnet", folder, ["msbuild", "-getProperty:RoslynTargetsPath", Path.Combine(Of(false), "Model.csproj")]).Output.Trim() + "/")!;
        Run("dotnet", folder, [Path.Combine(sdk, "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{server}"], mayFail: true);
        Directory.Delete(folder, recursive: true);
    }

    // Said in so many words: an environment that forbids servers, as one for tests does, would have the compiler started anew for each build.
    private string[] Hot => ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={server}"];

    private string Of(bool isWith) => Path.Combine(folder, isWith ? "with" : "without");

    private (double Seconds, double Work) Edited(bool isWith)
    {
        File.WriteAllText(Path.Combine(Of(isWith), $"File{edited}.cs"), SyntheticModel.Edit(files[edited], ++edits));
        return Build(isWith, Hot);
    }

    private static void Row(string what, int rounds, Func<bool, (double Seconds, double Work)> build)
    {
        var (with, without, ratios, works) = (new List<(double Seconds, double Work)>(), new List<(double Seconds, double Work)>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var isWith in round % 2 == 0 ? new[] { false, true } : [true, false]) (isWith ? with : without).Add(build(isWith));
            ratios.Add(with[^1].Seconds / without[^1].Seconds);
            works.Add(with[^1].Work / without[^1].Work);
        }

        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "| {0} | {1:0.00} s | {2:0.00} s | {3:0.00} | {4:0.00} to {5:0.00} | {6:0.00} s | {7:0.00} s | {8:0.00} |",
            what, Middle(without.Select(b => b.Seconds)), Middle(with.Select(b => b.Seconds)), Middle(ratios), ratios.Min(), ratios.Max(),
            Middle(without.Select(b => b.Work)), Middle(with.Select(b => b.Work)), Middle(works)));
    }

    private static double Middle(IEnumerable<double> all) => all.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private (double Seconds, double Work) Build(bool isWith, string[] how)
    {
        var before = Work();
        var seconds = Dotnet(isWith, "build", ["--no-restore", "-c", "Release", .. how]);
        return (seconds, Work() - before);
    }

    // The processor time, in seconds, of all that was started here and has ended, and of the compiler server so far.
    private double Work()
    {
        if (!OperatingSystem.IsLinux()) return double.NaN;
        var (ended, own) = (Ticks("/proc/self/stat", 13), 0.0);
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => char.IsDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0').Contains($"-pipename:{server}")) own += Ticks(Path.Combine(process, "stat"), 11);
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return ended + own;
    }

    // Two fields of one process, in hundredths of a second; its name, in brackets, may hold blanks.
    private static double Ticks(string file, int field) => File.ReadAllText(file) is var text
        ? text[(text.LastIndexOf(')') + 2)..].Split(' ').Skip(field).Take(2).Sum(t => double.Parse(t, CultureInfo.InvariantCulture)) / 100 : 0;

    private double Dotnet(bool isWith, string verb, params string[] rest) =>
        Run("dotnet", Of(isWith), [verb, .. rest, "-nodereuse:false", "-v:q", "-nologo"]).Seconds;

    private static (double Seconds, string Output) Run(string program, string folder, IEnumerable<string> arguments, bool mayFail = false)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 && !mayFail) throw new InvalidOperationException($"{program} {string.Join(" ", arguments)}: {output}{errors.Result}");
        return (watch.Elapsed.TotalSeconds, output);
    }

    // What the package gives to a model, from where this repository builds it.
    private static string Project(bool isWith)
    {
        var source = Path.Combine(Root(), "src");
        var start = $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <_PipelineTaskDirectory>{Built(source, "Pipeline.Build", "netstandard2.0")}/</_PipelineTaskDirectory>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Built(source, "Pipeline.Model", "net10.0")}/Pipeline.Model.dll" />
              </ItemGroup>

            """;
        return isWith
            ? start + $"""
              <ItemGroup>
                <Analyzer Include="{Built(source, "Pipeline.Generators", "netstandard2.0")}/Pipeline.Generators.dll" />
                <Analyzer Include="{Built(source, "Pipeline.Catalog", "netstandard2.0")}/Pipeline.Catalog.dll" />
              </ItemGroup>
              <Import Project="{source}/Pipeline.Model/build/Pipeline.Model.props" />
              <Import Project="{source}/Pipeline.Model/build/Pipeline.Model.targets" />
            </Project>
            """
            : start + "</Project>";
    }

    private static string Built(string source, string project, string framework) => Path.Combine(source, project, "bin", "Release", framework);

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "global.json"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("Run it from the repository.");
        return at;
    }
}
