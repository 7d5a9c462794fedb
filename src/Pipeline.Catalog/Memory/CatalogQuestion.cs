namespace Pipeline.Catalog.Memory;

/// <summary>How a question to a catalog begins; what follows is what it asks about.</summary>
internal static class CatalogQuestion
{
    /// <summary>All objects.</summary>
    public const string Everything = "*";

    /// <summary>The objects of a name.</summary>
    public const char Named = '=';

    /// <summary>The objects of a kind, by its type's full name.</summary>
    public const char Kind = ':';

    /// <summary><see cref="CompiledCatalog.IsTracked"/>.</summary>
    public const char Tracked = 't';

    /// <summary><see cref="CompiledCatalog.StreamsOn"/>.</summary>
    public const char StreamsOn = 's';

    /// <summary><see cref="CompiledCatalog.IsUnderDynamicTable"/>.</summary>
    public const char UnderDynamicTable = 'd';
}
