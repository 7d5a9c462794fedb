using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Compile.Benchmarks;
using Pipeline.Generators.Emitting;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Generators.Rules;
using Xunit.Abstractions;

namespace Pipeline.Generators.Tests.Anywhere;

/// <summary>A reading that nobody wants any more ends at once, wherever it is, and leaves nothing wrong behind.</summary>
/// <remarks>
/// How long it goes on depends on the machine, so files are counted instead: those that a thread has begun may be read to their end. The time is printed;
/// <c>PIPELINE_CLASSES=10000</c> takes a larger model.
/// </remarks>
public sealed class CancellationTests(ITestOutputHelper output)
{
    private static readonly int Classes = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_CLASSES") ?? "500", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly CSharpCompilation Model = ModelText.Compile([.. SyntheticModel.Files(Classes)]);

    [Fact]
    public void Cancelled_while_files_are_read_no_thread_begins_another_one()
    {
        var random = new Random(7);
        var memo = new ReadingMemo();
        _ = ModelReading.Read(Model, memo, CancellationToken.None);
        var whole = memo.Reads;
        var times = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            memo = new ReadingMemo();
            var until = random.Next(whole - 100);
            var (readBefore, cancelled) = Cancelled(Model, memo, () => memo.Reads >= until, times);
            Assert.True(cancelled, $"It was done before it could be cancelled after {until} of {whole} files.");
            Assert.InRange(memo.Reads - readBefore, 0, Math.Max(ThreadPool.ThreadCount, Environment.ProcessorCount) + 1);
        }

        Print(times);
    }

    [Fact]
    public void Cancelled_at_any_moment_it_throws_nothing_else_and_the_next_reading_is_right()
    {
        var expected = ModelReading.Read(Model, new ReadingMemo(), CancellationToken.None).Objects;
        var random = new Random(11);
        var memo = new ReadingMemo();
        var times = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            // Between two readings something is typed, so that none finds everything done.
            var edited = Model.ReplaceSyntaxTree(Model.SyntaxTrees[1], CSharpSyntaxTree.ParseText(Model.SyntaxTrees[1] + new string(' ', i + 1), ModelText.ParseOptions, Model.SyntaxTrees[1].FilePath));
            var until = Stopwatch.GetTimestamp() + random.Next((int)(Stopwatch.Frequency / 10));
            Cancelled(edited, memo, () => Stopwatch.GetTimestamp() > until, times);
        }

        Assert.Equal(expected, ModelReading.Read(Model, memo, CancellationToken.None).Objects);
        Print(times);
    }

    [Fact]
    public void Cancelled_while_rules_go_through_the_model_each_of_them_stops()
    {
        using var source = new CancellationTokenSource();
        var view = new ModelView([.. ModelReading.Read(Model, new ReadingMemo(), CancellationToken.None).Objects], source.Token);
        source.Cancel();
        foreach (var rule in CatalogRule.All)
        {
            // What a thread allocates is the same however busy the machine is; the exception itself is the most of it.
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _ = rule.Check(view).ToList();
            }
            catch (OperationCanceledException)
            {
                // A rule that finds none of its kind has nothing to go through, and may be done before it notices.
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 50_000, $"{rule.GetType().Name} allocated {allocated} bytes for a model that nobody wants.");
        }
    }

    [Fact]
    public void Cancelled_while_references_are_opened_no_other_one_is()
    {
        using var source = new CancellationTokenSource();
        var opened = 0;
        var references = Model.References.OfType<PortableExecutableReference>()
            .Select(r => new WatchedReference(r, () => { if (++opened == 3) source.Cancel(); })).ToList();
        Assert.True(references.Count > 3, $"{references.Count} references are too few to tell.");
        var model = Model.WithReferences(references);
        Assert.ThrowsAny<OperationCanceledException>(() => ModelReading.Read(model, new ReadingMemo(), source.Token));
        Assert.Equal(3, opened);
    }

    [Fact]
    public void Cancelled_while_files_are_joined_by_their_names_no_other_one_is_looked_at()
    {
        // One chain through all files, which is one walk.
        using var source = new CancellationTokenSource();
        var looked = 0;
        var graph = new SurfaceGraph(1_000, i => new((ulong)i, 1), i =>
        {
            if (++looked == 10) source.Cancel();
            return i + 1 < 1_000 ? [i + 1] : [];
        });
        Assert.ThrowsAny<OperationCanceledException>(() => graph.Keys(source.Token));
        Assert.Equal(10, looked);
    }

    [Fact]
    public void Cancelled_before_it_begins_it_reads_and_writes_nothing()
    {
        using var source = new CancellationTokenSource();
        var memo = new ReadingMemo();
        var objects = ModelReading.Read(Model, new ReadingMemo(), CancellationToken.None).Objects;
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ModelReading.Read(Model, memo, source.Token));
        Assert.Equal(0, memo.Reads);
        Assert.ThrowsAny<OperationCanceledException>(() => CatalogEmitter.Sources(objects, source.Token));
    }

    // How many files were read when it was cancelled, and whether it was cancelled before it was done.
    private static (int ReadBefore, bool Cancelled) Cancelled(CSharpCompilation model, ReadingMemo memo, Func<bool> now, List<double> times)
    {
        using var source = new CancellationTokenSource();
        var (at, readBefore, done) = (0L, 0, false);
        var canceller = new Thread(() =>
        {
            while (!now() && !Volatile.Read(ref done)) Thread.SpinWait(20);
            at = Stopwatch.GetTimestamp();
            source.Cancel();
            readBefore = memo.Reads;
        });
        canceller.Start();
        var cancelled = false;
        try
        {
            _ = ModelReading.Read(model, memo, source.Token);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        var end = Stopwatch.GetTimestamp();
        Volatile.Write(ref done, true);
        canceller.Join();
        if (cancelled) times.Add((end - at) * 1000.0 / Stopwatch.Frequency);
        return (readBefore, cancelled);
    }

    private void Print(List<double> times) => output.WriteLine(
        $"{Classes} classes: cancelled {times.Count} times, {times.DefaultIfEmpty(0).Order().ElementAt(times.Count / 2):0.0} ms in the middle, {times.DefaultIfEmpty(0).Order().ElementAt(times.Count * 99 / 100):0.0} ms for 99 of 100, {times.DefaultIfEmpty(0).Max():0.0} ms at most.");

    // Tells when the compiler's image of a library is asked for.
    private sealed class WatchedReference(PortableExecutableReference reference, Action opened) : PortableExecutableReference(reference.Properties, reference.FilePath)
    {
        protected override Metadata GetMetadataImpl()
        {
            opened();
            return reference.GetMetadata();
        }

        protected override DocumentationProvider CreateDocumentationProvider() => DocumentationProvider.Default;

        protected override PortableExecutableReference WithPropertiesImpl(MetadataReferenceProperties properties) => new WatchedReference(reference.WithProperties(properties), opened);
    }
}
