using Pipeline.Catalog;

namespace Pipeline.Cli.Output;

/// <summary>Finds the object that a person names: <c>CURATED.DIM_CUSTOMER</c>, <c>dim_customer</c> or the class <c>DimCustomer</c>.</summary>
internal static class ObjectNames
{
    public static QualifiedName Find(CompiledCatalog catalog, string text, Func<CatalogObject, bool> isWanted)
    {
        var wanted = catalog.Objects.Where(o => o is not RunLedgerObject && isWanted(o)).ToList();
        var found = wanted.Where(o => Same(o.Name.ToString(), text)).DefaultIfEmpty().First() is { } exact
            ? [exact]
            : wanted.Where(o => Same(o.Name.Name, text) || Same(o.ClassName, text) || Same(o.ClassName.Split('.')[^1], text)).ToList();
        return found switch
        {
            [var only] => only.Name,
            [] => throw new UsageException($"The model has nothing called {text} to show. It has: {List(Nearest(wanted, text))}."),
            _ => throw new UsageException($"{text} could be {string.Join(" or ", found.Select(o => o.Name))}; name it with its schema."),
        };
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // What begins alike stands first, where the list is long.
    private static List<CatalogObject> Nearest(List<CatalogObject> wanted, string text) =>
        [.. wanted.OrderByDescending(o => Math.Max(Alike(o.Name.Name, text), Alike(o.ClassName.Split('.')[^1], text)))];

    private static int Alike(string name, string text)
    {
        var length = 0;
        while (length < Math.Min(name.Length, text.Length) && char.ToUpperInvariant(name[length]) == char.ToUpperInvariant(text[length])) length++;
        return length;
    }

    private static string List(List<CatalogObject> objects) =>
        string.Join(", ", objects.Take(40).Select(o => o.Name)) + (objects.Count > 40 ? ", .." : "");
}
