namespace Architecture.Tests.Names;

/// <summary>What the platform's data flow names, and what stands for it in the sample.</summary>
/// <param name="Name">As the data flow names it: an object of the account, a column or a check in lower case, a thing in words.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Class">The class; of a column or a check the class and its member, of what the platform makes itself the class that asks for it.</param>
/// <param name="Test">The test that fails if it doesn't do what it is for.</param>
internal sealed record NamedThing(string Name, string Kind, string Class, string Test)
{
    /// <summary>The object's name in the account, where the data flow names it otherwise.</summary>
    public string? Object { get; init; }

    /// <summary>The class without its member.</summary>
    public string ClassName => Class.Split('.')[0];

    /// <summary>The member; null for a class as a whole.</summary>
    public string? Member => Class.Split('.') is [_, var member] ? member : null;
}
