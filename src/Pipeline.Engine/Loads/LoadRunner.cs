using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Loads;

/// <summary>Runs a lowered load: one transaction, in which the offsets of its streams move, or nothing but the record of the failure.</summary>
internal sealed class LoadRunner(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StreamOffsets offsets, LocalOptions options)
{
    private readonly LoadVariableValues variables = new(session);

    public LoadReport Run(LoweredLoad sound, RunContext run)
    {
        var load = options.Rewrite?.Invoke(sound) ?? sound;
        options.Trials?.Invoke(load, (other, look) => Try(other, run, look));
        var watch = Stopwatch.StartNew();
        try
        {
            Execute(load, run, change => offsets.Move(load.Streams, change));
            return Report(load, watch.Elapsed);
        }
        catch (Exception e) when (e is EngineException or DuckDBException)
        {
            return Fail(load, Message(load, e), watch.Elapsed);
        }
        finally
        {
            DropBatches(load);
        }
    }

    private void Execute(LoweredLoad load, RunContext run, Action<long> end)
    {
        var statements = new StatementRunner(session, catalog, tracking, variables);
        variables.Start(load, run, offsets.Times(load));
        foreach (var batch in load.Prepare.OfType<CreateBatchStatement>()) session.Execute(Spelling.Statement(batch));

        tracking.InChange(change =>
        {
            offsets.Hold(load.Streams, load.Target, change);
            foreach (var statement in load.Transaction) Run(statements, load, statement);
            end(change);
        });
    }

    // What the load did is looked at in its transaction, which is rolled back then.
    private string? Try(LoweredLoad load, RunContext run, Action<LoadReport> look)
    {
        try
        {
            Execute(load, run, _ =>
            {
                look(Report(load, TimeSpan.Zero));
                throw new TakenBackException();
            });
            return null;
        }
        catch (TakenBackException)
        {
            return null;
        }
        catch (Exception e) when (e is EngineException or DuckDBException)
        {
            return Message(load, e);
        }
        finally
        {
            DropBatches(load);
        }
    }

    private static void Run(StatementRunner statements, LoweredLoad load, Statement statement)
    {
        try
        {
            statements.Run(statement);
        }
        catch (DuckDBException e)
        {
            throw new EngineException($"{load.Target}: {statement.Purpose.TrimEnd('.')}: {FirstLine(e)}", e);
        }
    }

    private LoadReport Fail(LoweredLoad load, string message, TimeSpan duration)
    {
        variables.Fail(message);
        var statements = new StatementRunner(session, catalog, tracking, variables);
        try
        {
            tracking.InChange(_ =>
            {
                foreach (var statement in load.OnFailure) Run(statements, load, statement);
            });
        }
        catch (Exception e) when (e is EngineException or DuckDBException)
        {
            throw UnrecordedFailure.Of(message, e);
        }

        return new(load.Procedure, load.Target, RunStatus.Failed, duration) { Error = message };
    }

    private LoadReport Report(LoweredLoad load, TimeSpan duration) => new(load.Procedure, load.Target, RunStatus.Succeeded, duration)
    {
        RowsRead = variables[LoadVariables.RowsRead],
        RowsFiltered = variables[LoadVariables.RowsFiltered],
        RowsRejected = variables[LoadVariables.RowsRejected],
        RowsDeduplicated = variables[LoadVariables.RowsDeduplicated],
        RowsLoaded = variables[LoadVariables.RowsLoaded],
        RowsInserted = variables[LoadVariables.RowsInserted],
        RowsUpdated = variables[LoadVariables.RowsUpdated],
        RowsClosed = variables[LoadVariables.RowsClosed],
        RowsDeleted = variables[LoadVariables.RowsDeleted],
        RowsInferred = variables[LoadVariables.RowsInferred],
        RowsRekeyed = variables[LoadVariables.RowsRekeyed],
    };

    private void DropBatches(LoweredLoad load)
    {
        foreach (var batch in load.Prepare.OfType<CreateBatchStatement>()) session.Execute($"DROP TABLE IF EXISTS {Spelling.Name(new ObjectSource("batch", batch.Batch, IsBatch: true))}");
    }

    private static string Message(LoweredLoad load, Exception e) => e is DuckDBException failure ? $"{load.Target}: the load failed: {FirstLine(failure)}" : e.Message;

    private static string FirstLine(DuckDBException e) => e.Message.Split('\n')[0];

    private sealed class TakenBackException : Exception;
}
