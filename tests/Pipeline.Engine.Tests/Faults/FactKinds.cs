using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Testing;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>The model of all kinds of facts, with deliveries of a few lines: late changes, corrections, deletes, members that come after their facts.</summary>
internal sealed class FactKinds : IDisposable
{
    private static readonly (string Folder, string Header, string[] First, string[] Second)[] Files =
    [
        ("customers", "customer_id,segment,changed_at,is_deleted", ["1,GOLD,2024-01-01 00:00:00,", "2,GOLD,2024-01-01 00:00:00,"], ["1,SILVER,2024-01-03 00:00:00,", "3,GOLD,2024-01-01 00:00:00,", "2,GOLD,2024-01-04 00:00:00,true"]),
        ("products", "product_id,category", ["A,TEA"], ["A,COFFEE", "B,TEA"]),
        ("sales", "sale_id,customer_id,product_id,amount,sold_at,changed_at,is_deleted",
            ["S1,1,A,10,2024-01-05 00:00:00,1,", "S2,3,B,20,2024-01-05 00:00:00,1,", "S3,2,,30,2024-01-05 00:00:00,1,"], ["S1,1,A,15,2024-01-02 00:00:00,2,", "S3,2,,30,2024-01-05 00:00:00,2,true"]),
        ("visitors", "visitor_id,level,changed_at,is_deleted", ["1,NEW,2024-01-01 00:00:00,"], ["1,OLD,2024-01-02 00:00:00,", "2,NEW,2024-01-01 00:00:00,"]),
        ("visits", "visit_id,visitor_id,visited_at,changed_at", ["V1,1,2024-01-03 00:00:00,2024-01-03 00:00:00", "V2,2,2024-01-03 00:00:00,2024-01-03 00:00:00"], ["V1,2,2024-01-03 00:00:00,2024-01-04 00:00:00"]),
        ("orders", "order_id,happened_at,status,paid_at,shipped_at", ["O1,2024-01-01 00:00:00,NEW,,", "O1,2024-01-03 00:00:00,SENT,,2024-01-03 00:00:00"], ["O1,2024-01-02 00:00:00,PAID,2024-01-02 00:00:00,", "O2,2024-01-02 00:00:00,NEW,,"]),
        ("promotions", "promotion,day", ["P1,2024-01-01"], ["P1,2024-01-02", "P2,2030-01-01"]),
        ("items", "item_id,item_name", ["I1,Cup"], ["I2,Pot"]),
        ("counts", "item_id,shop,day,on_hand,is_deleted", ["I1,X,2024-01-01,5,", "I2,X,2024-01-02,7,"], ["I1,X,2024-01-03,4,", "I2,X,2024-01-02,7,true"]),
        ("stocks", "good,colour,shop,on_hand,is_deleted", ["G1,RED,X,1,", "G2,RED,X,2,", "G3,RED,Y,3,"], ["G1,BLUE,X,1,", "G3,RED,Y,3,true"]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-faults-").FullName;

    public FactKinds()
    {
        var catalog = CatalogCompletion.Complete(CatalogJson.ReadManifest(File.ReadAllText(RepositoryRoot.File("tests", "FactKinds", "sql", "manifest.json"))));
        Model = new(catalog, [(Write("1", f => f.First), new(2024, 1, 5, 6, 0, 0)), (Write("2", f => f.Second), new(2024, 1, 6, 6, 0, 0))], hasLedger: false);
    }

    public FaultModel Model { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string delivery, Func<(string Folder, string Header, string[] First, string[] Second), string[]> lines)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, delivery, file.Folder);
            Directory.CreateDirectory(path);
            File.WriteAllLines(Path.Combine(path, $"{file.Folder}_{delivery}.csv"), lines(file).Prepend(file.Header));
        }

        return Path.Combine(folder, delivery);
    }
}
