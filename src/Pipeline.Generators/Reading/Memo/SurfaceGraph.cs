namespace Pipeline.Generators.Reading.Memo;

/// <summary>Files and the files that their surfaces name: gives each the fingerprint of all that it reaches.</summary>
internal sealed class SurfaceGraph(int count, Func<int, Fingerprint> surface, Func<int, int[]> named)
{
    private readonly int[] order = new int[count];
    private readonly int[] lowest = new int[count];
    private readonly bool[] isOpen = new bool[count];
    private readonly Stack<int> open = new();
    private readonly Stack<(int Node, int Next)> calls = new();
    private readonly Fingerprint[] keys = new Fingerprint[count];
    private int met;

    /// <summary>Tarjan's components, whose members reach each other and so have one key; without recursion, since models are long chains.</summary>
    public Fingerprint[] Keys(CancellationToken cancellation)
    {
        for (var root = 0; root < count; root++)
        {
            if (order[root] == 0) Visit(root, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }

        return keys;
    }

    private void Visit(int root, CancellationToken cancellation)
    {
        Enter(root);
        while (calls.Count > 0)
        {
            // A chain may be as long as the model, and what a file names is looked up at the first visit.
            cancellation.ThrowIfCancellationRequested();
            var (node, next) = calls.Pop();
            var targets = named(node);
            if (next > 0) lowest[node] = Math.Min(lowest[node], isOpen[targets[next - 1]] ? lowest[targets[next - 1]] : int.MaxValue);
            while (next < targets.Length && order[targets[next]] != 0)
            {
                if (isOpen[targets[next]]) lowest[node] = Math.Min(lowest[node], order[targets[next]]);
                next++;
            }

            if (next < targets.Length)
            {
                calls.Push((node, next + 1));
                Enter(targets[next]);
            }
            else if (lowest[node] == order[node])
            {
                Close(node);
            }
        }
    }

    private void Enter(int node)
    {
        order[node] = lowest[node] = ++met;
        isOpen[node] = true;
        open.Push(node);
        calls.Push((node, 0));
    }

    private void Close(int node)
    {
        var members = new List<int>();
        int member;
        do
        {
            member = open.Pop();
            isOpen[member] = false;
            members.Add(member);
        }
        while (member != node);

        var own = new HashSet<int>(members);
        var key = Fingerprint.OfSet(members.Select(surface)).And(Fingerprint.OfSet(members.SelectMany(named).Where(n => !own.Contains(n)).Distinct().Select(n => keys[n]).Distinct()));
        foreach (var one in members) keys[one] = key;
    }
}
