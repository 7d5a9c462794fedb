namespace Loads.Benchmarks.LocalRun;

/// <summary>The files of two deliveries: everything at first, then a hundredth more.</summary>
/// <param name="Folder">Where they lie.</param>
/// <param name="Sales">How many sales the first delivery has.</param>
internal sealed record SalesFiles(string Folder, int Sales)
{
    private const int SalesPerFile = 1_000_000;

    public string First => Path.Combine(Folder, "first");

    public string Next => Path.Combine(Folder, "next");

    private int Customers => Math.Max(10, Sales / 10);

    private int Products => Math.Max(10, Math.Min(10_000, Sales / 100));

    /// <summary>Writes them, unless they are there.</summary>
    public SalesFiles Write()
    {
        if (File.Exists(Path.Combine(Folder, "complete"))) return this;
        using var database = new Database();
        MakeFolders(First);
        MakeFolders(Next);

        WriteMembers(database, First, "a", "2023-01-01", scatter: 0, Customers, Products, 200);
        WriteMembers(database, First, "b", "2023-07-01", scatter: 1, Customers / 5, Products / 5, 20);
        for (var file = 0; file * SalesPerFile < Sales; file++)
        {
            WriteSales(database, First, file, file * SalesPerFile, Math.Min(SalesPerFile, Sales - (file * SalesPerFile)), "2023-02-01", days: 365);
        }

        var more = Math.Max(1, Sales / 100);
        WriteMembers(database, Next, "c", "2024-06-01", scatter: 1, Math.Max(1, Customers / 100), Math.Max(1, Products / 100), 2);
        WriteSales(database, Next, file: 0, Sales - (more / 10), more, "2024-06-02", days: 10);
        File.WriteAllText(Path.Combine(Folder, "complete"), "");
        return this;
    }

    private void WriteMembers(Database database, string folder, string file, string since, int scatter, int customers, int products, int stores) =>
        database.Execute(SqlText.Read(
            "LocalRun/members.sql", ("folder", folder), ("file", file), ("since", since), ("scatter", scatter),
            ("customers", Customers), ("customerChanges", customers), ("productChanges", products), ("storeChanges", stores)));

    private void WriteSales(Database database, string folder, int file, int first, int sales, string since, int days) =>
        database.Execute(SqlText.Read(
            "LocalRun/files.sql", ("folder", folder), ("file", file.ToString("00", System.Globalization.CultureInfo.InvariantCulture)),
            ("first", first), ("sales", sales), ("customers", Customers), ("products", Products), ("since", since), ("seconds", days * 86_400)));

    private static void MakeFolders(string delivery)
    {
        foreach (var folder in new[] { "sales", "customers", "products", "stores" }) Directory.CreateDirectory(Path.Combine(delivery, folder));
    }
}
