namespace Pipeline.Model;

/// <summary>A masking policy: what a reader sees of a column instead of its value. The class is an <see cref="IMask{T}"/>.</summary>
/// <remarks>
/// Becomes CREATE OR ALTER MASKING POLICY: its body changes in place, so no column is ever without. Columns have it by <see cref="MaskedAttribute{TMask}"/>.
/// Enterprise edition. See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-masking-policy">CREATE MASKING POLICY</see>.
/// </remarks>
/// <example><code>
/// [MaskingPolicy&lt;Governance&gt;]
/// public sealed class EmailMask : IMask&lt;string?&gt;
/// {
///     public static string? Mask(string? value) =&gt; Sql.IsRoleInSession&lt;PiiReader&gt;() || Sql.IsRoleInSession&lt;Transformer&gt;() ? value : "*****";
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MaskingPolicyAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute;
