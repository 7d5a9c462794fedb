using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipeline.Model;

/// <summary>The parts of a key of several columns: of a tuple, an anonymous object or a record.</summary>
internal static class KeyParts
{
    public static bool HasNull(object key) => (Of(key) ?? []).Any(part => part is null || HasNull(part));

    /// <summary>The parts in their order; null for a key that is one value.</summary>
    public static IReadOnlyList<object?>? Of(object key) => key switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(part => tuple[part])],
        _ when IsAnonymous(key.GetType()) || IsRecord(key.GetType()) =>
            [.. key.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.GetValue(key))],
        _ => null,
    };

    private static bool IsAnonymous(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute));

    // Only the compiler writes this method, and it does for each record.
    private static bool IsRecord(Type type) => type.GetMethod(
        "PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(System.Text.StringBuilder)]) is not null;
}
