using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Responses;

/// <summary>The bodies of an operation's errors, those of one type together.</summary>
internal sealed class ErrorBodyList
{
    private readonly List<(TypeRef? Type, List<string> Statuses)> _bodies = [];

    /// <param name="type">Null for an envelope.</param>
    public void Add(string status, TypeRef? type)
    {
        int same = _bodies.FindIndex(b => b.Type == type);
        if (same >= 0)
            _bodies[same].Statuses.Add(status);
        else
            _bodies.Add((type, [status]));
    }

    /// <summary>The bodies in the order of their first statuses.</summary>
    public EquatableArray<ErrorBodyModel> ToModels() =>
        _bodies
            .Select(b => new ErrorBodyModel(b.Statuses.OrderBy(s => s, StringComparer.Ordinal).ToEquatable(), b.Type))
            .OrderBy(b => b.Statuses[0], StringComparer.Ordinal)
            .ToEquatable();
}
