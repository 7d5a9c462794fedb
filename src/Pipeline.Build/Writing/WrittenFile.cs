namespace Pipeline.Build.Writing;

/// <summary>A file as the build left it.</summary>
/// <param name="Hash">Of its content; empty while it is being written.</param>
public sealed record WrittenFile(string Path, string Hash, long Length, long ModifiedTicks);
