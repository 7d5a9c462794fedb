namespace Pipeline.Engine.Files;

/// <summary>A file that the stages see.</summary>
/// <param name="Path">Its path below the bucket: what METADATA$FILENAME says.</param>
/// <param name="Location">Where it lies on this machine.</param>
/// <param name="ContentKey">A checksum of its content.</param>
internal sealed record StagedFile(string Path, string Location, string ContentKey, DateTime ArrivedAt);
