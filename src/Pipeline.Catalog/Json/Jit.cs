using System.Runtime.CompilerServices;

namespace Pipeline.Catalog.Json;

/// <summary>How methods are compiled that see each letter of a large text.</summary>
internal static class Jit
{
    /// <summary>For good at the first call: a build ends before it would be done a second time. <c>AggressiveOptimization</c>, which .NET Standard has no name for; an older runtime takes no notice.</summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
}
