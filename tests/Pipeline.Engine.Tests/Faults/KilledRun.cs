using System.Diagnostics;
using System.Globalization;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>A program that brings the sample's deliveries through, and kills itself at one statement: no handler runs, nothing is flushed.</summary>
internal static class KilledRun
{
    /// <param name="args">The database's file, and the statement at which the process ends.</param>
    /// <returns>0 when everything is through.</returns>
    public static int Main(string[] args)
    {
        Finish(new() { DatabaseFile = args[0], Interceptor = new Killer(int.Parse(args[1], CultureInfo.InvariantCulture)) });
        return 0;
    }

    /// <summary>Does what is left to be done, as <c>pipeline run</c> does.</summary>
    public static void Finish(LocalOptions options)
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, options);
        Pending(pipeline);
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            Pending(pipeline);
        }
    }

    private static void Pending(LocalPipeline pipeline)
    {
        foreach (var at in pipeline.PendingRuns)
        {
            if (!pipeline.Run(at).Succeeded) throw new EngineException($"The run of {at} failed.");
        }
    }

    // Half of the kills are before the statement, half after it: then a COMMIT is done and nobody knows.
    private sealed class Killer(int number) : IStatementInterceptor
    {
        private int count;

        public void Before(string sql)
        {
            if (++count == number && number % 2 == 0) Kill();
        }

        public void After(string sql)
        {
            if (count == number && number % 2 == 1) Kill();
        }

        private static void Kill()
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
