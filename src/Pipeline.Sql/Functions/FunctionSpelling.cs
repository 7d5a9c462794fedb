using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>What a dialect says for a function: a text with gaps, or what a method writes where the words depend on the arguments.</summary>
internal abstract record FunctionSpelling
{
    /// <summary>The call, and how tightly the whole of it binds.</summary>
    public abstract (string Text, Precedence Binds) Spell(FunctionCall call, ExpressionWriter writer);

    public static implicit operator FunctionSpelling(string text) => new TextSpelling(text);

    public static implicit operator FunctionSpelling(Func<FunctionCall, ExpressionWriter, string> write) => new WrittenSpelling(write);
}
