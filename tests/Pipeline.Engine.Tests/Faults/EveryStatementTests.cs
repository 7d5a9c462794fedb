using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>
/// Every statement of every task of the sample fails in turn: nothing is left of it, and what is run again gives the tables of the undisturbed run.
/// </summary>
public sealed class EveryStatementTests
{
    // All statements take some minutes: PIPELINE_FAULTS=all. A run by default takes each seventh of them, others for each way to fail.
    private const int Stride = 7;

    private static readonly bool All = Environment.GetEnvironmentVariable("PIPELINE_FAULTS") == "all";

    private static readonly Lazy<string> Undisturbed = new(() =>
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new());
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            foreach (var task in Retail.Tasks) Assert.Equal(RunStatus.Succeeded, pipeline.RunTask(task.Name, at, null).Status);
        }

        return Retail.Rows(pipeline);
    });

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Lost)]
    public void Statement_that_fails_leaves_nothing_and_its_retry_gives_what_an_undisturbed_run_gives(Fault fault)
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new());
        var failed = 0;
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            foreach (var task in Retail.Tasks) failed += FailInTurn(pipeline, task, at, fault);
        }

        Assert.True(failed > (All ? 500 : 50), $"Only {failed} statements failed.");
        Assert.Equal(Undisturbed.Value, Retail.Rows(pipeline));
    }

    // A failed attempt leaves all as it was, so that the next can fail one statement later.
    private static int FailInTurn(LocalPipeline pipeline, TaskObject task, DateTime at, Fault fault)
    {
        var before = Retail.Traces(pipeline, task);
        for (var number = All ? 1 : 1 + (int)fault; ; number += All ? 1 : Stride)
        {
            var statement = new FailingStatement(number, fault);
            TaskReport? report = null;
            try
            {
                report = pipeline.RunTask(task.Name, at, statement);
            }
            catch (EngineException)
            {
                // Where even the failure can't be recorded, the error goes to whoever runs the task.
                Assert.NotNull(statement.Failed);
            }

            if (statement.Failed is null)
            {
                Assert.Equal(RunStatus.Succeeded, report!.Status);
                return All ? number - 1 : number / Stride;
            }

            // A part of the task that has committed stays, whatever fails after it; so does one of whose COMMIT the answer is lost.
            if (report is { Status: RunStatus.Failed }) Assert.NotNull(report.Error);
            var after = Retail.Traces(pipeline, task);
            for (var part = statement.Commits; part < before.Count; part++)
            {
                Assert.True(before[part] == after[part], $"{task.Name}: {fault} statement {number} left traces in {task.Runs[part]}: {statement.Failed}");
            }

            before = after;
        }
    }
}
