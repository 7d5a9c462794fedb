using Pipeline.Cli.Commands;

return PipelineCommand.Run(args, Console.Out, Console.Error);
