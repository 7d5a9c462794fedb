using Pipeline.Generators.Reading;

namespace Pipeline.Generators;

/// <summary>The kind attributes by the names under which the compiler knows them.</summary>
internal static class KindAttributes
{
    private static readonly string[] WithoutArgument = ["Schema", "Warehouse", "StorageIntegration", "Stream", "Task"];
    private static readonly string[] WithTwo = ["DynamicTable", "RootTask"];

    public static string MetadataName(string kind)
    {
        var name = $"{ModelSymbols.Namespace}.{kind}Attribute";
        return WithoutArgument.Contains(kind) ? name : name + (WithTwo.Contains(kind) ? "`2" : "`1");
    }
}
