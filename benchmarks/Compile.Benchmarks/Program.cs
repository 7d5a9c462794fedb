using System.Globalization;
using Pipeline.Compile.Benchmarks;

// dotnet run -c Release --project benchmarks/Compile.Benchmarks [numbers of classes]
// dotnet run -c Release --project benchmarks/Compile.Benchmarks -- build [classes] [rounds]
// dotnet run -c Release --project benchmarks/Compile.Benchmarks -- cancel [classes] [times]
var numbers = args.Where(a => char.IsDigit(a[0])).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
switch (args.FirstOrDefault())
{
    case "build":
        using (var build = new BuildMeasured(numbers.ElementAtOrDefault(0) is > 0 and var many ? many : 1_000))
        {
            Console.WriteLine("| dotnet build | without | with | ratio | of the rounds | processor time without | with | ratio |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            build.Print(numbers.ElementAtOrDefault(1) is > 0 and var rounds ? rounds : 5);
        }

        break;
    case "cancel":
        CancelMeasured.Print(numbers.ElementAtOrDefault(0) is > 0 and var size ? size : 3_000, numbers.ElementAtOrDefault(1) is > 0 and var times ? times : 100);
        break;
    default:
        // What the JIT compiles first is compiled here.
        _ = Measured.Of(100, rounds: 2);

        Console.WriteLine("| classes | compiler alone | with the generator | ratio | compiler and a silent analyzer | with the generator and ours | ratio | allocated | generator, one edit | files read |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var classes in numbers.Length > 0 ? numbers : [100, 1_000, 5_000, 10_000]) Console.WriteLine(Measured.Of(classes, rounds: classes > 1_000 ? 2 : 3).Row());
        break;
}
