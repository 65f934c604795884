using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Selects elements from a start to an end, every <paramref name="step"/> of them. A negative step goes backwards.</summary>
internal sealed class SliceSelector(long? start, long? end, long step) : PathSelector
{
    public override void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        if (node.Value is not JsonArray list || step == 0)
            return;
        long count = list.Count;
        if (step > 0)
        {
            long last = Clamp(FromStart(end ?? count, count), 0, count);
            for (long i = Clamp(FromStart(start ?? 0, count), 0, count); i < last; i += step)
                Add(i);
        }
        else
        {
            long last = end is { } given ? Clamp(FromStart(given, count), -1, count - 1) : -1;
            for (long i = Clamp(FromStart(start ?? (count - 1), count), -1, count - 1); i > last; i += step)
                Add(i);
        }

        void Add(long index)
        {
            budget.Spend();
            results.Add(node.CreateElement((int)index, list[(int)index]));
        }
    }

    private static long FromStart(long index, long count) => index < 0 ? index + count : index;

    private static long Clamp(long value, long minimum, long maximum) => Math.Min(Math.Max(value, minimum), maximum);
}
