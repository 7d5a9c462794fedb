using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>Reads policies, and which of them an object has.</summary>
internal static class PolicyReader
{
    public static CatalogObject? Masking(ReadContext context)
    {
        var mask = context.Type.GetMembers("Mask").OfType<IMethodSymbol>().FirstOrDefault(m => m.IsStatic);
        if (mask is null || !context.Type.AllInterfaces.Any(i => i.Word() == "IMask"))
        {
            context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of what readers see; implement IMask<T>");
            return null;
        }

        return context.Try(() => QueryTranslator.Policy(mask, isCondition: false, context.Compilation, context.Shapes, context.Cancellation)) is { } policy
            ? new MaskingPolicyObject(context.Name, context.ClassName, policy.Arguments, policy.Body)
            : null;
    }

    public static CatalogObject? RowAccess(ReadContext context)
    {
        if (context.Methods("Allow").FirstOrDefault() is not { } allow)
        {
            context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of which rows readers see; write a static method with [Allow] from columns to bool");
            return null;
        }

        return context.Try(() => QueryTranslator.Policy(allow, isCondition: true, context.Compilation, context.Shapes, context.Cancellation)) is { } policy
            ? new RowAccessPolicyObject(context.Name, context.ClassName, policy.Arguments, policy.Body)
            : null;
    }

    /// <summary>The row access policy of an object of any kind.</summary>
    public static RowAccess? On(ReadContext context)
    {
        if (context.Type.Attribute("RowAccess") is not { } attribute || KindNames.Of(attribute.Argument()) is not { } policy) return null;
        return new(policy, attribute.ListAt(0).Select(p => SqlName.Of(p)).ToEquatableArray());
    }
}
