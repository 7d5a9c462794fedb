using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>The name in the account of what a class declares.</summary>
internal static class KindNames
{
    private const int DeepestPlace = 8;

    private static readonly string[] InSchema =
        ["Table", "ExternalTable", "Dimension", "Calendar", "Fact", "View", "MaterializedView", "DynamicTable", "CsvFormat", "JsonFormat", "ParquetFormat", "Stage", "RootTask", "RunLedger", "Gate", "Alert", "MaskingPolicy", "RowAccessPolicy", "Tag"];

    private static readonly string[] OfAccount = ["Database", "Schema", "Warehouse", "ResourceMonitor", "StorageIntegration", "SnsTopic", "EmailChannel", "WebhookChannel", "Role", "Exposure", "Share"];

    private static readonly string[] WithoutRows =
        [.. OfAccount, "CsvFormat", "JsonFormat", "ParquetFormat", "Stage", "RootTask", "Task", "Finalizer", "Pipe", "Gate", "Alert", "MaskingPolicy", "RowAccessPolicy", "Tag"];

    /// <summary>Whether a query can read the class: a schema or a task has no rows.</summary>
    public static bool HasRows(INamedTypeSymbol type) => KindWord(type) is { } word && !WithoutRows.Contains(word);

    /// <summary>The kind attribute of a class, if it has one.</summary>
    public static AttributeData? Kind(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.BaseType.Word() == "KindAttribute" || a.AttributeClass.Word() == "RunLedgerAttribute");

    /// <summary>The kind's word, such as <c>Table</c>.</summary>
    public static string? KindWord(INamedTypeSymbol type) => Kind(type)?.AttributeClass.Word() is { } word ? word.Substring(0, word.Length - "Attribute".Length) : null;

    public static QualifiedName? Of(INamedTypeSymbol? type) => Of(type, 0);

    // Half-typed classes may lie in themselves: a stream of itself, a table in its own stream.
    private static QualifiedName? Of(INamedTypeSymbol? type, int depth)
    {
        if (depth > DeepestPlace || type is null || Kind(type) is not { } kind || KindWord(type) is not { } word) return null;
        var own = kind.Named<string?>("Name", null) ?? SqlName.Of(type.Name);
        if (OfAccount.Contains(word)) return new(null, own);
        if (InSchema.Contains(word)) return SchemaOf(kind) is { } schema ? new(schema, own) : null;
        return word switch
        {
            // A stream lies where its table lies.
            "Stream" => StreamSource(type) is { } source && Of(source, depth + 1) is { } table ? new(table.Schema, own) : null,
            "Pipe" => Of(kind.Argument(), depth + 1) is { } filled ? new(filled.Schema, own) : null,
            "Task" => Root(type) is { } root && Of(root, depth + 1) is { } name ? new(name.Schema, own) : null,
            // What no class of the model makes: views of the account, and what the platform keeps beside the ledger.
            "AccountUsage" => new(AccountViews.Schema, own),
            "PlatformRecord" => new(PlatformTables.AnyLedger, own),
            "Finalizer" => Of(kind.Argument(), depth + 1) is { } root ? new(root.Schema, own) : null,
            _ => null,
        };
    }

    /// <summary>The class whose changes a stream class shows.</summary>
    public static INamedTypeSymbol? StreamSource(ITypeSymbol? stream)
    {
        for (var current = stream?.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Word() == "Stream" && current.TypeArguments.Length == 1) return current.TypeArguments[0] as INamedTypeSymbol;
        }

        return null;
    }

    /// <summary>The root that a task waits for in the end; null where there is none, or only a cycle.</summary>
    public static INamedTypeSymbol? Root(INamedTypeSymbol task)
    {
        var met = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<INamedTypeSymbol>();
        open.Enqueue(task);
        while (open.Count > 0)
        {
            var current = open.Dequeue();
            if (!met.Add(current)) continue;
            if (KindWord(current) == "RootTask") return current;
            foreach (var predecessor in current.Attributes("After").Select(a => a.Argument()).OfType<INamedTypeSymbol>()) open.Enqueue(predecessor);
        }

        return null;
    }

    private static string? SchemaOf(AttributeData kind) => kind.Argument() is { } schema && KindWord(schema) == "Schema" ? Of(schema)?.Name : null;
}
