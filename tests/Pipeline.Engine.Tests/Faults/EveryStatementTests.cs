using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>
/// Every statement of every task of the sample, and of a model with all kinds of facts, fails in turn: nothing is left of it, and what is run again gives the tables of the undisturbed run.
/// </summary>
public sealed class EveryStatementTests
{
    // All statements take some minutes: PIPELINE_FAULTS=all. A run by default takes each seventh of them, others for each way to fail.
    private const int Stride = 7;

    private static readonly bool All = Environment.GetEnvironmentVariable("PIPELINE_FAULTS") == "all";

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Lost)]
    public void Statement_that_fails_leaves_nothing_and_its_retry_gives_what_an_undisturbed_run_gives(Fault fault) => FailEach(Retail.Model, fault, least: All ? 500 : 50);

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Lost)]
    public void So_it_is_of_every_kind_of_fact(Fault fault)
    {
        using var kinds = new FactKinds();
        FailEach(kinds.Model, fault, least: All ? 500 : 50);
    }

    private static void FailEach(FaultModel model, Fault fault, int least)
    {
        using var pipeline = LocalPipeline.Open(model.Catalog, new());
        var failed = 0;
        foreach (var (folder, at) in model.Deliveries)
        {
            pipeline.Deliver(folder, at);
            foreach (var task in model.Tasks) failed += FailInTurn(model, pipeline, task, at, fault);
        }

        Assert.True(failed > least, $"Only {failed} statements failed.");
        Assert.Equal(Undisturbed(model), model.Rows(pipeline));
    }

    private static string Undisturbed(FaultModel model)
    {
        using var pipeline = LocalPipeline.Open(model.Catalog, new());
        foreach (var (folder, at) in model.Deliveries)
        {
            pipeline.Deliver(folder, at);
            foreach (var task in model.Tasks) Assert.Equal(RunStatus.Succeeded, pipeline.RunTask(task.Name, at, null).Status);
        }

        return model.Rows(pipeline);
    }

    // A failed attempt leaves all as it was, so that the next can fail one statement later.
    private static int FailInTurn(FaultModel model, LocalPipeline pipeline, TaskObject task, DateTime at, Fault fault)
    {
        var before = model.Traces(pipeline, task);
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
            var after = model.Traces(pipeline, task);
            var changed = task.Runs.Where((_, part) => before[part] != after[part]).ToList();
            Assert.True(changed.Count <= statement.Commits, $"{task.Name}: {fault} statement {number} left traces in {string.Join(", ", changed)}, and {statement.Commits} parts had committed: {statement.Failed}");

            before = after;
        }
    }
}
