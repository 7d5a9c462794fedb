using System.Text.RegularExpressions;

namespace Pipeline.Catalog;

/// <summary>A consumer in other accounts: secure views that it may read, and nothing else.</summary>
public sealed record ShareObject(QualifiedName Name, string ClassName, string Owner) : CatalogObject(Name, ClassName)
{
    private static readonly Regex Account = new(@"\A[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*)?\z", RegexOptions.CultureInvariant);

    public EquatableArray<QualifiedName> Reads { get; init; }

    /// <summary>As ORGANIZATION.ACCOUNT; empty where nobody may take it yet.</summary>
    public EquatableArray<string> Accounts { get; init; }

    /// <summary>Whether an account can be called so: an organization and an account, or an account of the own organization.</summary>
    public static bool IsAccount(string name) => Account.IsMatch(name);
}
