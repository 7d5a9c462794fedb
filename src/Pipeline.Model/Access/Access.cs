namespace Pipeline.Model;

/// <summary>What a role may do with an object; each means as little as serves the purpose.</summary>
/// <remarks>
/// On a schema it holds for all that is in it and all that will be (ALL and FUTURE). docs/reference/access.md has the table of privileges.
/// </remarks>
public enum Access
{
    /// <summary>Select rows. On a schema: USAGE, and SELECT on tables, views and dynamic tables. On a resource monitor: MONITOR.</summary>
    Read,

    /// <summary>What <see cref="Read"/> may, and insert, update and delete rows, read streams and use stages and file formats.</summary>
    Write,

    /// <summary>Use a warehouse or an integration: USAGE.</summary>
    Use,

    /// <summary>See how it runs, start it and stop it: MONITOR and OPERATE of tasks, dynamic tables, pipes and warehouses, USAGE of procedures. Of a resource monitor also MODIFY.</summary>
    Operate,

    /// <summary>Make objects in a schema: CREATE TABLE, CREATE VIEW and so on. Who makes one owns it.</summary>
    Create,
}
