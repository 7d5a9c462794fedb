using Pipeline.Build.Verifying;

namespace Pipeline.Build.Tests;

public sealed class LineDiffTests
{
    private static string Diff(string committed, string model) => string.Join("\n", LineDiff.Between(committed, model));

    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Empty(LineDiff.Between("a\nb", "a\nb"));

    [Fact]
    public void Lines_that_moved_apart_are_shown_with_what_stands_around_them() => Assert.Equal(
        """
              1  a
              2  b
        -     3  c
              3  d
              4  e
          ...
              8  i
              9  j
        +    10  x
             11  k
        """, Diff("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk", "a\nb\nd\ne\nf\ng\nh\ni\nj\nx\nk"));

    [Fact]
    public void Texts_without_a_line_in_common_are_shown_one_after_the_other() => Assert.Equal(
        """
        -     1  a
        -     2  b
        +     1  c
        """, Diff("a\nb", "c"));

    [Fact]
    public void Texts_too_long_to_compare_line_by_line_are_shown_all_the_same()
    {
        var lines = LineDiff.Between(string.Join("\n", Enumerable.Repeat("a", 3_000)), string.Join("\n", Enumerable.Repeat("b", 3_000)));
        Assert.Equal(6_000, lines.Count);
    }
}
