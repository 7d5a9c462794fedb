using SqlJudges.Tests.Gaps;

namespace SqlJudges.Tests;

public sealed class SkeletonTests
{
    private const string Task = """
        CREATE { OR REPLACE | OR ALTER } TASK [ IF NOT EXISTS ] <name> [ WAREHOUSE = <name> ] [ COMMENT = <text> ]
            [ AFTER <name> [ , <name> ]* ] [ WHEN <any> ] AS SELECT <number>
        """;

    [Theory]
    [InlineData("CREATE OR REPLACE TASK <name> WAREHOUSE = <name> AS SELECT <number>", true)]
    [InlineData("CREATE OR ALTER TASK <name> AFTER <name>, <name>, <name> WHEN <name> (<text>) OR <name> (<text>) AS SELECT <number>", true)]
    [InlineData("CREATE TASK <name> AS SELECT <number>", false)]
    [InlineData("CREATE OR REPLACE TASK <name> COMMENT = <text> WAREHOUSE = <name> AS SELECT <number>", false)]
    [InlineData("CREATE OR REPLACE TASK <name> WAREHOUSE = <text> AS SELECT <number>", false)]
    [InlineData("CREATE OR REPLACE TASK <name> WHEN <name> (<text> AS SELECT <number>", false)]
    [InlineData("CREATE OR REPLACE TASK <name> AS SELECT <number> <name>", false)]
    public void A_shape_is_held_to_the_manual(string shape, bool isAllowed) => Assert.Equal(isAllowed, Skeleton.Allows(Task, shape));
}
