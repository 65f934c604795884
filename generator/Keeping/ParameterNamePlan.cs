using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>Plans the names of parameters, which are arguments of methods or members of records of optional parameters.</summary>
internal sealed class ParameterNamePlan(NamePlan plan, NameMatching matching)
{
    public void Add(EquatableArray<SourceFileModel> files)
    {
        Dictionary<string, Dictionary<string, string>> listed = FindListed();
        if (listed.Count == 0)
            return;
        foreach (OperationModel operation in files.OfType<ResourceModel>().SelectMany(r => r.Operations))
        {
            // The methods of an operation share its parameters.
            if (operation.Variant is null && listed.TryGetValue(NamePlan.GetKey(operation), out Dictionary<string, string>? names))
                Assign(operation, names);
        }
    }

    /// <summary>The listed names of the parameters whose lines differ, by operation and place.</summary>
    private Dictionary<string, Dictionary<string, string>> FindListed()
    {
        Dictionary<string, Dictionary<string, string>> listed = new(StringComparer.Ordinal);
        foreach (ListedMember member in matching.Gone)
        {
            if (member.Kind is not (ListedKind.Argument or ListedKind.Parameter or ListedKind.SentConstant))
                continue;
            int bracket = member.Name.IndexOf('(');
            string owner = bracket < 0 ? member.Owner : member.Name.Substring(0, bracket);
            string operation =
                matching.Current.Find(matching.Names.TryGetValue(owner, out string? name) ? name : owner)?[ListedFact.Operation] ?? "";
            string oldOperation = matching.Old.Find(owner)?[ListedFact.Operation] ?? "";
            if (operation.Length == 0)
                continue;
            if (!listed.TryGetValue(operation, out Dictionary<string, string>? names))
                listed.Add(operation, names = new(StringComparer.Ordinal));
            names[PathPlaces.Find(member, oldOperation, operation) ?? MemberIdentity.GetPlace(member)] =
                bracket < 0 ? ToLower(member.ShortName) : member.Name.Substring(bracket + 1).TrimEnd(')');
        }

        return listed;
    }

    private void Assign(OperationModel operation, Dictionary<string, string> listed)
    {
        NameScope scope = new(reserved: ReservedNames.MethodParameters);
        List<ParameterModel> others = [];
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (
                FindName(operation, parameter, listed) is { } name
                && Identifiers.IsCamelCase(name)
                && scope.IsAvailable(name)
                && !IsReservedMember(operation, parameter, name)
            )
                Note(parameter, scope.Reserve(name), isListed: true);
            else
                others.Add(parameter);
        }

        foreach (ParameterModel parameter in others)
        {
            string name = parameter.Required
                ? parameter.Name
                : Identifiers.ToOptionalParameterName(parameter.Name, plan.GetType(operation.ParametersType ?? ""));
            Note(parameter, scope.Reserve(name, name + "Value"), isListed: false);
        }

        void Note(ParameterModel parameter, string name, bool isListed)
        {
            if (name == parameter.Name)
                return;
            plan.Parameters[(NamePlan.GetKey(operation), NamePlan.GetKey(parameter))] = name;
            string method = operation.Name + "Async";
            plan.Note(new KeptName($"{method}({name})", $"{method}({parameter.Name})", parameter.Docs.Pointer, isListed));
        }
    }

    private static string? FindName(OperationModel operation, ParameterModel parameter, Dictionary<string, string> listed) =>
        listed.TryGetValue(NamePlan.GetKey(parameter), out string? name)
        || (PathPlaces.Find(operation, parameter) is { } place && listed.TryGetValue(place, out name))
            ? name
            : null;

    private bool IsReservedMember(OperationModel operation, ParameterModel parameter, string name) =>
        !parameter.Required && Identifiers.ToOptionalParameterName(name, plan.GetType(operation.ParametersType ?? "")) != name;

    private static string ToLower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
