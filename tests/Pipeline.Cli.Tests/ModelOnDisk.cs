using Pipeline.Catalog.Json;
using Pipeline.Cli.Commands;
using Pipeline.Engine.Tests;

namespace Pipeline.Cli.Tests;

/// <summary>The shop's manifest in a folder with two deliveries, and the command line over it.</summary>
internal sealed class ModelOnDisk : IDisposable
{
    public ModelOnDisk()
    {
        Write("sql/manifest.json", CatalogJson.WriteManifest(Shop.Catalog));
        Write("data/2024-03-01T06-00/customers_1.csv", "CUSTOMER_ID,SEGMENT,CHANGED_AT\n7,GOLD,2024-02-01 00:00:00\n8,SILVER,2024-02-01 00:00:00\n");
        Write("data/2024-03-01T06-00/orders_1.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n1,7,10.50,2024-02-03 10:00:00\n2,8,-5,2024-02-03 10:00:00\n");
        Write("data/2024-03-02T06-00/customers_2.csv", "CUSTOMER_ID,SEGMENT,CHANGED_AT\n7,BLACK,2024-03-01 00:00:00\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("pipeline-model-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public void Write(string path, string content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <returns>The exit code.</returns>
    public int Pipeline(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = PipelineCommand.Run(args, output, error);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <returns>The exit code.</returns>
    public int Run(params string[] options) => Pipeline(["run", Folder, .. options]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
