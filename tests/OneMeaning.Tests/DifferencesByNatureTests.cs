namespace OneMeaning.Tests;

/// <summary>Where engines differ by nature the text that each is told closes the gap: both give what C# means.</summary>
public sealed class DifferencesByNatureTests
{
    [Fact]
    public void Whole_numbers_divide_towards_zero_and_the_rest_has_the_dividends_sign() => Both("IntegerDivision", "1: -33, 2: 33");

    [Fact]
    public void Decimals_divide_exactly() => Both("DecimalDivision", "3: 3333333333.33");

    [Fact]
    public void Means_are_exact() => Both("Mean", "1: 3333333333.33");

    [Fact]
    public void Halves_are_rounded_to_even_unless_told() => Both("HalfToEven", "1: 2, 2: -2");

    [Fact]
    public void Halves_are_rounded_away_from_zero_when_told() => Both("HalfAwayFromZero", "1: 3, 2: -3");

    [Fact]
    public void Conversion_to_a_whole_number_cuts() => Both("CutToWhole", "1: 2, 2: -2");

    [Fact]
    public void Nulls_come_first() => Both("NullsFirst", "2: NULL");

    [Fact]
    public void Nulls_come_last_in_descending_order() => Both("NullsInDescent", "1: 3");

    [Fact]
    public void Empty_text_is_a_text_and_null_is_none() => Both("EmptyText", "1: true, 2: false, 3: false");

    [Fact]
    public void Null_is_no_text_when_texts_are_joined() => Both("NullInText", "1: '[]', 2: '[]', 3: '[50%_5]'");

    [Fact]
    public void Null_is_equal_to_null_and_neither_more_nor_less() => Both("NullEquality", "1: false, 2: true, 3: true");

    [Fact]
    public void Texts_are_ordered_by_the_codes_of_their_characters() => Both("OrderOfTexts", "1: 'a', 2: 'B'");

    [Fact]
    public void Regular_expression_matches_the_whole_text() => Both("WholeMatch", "1: false, 2: false, 3: true");

    [Fact]
    public void What_matches_nowhere_is_null_and_not_empty() => Both("NoMatch", "1: NULL, 2: NULL, 3: NULL");

    [Fact]
    public void Like_has_no_escape_but_the_one_that_is_named() => Both("LikeEscape", "1: false, 2: false, 3: true");

    [Fact]
    public void Instant_with_an_offset_is_read_in_UTC() => Both("UtcOfOffset", "1: 2024-07-01 00:00:00.000000, 2: NULL, 3: NULL");

    [Fact]
    public void Zones_are_converted_by_their_own_rules() => Both("TimeZones", "1: 2021-01-01 00:30:00.000000, 2: 2024-02-29 01:00:00.000000, 3: 1970-01-01 00:59:59.000000");

    [Fact]
    public void Whole_numbers_have_room_for_one_more() => Both("WideSum", "1: -6, 2: 8, 3: 2147483648");

    [Fact]
    public void Product_of_wide_decimals_has_room_for_all_digits() => Both("WideProduct", "3: 9999999998990000.000001");

    [Fact]
    public void Chosen_value_keeps_its_digits_beside_a_wider_one() => Both("ChosenScale", "1: 0.0005, 2: 6.2, 3: 999999.9999");

    [Fact]
    public void Sum_of_nulls_alone_is_zero() => Both("SumOfNulls", "2: 0");

    [Fact]
    public void Json_null_is_null() => Both("JsonNull", "1: true, 2: false, 3: false");

    [Fact]
    public void Weeks_are_those_of_ISO_8601() => Both("Weeks", "1: 202053, 2: 202053, 3: 202501");

    [Fact]
    public void Days_of_the_week_are_counted_from_Sunday_as_zero() => Both("DaysOfWeek", "1: 0, 2: 4, 3: 1");

    [Fact]
    public void Order_by_a_constant_is_no_order_by_a_place() => Both("PlaceOfColumn", "1: -7");

    [Fact]
    public void Sign_alone_is_no_number() => Both("SignAlone", "1: NULL");

    [Fact]
    public void Formats_give_the_same_text() => Both("FormattedNumber", "1: '2.5|-007|2021-01-03|23:30', 2: '-2.5|007|2020-12-31|00:00', 3: '10000000000.0|2147483647|2024-12-30|23:59'");

    [Fact]
    public void Guids_are_the_same_in_any_case() => Both("Guids", "1: true, 2: false, 3: false");

    private static void Both(string query, string expected)
    {
        var (here, there) = DifferencesByNature.Of(query);
        Assert.Equal(expected, here);
        Assert.Equal(expected, there);
    }
}
