using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Pipeline.Model;

/// <summary>Reads JSON into the shape that a model declares; what is missing or of another type is null.</summary>
internal static class VariantShape
{
    public static object? Read(JsonNode? node, Type type)
    {
        if (Variant.Of(node) is not { } value || node is null)
        {
            return null;
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target switch
        {
            _ when target == typeof(Variant) => value,
            _ when target == typeof(string) => value.AsString(),
            _ when target == typeof(bool) => value.AsBool(),
            _ when target == typeof(decimal) => value.AsDecimal(),
            _ when target == typeof(double) => value.AsDecimal() is { } number ? (double)number : null,
            _ when target == typeof(int) => Whole(value, int.MinValue, int.MaxValue) is { } number ? (int)number : null,
            _ when target == typeof(long) => Whole(value, long.MinValue, long.MaxValue) is { } number ? (long)number : null,
            _ when target == typeof(DateTime) => value.AsDateTime(),
            _ when target == typeof(DateOnly) => value.AsDateTime() is { } time ? DateOnly.FromDateTime(time) : null,
            _ when ElementOf(target) is { } element => node is JsonArray array ? Elements(array, element) : null,
            _ => node is JsonObject members ? Members(members, target) : null,
        };
    }

    private static decimal? Whole(Variant value, decimal least, decimal greatest) =>
        value.AsDecimal() is { } number && Math.Round(number, MidpointRounding.AwayFromZero) is var whole && whole >= least && whole <= greatest
            ? whole
            : null;

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0]
        : null;

    private static Array Elements(JsonArray array, Type type)
    {
        var elements = Array.CreateInstance(type, array.Count);
        for (var index = 0; index < array.Count; index++)
        {
            elements.SetValue(Read(array[index], type), index);
        }

        return elements;
    }

    private static object Members(JsonObject members, Type type)
    {
        var shape = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
        {
            var name = property.GetCustomAttribute<FromFieldAttribute>()?.Name ?? property.Name;
            if (Read(members[name], property.PropertyType) is { } value)
            {
                property.SetValue(shape, value);
            }
        }

        return shape;
    }
}
