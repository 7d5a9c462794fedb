using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Cli.Watching;

/// <summary>The generator that the project itself uses, loaded beside the one compiler of this process.</summary>
internal static class LoadedGenerator
{
    private const string Generators = "Pipeline.Generators";

    public static ISourceGenerator Of(CompilerCall call)
    {
        var files = call.Arguments.AnalyzerReferences.Select(a => Path.GetFullPath(Path.Combine(call.Folder, a.FilePath))).ToList();
        var file = files.Find(f => Path.GetFileNameWithoutExtension(f) == Generators)
            ?? throw new UsageException($"{call.Project} doesn't use Pipeline; name the folder of a model.");
        var assembly = new Context(files).Load(file);

        // What it writes is read by this process, so both have to be of one version.
        var (its, ours) = (assembly.GetName().Version, typeof(CompiledCatalog).Assembly.GetName().Version);
        if (its != ours) throw new FailureException($"{call.Project} uses Pipeline {its}, and this command is of {ours}; update the one that is older.");
        var type = assembly.GetTypes().Single(t => typeof(IIncrementalGenerator).IsAssignableFrom(t) && !t.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    // From copies in memory: the files may be built anew while someone watches.
    private sealed class Context(List<string> files) : AssemblyLoadContext(Generators)
    {
        public Assembly Load(string file) => LoadFromStream(new MemoryStream(File.ReadAllBytes(file)));

        // The compiler is this process's own; what lies beside the generator is the generator's.
        protected override Assembly? Load(AssemblyName name) =>
            name.Name is { } simple && !simple.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && files.Find(f => Path.GetFileNameWithoutExtension(f) == simple) is { } file
                ? Load(file)
                : null;
    }
}
