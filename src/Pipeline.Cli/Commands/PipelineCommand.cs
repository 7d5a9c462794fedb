using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Engine;
using Pipeline.Environments;
using Pipeline.Sql;

namespace Pipeline.Cli.Commands;

/// <summary>The command line: reads the arguments, runs the command, and turns whatever stops it into words and an exit code.</summary>
internal static class PipelineCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Runs and shows a data platform that is written as C# classes.\n\n"
            + "Exit codes: 0 done, 1 a task or a build failed, 2 the command line or a file isn't what it must be.")
        {
            RunCommand.Create(output, error),
            ListenCommand.Create(output, error),
            QueryCommand.Create(output, error),
            SqlCommand.Create(output, error),
            LineageCommand.Create(output, error),
            BackfillCommand.Create(output, error),
            WatchCommand.Create(output, error),
        };
        
        // A stage is named with an '@', which would else be a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors) error.WriteLine(problem.Message);
            error.WriteLine("See: pipeline --help");
            return ExitCodes.Usage;
        }

        return Guarded(() => parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }), error);
    }

    private static int Guarded(Func<int> command, TextWriter error)
    {
        try
        {
            return command();
        }
        catch (Exception e) when (e is UsageException or CatalogFormatException or EnvironmentException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is FailureException or EngineException or UnsoundCatalogException or UnspellableException
            or UnsupportedLoadException or TemplateException)
        {
            error.WriteLine(e.Message);
            return ExitCodes.Failed;
        }
    }
}
