using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>The functions that are written before OVER, alike in both dialects but for one.</summary>
internal static class WindowFunctions
{
    public static string Spell(WindowCall call, string countIf, string arguments) => call.Function switch
    {
        "RowNumber" => "ROW_NUMBER()",
        "Rank" => "RANK()",
        "DenseRank" => "DENSE_RANK()",
        "PercentRank" => "PERCENT_RANK()",
        "CumeDist" => "CUME_DIST()",
        "NthValue" => $"NTH_VALUE({arguments})",
        "Ntile" => $"NTILE({arguments})",
        "Lag" => $"LAG({arguments})",
        "Lead" => $"LEAD({arguments})",
        "FirstValue" => $"FIRST_VALUE({arguments})",
        "LastValue" => $"LAST_VALUE({arguments})",
        "Sum" => $"SUM({arguments})",
        "Min" => $"MIN({arguments})",
        "Max" => $"MAX({arguments})",
        "Average" => $"AVG({arguments})",
        "Count" => arguments.Length == 0 ? "COUNT(*)" : $"COUNT({arguments})",
        "CountIf" => countIf.Replace("{0}", arguments),
        _ => throw new UnspellableException($"No dialect knows a window function '{call.Function}'."),
    };
}
