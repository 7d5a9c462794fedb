namespace Pipeline.Engine.Streams;

/// <summary>How far a stream has been read.</summary>
/// <param name="Position">The last change that its readers have seen.</param>
/// <param name="IsInitial">Whether the rows that were there at the position are still to be read, before the changes after it.</param>
internal sealed record StreamOffset(long Position, bool IsInitial);
