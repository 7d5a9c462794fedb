namespace OneMeaning.Tests.Texts;

/// <summary>The types of the expressions that are written.</summary>
internal enum ScalarType { Int, MaybeInt, Long, Decimal, MaybeDecimal, Double, Text, MaybeText, Bool, MaybeBool, Time, MaybeTime, Day, MaybeDay }
