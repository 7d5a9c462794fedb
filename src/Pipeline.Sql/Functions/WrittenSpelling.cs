using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>A function whose words depend on the values or types of its arguments.</summary>
/// <param name="Write">Writes the call; the whole of it binds like a call.</param>
internal sealed record WrittenSpelling(Func<FunctionCall, ExpressionWriter, string> Write) : FunctionSpelling
{
    public override (string Text, Precedence Binds) Spell(FunctionCall call, ExpressionWriter writer) => (Write(call, writer), Precedence.Primary);
}
