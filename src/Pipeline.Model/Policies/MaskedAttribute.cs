namespace Pipeline.Model;

/// <summary>Readers see the column through a masking policy.</summary>
/// <remarks>
/// The policy is a part of the CREATE, and is set again, in one step, by each deployment: there is no moment at which the column is bare. A mask doesn't
/// follow a value into another table or view: say it there too.
/// See <see href="https://docs.snowflake.com/en/user-guide/security-column-intro">Column-level security</see>.
/// </remarks>
/// <example><code>
/// [Masked&lt;EmailMask&gt;, Pii] public string? Email { get; init; }                      // EMAIL VARCHAR WITH MASKING POLICY GOVERNANCE.EMAIL_MASK
/// [Masked&lt;NameMask&gt;(nameof(Segment))] public string Name { get; init; }              // .. USING (NAME, SEGMENT)
/// </code></example>
/// <typeparam name="TMask">The policy.</typeparam>
/// <param name="with">The other column that the policy looks at.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaskedAttribute<[OfKind(typeof(MaskingPolicyAttribute<>))] TMask>(params string[] with) : Attribute
{
    /// <summary>The other columns that the policy looks at, by property.</summary>
    public string[] With => with;
}
