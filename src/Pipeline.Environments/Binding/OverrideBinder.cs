using System.Globalization;
using System.Reflection;
using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Sets properties of objects as an environment's <c>overrides</c> say, by the name of the class.</summary>
internal sealed class OverrideBinder(DeploymentEnvironment environment, List<EnvironmentError> errors)
{
    private static readonly string[] Fixed =
        [nameof(CatalogObject.Name), nameof(CatalogObject.ClassName), nameof(CatalogObject.Comment), nameof(FileFormatObject.Compression), nameof(TableObject.SeedFile)];

    /// <summary>What Snowflake calls the sizes of a warehouse; any case of letters will do.</summary>
    public static readonly IReadOnlyList<string> Sizes =
        ["XSMALL", "SMALL", "MEDIUM", "LARGE", "XLARGE", "XXLARGE", "XXXLARGE", "X2LARGE", "X3LARGE", "X4LARGE", "X5LARGE", "X6LARGE"];

    public IReadOnlyList<CatalogObject> Bind(IEnumerable<CatalogObject> objects)
    {
        var bound = objects.ToList();
        foreach (var change in environment.Overrides)
        {
            var at = bound.FindIndex(o => o.ClassName == change.ClassName);
            if (at < 0 && bound.Count(o => IsNamed(o, change.ClassName)) == 1) at = bound.FindIndex(o => IsNamed(o, change.ClassName));
            if (at < 0) Error(change, UnknownClass(change.ClassName, bound));
            else bound[at] = Apply(bound[at], change);
        }

        return bound;
    }

    /// <summary>The properties that an environment can set of such an object.</summary>
    public static IReadOnlyList<PropertyInfo> Settable(Type type) => [.. RecordCopy.Properties(type).Where(IsSettable)];

    private CatalogObject Apply(CatalogObject value, PropertyOverride change)
    {
        var known = Settable(value.GetType());
        var property = known.FirstOrDefault(p => p.Name == change.Property);
        if (property is null)
        {
            Error(change, $"'{change.Property}' of {change.ClassName} can't be overridden; use {string.Join(", ", known.Select(p => p.Name))}."
                + Nearest.Question(change.Property, known.Select(p => p.Name)));
            return value;
        }

        return Converted(value, property, change) is { } converted ? RecordCopy.With(value, property, converted) : value;
    }

    private object? Converted(CatalogObject value, PropertyInfo property, PropertyOverride change)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string)) return Text(value, change);
        if (type == typeof(bool)) return bool.TryParse(change.Value, out var flag) ? flag : Wrong(change, "true or false");
        if (type == typeof(int))
        {
            return int.TryParse(change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Wrong(change, "a whole number from 0");
        }

        var names = Enum.GetNames(type);
        return names.Contains(change.Value, StringComparer.Ordinal) ? Enum.Parse(type, change.Value) : Wrong(change, string.Join(" or ", names));
    }

    private string? Text(CatalogObject value, PropertyOverride change) => (value, change.Property) switch
    {
        (WarehouseObject, nameof(WarehouseObject.Size)) => Sizes.Contains(change.Value.ToUpperInvariant())
            ? change.Value.ToUpperInvariant()
            : (string?)Wrong(change, string.Join(", ", Sizes)),
        (TaskObject { Cron: { } cron }, nameof(TaskObject.Cron)) => Cron(cron, change),
        (TaskObject, nameof(TaskObject.Cron)) => (string?)Wrong(change, "none here: the model says no cron to replace"),
        _ => change.Value,
    };

    // Five fields alone keep the zone that the model says.
    private string? Cron(string model, PropertyOverride change)
    {
        var fields = change.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            5 => string.Join(" ", fields) + model.Substring(model.LastIndexOf(' ')),
            6 => string.Join(" ", fields),
            _ => (string?)Wrong(change, "five cron fields, with a zone after them or without"),
        };
    }

    private static bool IsSettable(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return !Fixed.Contains(property.Name) && (type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int));
    }

    private static bool IsNamed(CatalogObject value, string name) =>
        value.ClassName.EndsWith("." + name, StringComparison.Ordinal) || value.ClassName.EndsWith("+" + name, StringComparison.Ordinal);

    private static string UnknownClass(string name, List<CatalogObject> objects)
    {
        var several = objects.Where(o => IsNamed(o, name)).Select(o => o.ClassName).ToList();
        if (several.Count > 1) return $"'{name}' may be {string.Join(" or ", several)}; write the full name.";
        var known = objects.Where(o => o.ClassName.Length > 0).Select(o => o.ClassName.Substring(o.ClassName.LastIndexOfAny(['.', '+']) + 1));
        return $"The model has no class '{name}' to override; name one that it has.{Nearest.Question(name, known)}";
    }

    private object? Wrong(PropertyOverride change, string wanted)
    {
        Error(change, $"'{change.Value}' doesn't fit {change.ClassName}.{change.Property}; write {wanted}.");
        return null;
    }

    private void Error(PropertyOverride change, string message) => errors.Add(new(environment.File, change.Line, change.Column, message));
}
