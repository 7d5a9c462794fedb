namespace Pipeline.Engine.Loads;

/// <summary>A load failed, and so did the record of it.</summary>
internal static class UnrecordedFailure
{
    /// <param name="message">What failed first: it is what has to be mended, so it comes first.</param>
    /// <param name="recording">What failed then.</param>
    public static EngineException Of(string message, Exception recording) =>
        new($"{message.TrimEnd('.')}. Nor could the failure be recorded: {recording.Message.Split('\n')[0]}", recording);
}
