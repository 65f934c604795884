using System.Text.Json.Nodes;

namespace CfGen.Corpus.Fuzzing;

/// <summary>Makes a document smaller while it has the same fault.</summary>
internal static class FuzzReducer
{
    public static string Reduce(string text, int maximum)
    {
        if (FuzzCheck.FindFaults(text, maximum) is not [{ } fault, ..])
            return text;
        if (Parse(text) is not { } root || !HasFault(FuzzCase.ToJson(root)))
            return ReduceLines(text, HasFault);
        while (RemoveOne(root, root, HasFault))
        {
            // Each removal makes others possible.
        }

        return FuzzCase.ToJson(root);

        bool HasFault(string changed) => FuzzCheck.FindFaults(changed, maximum).Any(f => f.Signature == fault.Signature);
    }

    /// <summary>Returns null for a text that no tree can have, as one with half of a surrogate pair.</summary>
    private static JsonNode? Parse(string text)
    {
        try
        {
            return FuzzSources.Parse(text);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string ReduceLines(string text, Func<string, bool> hasFault)
    {
        List<string> lines = [.. text.Split('\n')];
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            string line = lines[i];
            lines.RemoveAt(i);
            if (!hasFault(string.Join('\n', lines)))
                lines.Insert(i, line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Removes what can be removed below a node, the largest first. True if something was removed.</summary>
    private static bool RemoveOne(JsonNode root, JsonNode node, Func<string, bool> hasFault)
    {
        bool isChanged = false;
        if (node is JsonObject members)
        {
            foreach (string name in members.Select(m => m.Key).ToList())
            {
                int index = members.IndexOf(name);
                JsonNode? value = members[name];
                members.Remove(name);
                if (hasFault(FuzzCase.ToJson(root)))
                {
                    isChanged = true;
                    continue;
                }

                members.Insert(index, name, value);
                isChanged |= value is not null && RemoveOne(root, value, hasFault);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = items.Count - 1; i >= 0; i--)
            {
                JsonNode? value = items[i];
                items.RemoveAt(i);
                if (hasFault(FuzzCase.ToJson(root)))
                {
                    isChanged = true;
                    continue;
                }

                items.Insert(i, value);
                isChanged |= value is not null && RemoveOne(root, value, hasFault);
            }
        }

        return isChanged;
    }
}
