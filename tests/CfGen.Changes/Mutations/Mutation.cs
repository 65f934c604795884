using System.Text.Json.Nodes;

namespace CfGen.Changes.Mutations;

/// <summary>A kind of change of a document.</summary>
/// <param name="Name">The name, after the checks of oasdiff.</param>
/// <param name="Apply">Makes the change at a random place; false where the document has none.</param>
internal sealed record Mutation(string Name, Func<JsonObject, Random, bool> Apply)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. OperationMutations.All,
        .. ParameterMutations.All,
        .. BodyMutations.All,
        .. SchemaMutations.All,
        .. RuleMutations.All,
        .. SecurityMutations.All,
    ];

    /// <summary>Creates a kind that changes one of several places.</summary>
    public static Mutation At<T>(string name, Func<JsonObject, IEnumerable<T>> sites, Action<T, Random> change) =>
        new(
            name,
            (root, random) =>
            {
                List<T> found = [.. sites(root)];
                if (found.Count == 0)
                    return false;
                change(found[random.Next(found.Count)], random);
                return true;
            }
        );
}
