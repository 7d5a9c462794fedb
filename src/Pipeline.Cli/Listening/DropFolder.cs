namespace Pipeline.Cli.Listening;

/// <summary>A folder into which others drop files: tells which of them are complete.</summary>
/// <remarks>
/// A file is complete when two looks find it with one length and one time of change. The watcher only shortens the wait for the next look:
/// network shares and containers don't tell of changes, and a full queue of changes is dropped, so the folder is looked at every second besides.
/// </remarks>
internal sealed class DropFolder : IDisposable
{
    private readonly string folder;
    private readonly TimeSpan settle;
    private readonly TimeProvider clock;
    private readonly FileSystemWatcher? watcher;
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    public DropFolder(string folder, TimeSpan settle, TimeProvider clock, bool watches = true)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"There is no folder {folder} to listen to; make it, and name it with --folder.");
        (this.folder, this.settle, this.clock) = (Path.GetFullPath(folder), settle, clock);
        watcher = watches ? Watch() : null;
    }

    /// <summary>Whether files are there that may still be written.</summary>
    public bool IsUnsettled => looks.Values.Any(l => !l.IsTaken);

    /// <summary>The paths below the folder, with '/', of the files that are complete and weren't taken as they are now.</summary>
    public IReadOnlySet<string> TakeComplete()
    {
        var now = clock.GetUtcNow();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var files = Files();
        foreach (var gone in looks.Keys.Except(files.Select(f => f.Path)).ToList()) looks.Remove(gone);
        foreach (var (path, length, changedAt) in files)
        {
            if (!looks.TryGetValue(path, out var look) || look.Length != length || look.ChangedAt != changedAt)
            {
                looks[path] = new(length, changedAt, now, IsTaken: false);
            }
            else if (!look.IsTaken && now - look.Since >= settle)
            {
                looks[path] = look with { IsTaken = true };
                taken.Add(path);
            }
        }

        return taken;
    }

    /// <summary>Waits until the folder changes or it is time to look again.</summary>
    /// <exception cref="OperationCanceledException">The listening ends.</exception>
    public void Wait(CancellationToken end) => changed.Wait(IsUnsettled ? settle : TimeSpan.FromSeconds(1), end);

    public void Dispose()
    {
        watcher?.Dispose();
        changed.Dispose();
    }

    // A file may vanish between being listed and being looked at. A name that begins with a dot is that of a file in the making.
    private List<(string Path, long Length, DateTime ChangedAt)> Files() =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.Exists)
            .Select(f => (Path.GetRelativePath(folder, f.FullName).Replace(Path.DirectorySeparatorChar, '/'), f.Length, f.LastWriteTimeUtc))
            .Where(f => !f.Item1.Split('/').Any(part => part.StartsWith('.'))),
    ];

    private FileSystemWatcher? Watch()
    {
        try
        {
            var made = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            made.Created += (_, _) => Signal();
            made.Changed += (_, _) => Signal();
            made.Renamed += (_, _) => Signal();
            made.EnableRaisingEvents = true;
            return made;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private void Signal()
    {
        try
        {
            if (changed.CurrentCount == 0) changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Told twice at once, or after the end: either way nothing is lost.
        }
    }

    private sealed record Look(long Length, DateTime ChangedAt, DateTimeOffset Since, bool IsTaken);
}
