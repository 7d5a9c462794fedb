namespace Pipeline.Engine.Deployment;

/// <summary>
/// Makes a database beside its place and moves it there when it is whole: of a process that is killed while it makes one, nothing is left in the way of the next.
/// </summary>
/// <remarks>DuckDB replays the log of a killed process, but not a table whose default reads a sequence: half a database could not be opened again.</remarks>
internal static class NewDatabase
{
    /// <param name="file">Where the database belongs.</param>
    /// <param name="make">Makes the database of that file, and closes it.</param>
    /// <exception cref="EngineException">The database can't be made there.</exception>
    public static void Make(string file, Action<string> make)
    {
        // A database is named after its file, so the name must be the same.
        var beside = file + ".new";
        var part = Path.Combine(beside, Path.GetFileName(file));
        try
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
            make(part);
            File.Move(part, file);
            Directory.Delete(beside, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"{file} can't be made: {e.Message} Name another file with --database.", e);
        }
    }
}
