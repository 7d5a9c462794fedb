using System.ComponentModel;

namespace Pipeline.Model;

/// <summary>A part of the compiled catalog, left in the assembly by the generator. Not for use by hand.</summary>
/// <remarks>
/// The part without a name is the header; any other is one object. The build reads the parts from the assembly's metadata, without
/// running any code of it, and writes the SQL from them.
/// </remarks>
/// <param name="name">The object's name, such as <c>LANDING.RAW_SALES</c>; empty for the header.</param>
/// <param name="json">The object as the catalog's JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CatalogPartAttribute(string name, string json) : Attribute
{
    /// <summary>The object's name, such as <c>LANDING.RAW_SALES</c>; empty for the header.</summary>
    public string Name => name;

    /// <summary>The object as the catalog's JSON.</summary>
    public string Json => json;
}
