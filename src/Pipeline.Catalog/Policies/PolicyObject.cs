namespace Pipeline.Catalog;

/// <summary>A policy: an expression over its arguments, over who reads, and over tables to look them up in.</summary>
public abstract record PolicyObject(QualifiedName Name, string ClassName, EquatableArray<PolicyArgument> Arguments, Expression Body)
    : CatalogObject(Name, ClassName);

/// <summary>What a reader sees of a value, which is the first argument.</summary>
public sealed record MaskingPolicyObject(QualifiedName Name, string ClassName, EquatableArray<PolicyArgument> Arguments, Expression Body)
    : PolicyObject(Name, ClassName, Arguments, Body);

/// <summary>Whether a reader sees a row.</summary>
public sealed record RowAccessPolicyObject(QualifiedName Name, string ClassName, EquatableArray<PolicyArgument> Arguments, Expression Body)
    : PolicyObject(Name, ClassName, Arguments, Body);

/// <summary>An argument of a policy; its body sees it as a column without a source.</summary>
/// <remarks>Its name begins with ARG_: named as a column of a mapping table, it would be taken for that column, and everybody would see all.</remarks>
public sealed record PolicyArgument(string Name, SqlType Type);
