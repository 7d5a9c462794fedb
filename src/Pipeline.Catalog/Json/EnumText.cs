using System.Collections.Concurrent;

namespace Pipeline.Catalog.Json;

/// <summary>Values of enums as texts: a catalog holds few different ones, each of them often.</summary>
internal static class EnumText
{
    private static readonly ConcurrentDictionary<(Type Type, string Text), object> Values = new();
    private static readonly ConcurrentDictionary<object, string> Texts = new();

    /// <exception cref="ArgumentException">The enum has no such value.</exception>
    public static object Read(Type type, string text) => Values.GetOrAdd((type, text), static k => Enum.Parse(k.Type, k.Text));

    public static string Write(object value) => Texts.GetOrAdd(value, static v => v.ToString()!);
}
