namespace Pipeline.Model;

/// <summary>A consumer in other accounts of Snowflake: who answers for it, and by <see cref="ReadsAttribute{TObject}"/> exactly what it reads.</summary>
/// <remarks>
/// Becomes CREATE SHARE IF NOT EXISTS, GRANT USAGE on the database and the schemas, GRANT SELECT on each secure view that it reads, and ALTER SHARE .. ADD ACCOUNTS. A
/// consumer has none of this account's roles, so what shows it rows or values by a role is refused (PL0775), as are objects that are no secure view (PL0773) and views
/// that read another database (PL0774). An account that is taken away from the list stays until somebody removes it.
/// Locally <c>pipeline query .. --as PartnerSales</c> shows what a consumer sees.
/// See <see href="https://docs.snowflake.com/en/user-guide/data-sharing-provider">Sharing data</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Monthly revenue for suppliers.&lt;/summary&gt;
/// [Share(Owner = "partners@retail.example", Accounts = ["${partners.accounts}"]), Reads&lt;SharedRevenue&gt;]
/// public sealed class SupplierShare;
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShareAttribute : KindAttribute
{
    /// <summary>Who is asked before what it reads changes: a person, a team, an address.</summary>
    public required string Owner { get; init; }

    /// <summary>The accounts that may take it, as <c>ORGANIZATION.ACCOUNT</c>; a name of <c>pipeline.yml</c> stands for a list. None: nobody may yet.</summary>
    public string[] Accounts { get; init; } = [];
}
