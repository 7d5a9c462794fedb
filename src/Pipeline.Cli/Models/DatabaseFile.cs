namespace Pipeline.Cli.Models;

/// <summary>The file of a local database.</summary>
internal static class DatabaseFile
{
    /// <summary>Deletes the file with its log; any other file than a database stays.</summary>
    public static void Delete(string file)
    {
        if (!File.Exists(file)) return;
        if (!IsDatabase(file)) throw new UsageException($"{file} is no DuckDB database, so --fresh doesn't delete it. Name another file with --database.");
        File.Delete(file);
        File.Delete(file + ".wal");
    }

    // After a checksum of eight bytes comes the mark.
    private static bool IsDatabase(string file)
    {
        Span<byte> start = stackalloc byte[12];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start[8..].SequenceEqual("DUCK"u8);
    }
}
