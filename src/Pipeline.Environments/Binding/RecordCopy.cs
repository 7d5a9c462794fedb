using System.Collections.Concurrent;
using System.Reflection;

namespace Pipeline.Environments;

/// <summary>What <c>with</c> does, for a property known only by its name.</summary>
internal static class RecordCopy
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Shapes = new();

    /// <summary>The properties that a copy can have otherwise.</summary>
    public static IReadOnlyList<PropertyInfo> Properties(Type type) =>
        Shapes.GetOrAdd(type, t => [.. t.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal)]);

    public static T With<T>(T record, PropertyInfo property, object? value) where T : class
    {
        var copy = (T)record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
