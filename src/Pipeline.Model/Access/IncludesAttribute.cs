namespace Pipeline.Model;

/// <summary>Who has this role has that one too: GRANT ROLE that TO ROLE this.</summary>
/// <example><code>[Role, Includes&lt;Analyst&gt;] public sealed class EastManager;   // GRANT ROLE ANALYST TO ROLE EAST_MANAGER;</code></example>
/// <typeparam name="TRole">The role that is included.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IncludesAttribute<[OfKind(typeof(RoleAttribute))] TRole> : Attribute;
