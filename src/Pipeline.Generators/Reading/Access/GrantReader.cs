using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>Who may do what with an object of any kind.</summary>
internal static class GrantReader
{
    public static EquatableArray<Grant> Read(ReadContext context) => context.Type.Attributes("Grant")
        .Select(a => KindNames.Of(a.Argument()) is { } role ? new Grant(role, a.EnumAt(0).As<Access>()) : null).OfType<Grant>().ToEquatableArray();
}
