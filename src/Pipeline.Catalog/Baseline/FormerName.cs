namespace Pipeline.Catalog.Baseline;

/// <summary>The name to give to [RenamedFrom]: the word of the C#, or the account's own where that isn't made of it.</summary>
internal static class FormerName
{
    public static string Of(TableObject table) => Of(table.ClassName.Substring(table.ClassName.LastIndexOf('.') + 1), table.Name.Name);

    public static string Of(StreamObject stream) => Of(stream.ClassName.Substring(stream.ClassName.LastIndexOf('.') + 1), stream.Name.Name);

    public static string Of(Column column) => Of(column.Property, column.Name);

    private static string Of(string word, string name) => word.ToUpperInvariant().Replace("_", "") == name.Replace("_", "") ? word : name;
}
