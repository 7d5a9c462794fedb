using System.Globalization;
using Pipeline.Compile.Benchmarks;

// dotnet run -c Release --project benchmarks/Compile.Benchmarks [numbers of classes]
var sizes = args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray() : [100, 1_000, 5_000, 10_000];

// What the JIT compiles first is compiled here.
_ = Measured.Of(100, rounds: 2);

Console.WriteLine("| classes | compiler alone | with the generator | ratio | and the analyzer | ratio | allocated | generator, one edit | files read |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
foreach (var size in sizes) Console.WriteLine(Measured.Of(size, rounds: size > 1_000 ? 2 : 3).Row());
