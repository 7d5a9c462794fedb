using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Makes a catalog that belongs to no environment into the one of an environment: a pure step before rendering.</summary>
public static class CatalogBinding
{
    /// <summary>Sets what the environment overrides, then puts its values where strings of the model hold <c>${name}</c>.</summary>
    /// <exception cref="EnvironmentException">A name or an override is of nothing that the environment or the model has, its account's edition or cloud lacks something, or a stage lies where its integration may not look.</exception>
    public static CompiledCatalog Bind(CompiledCatalog catalog, DeploymentEnvironment environment)
    {
        var errors = new List<EnvironmentError>();
        var overrides = new OverrideBinder(environment, errors);
        var placeholders = new PlaceholderBinder(environment, errors);
        var bound = overrides.Bind(catalog.Objects).Select(placeholders.Bind).Select(o => Named(o, environment)).ToEquatableArray();
        errors.AddRange(EditionCheck.Check(bound, environment));
        errors.AddRange(CloudCheck.Check(bound, environment));
        errors.AddRange(PlaceCheck.Check(bound, environment));
        if (errors.Count > 0) throw new EnvironmentException(errors);
        // Where nothing is bound it is the very same catalog: what was found out about it needn't be found out again.
        return bound.Zip(catalog.Objects, ReferenceEquals).All(same => same) ? catalog : new CompiledCatalog(bound);
    }

    // The same model is deployed to a database of another name in each environment.
    private static CatalogObject Named(CatalogObject item, DeploymentEnvironment environment) =>
        item is DatabaseObject && environment.Database is { } name ? item with { Name = new(null, name) } : item;
}
