namespace Pipeline.Engine.Streams;

/// <summary>How far a stream has been read.</summary>
/// <param name="Position">The last change that its readers have seen.</param>
/// <param name="IsInitial">Whether the rows that were there at the position are still to be read, before the changes after it.</param>
/// <param name="ReadAt">When it was read last, or asked and found empty; null before the first run.</param>
/// <param name="IsStale">Whether the changes after the position are no longer kept.</param>
internal sealed record StreamOffset(long Position, bool IsInitial, DateTime? ReadAt = null, bool IsStale = false);
