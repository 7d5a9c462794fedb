namespace Pipeline.Catalog;

/// <summary>The roles that are in a session, by what they include.</summary>
public static class RoleClosure
{
    /// <summary>The role with all that it includes, at any depth, by name.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<RoleObject> roles, QualifiedName role)
    {
        var byName = roles.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.First());
        var met = new List<QualifiedName>();
        var open = new Queue<QualifiedName>([role]);
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (met.Contains(name)) continue;
            met.Add(name);
            if (!byName.TryGetValue(name, out var found)) continue;
            foreach (var included in found.Includes) open.Enqueue(included);
        }

        return met.Select(n => n.Name).ToList();
    }

    /// <summary>The roles with which the loads run.</summary>
    public static IReadOnlyList<string> OfLoads(IEnumerable<RoleObject> roles)
    {
        var all = roles.ToList();
        return all.Where(r => r.RunsLoads).SelectMany(r => Of(all, r.Name)).Distinct().ToList();
    }

    /// <summary>Whether a session with these roles may read the object: by a grant on it or on its schema, or as a consumer of a share.</summary>
    public static bool MayRead(CompiledCatalog catalog, IReadOnlyCollection<string> roles, CatalogObject item)
    {
        bool Given(CatalogObject? on) => on?.Grants.Any(g => g.Access is Access.Read or Access.Write && roles.Contains(g.Role.Name)) == true;
        bool Shared(ShareObject share) => roles.Contains(share.Name.Name) && share.Reads.Contains(item.Name);
        return Given(item) || catalog.All<ShareObject>().Any(Shared) || Given(catalog.Find<SchemaObject>(new(null, item.Name.Schema ?? "")));
    }
}
