using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The arguments of an overload with an older signature, and those that it passes to the present method.</summary>
internal static class OlderCallArguments
{
    /// <summary>Returns the declarations of the arguments.</summary>
    public static IEnumerable<string> GetDeclared(OperationModel operation, OlderCall call) =>
        call.Arguments.Select(a => $"{GetType(operation, a)} {Literal.EscapeIdentifier(a.Name)}{(a.IsOptional ? " = null" : "")}");

    /// <summary>Returns the arguments of the present method.</summary>
    public static IEnumerable<string> GetPassed(OperationModel operation, OlderCall call)
    {
        foreach (OperationArgument argument in OperationArgument.GetAll(operation))
        {
            if (argument.IsParametersRecord)
                yield return GetRecord(operation, call);
            else
                yield return Find(call, argument.Place) is { } older ? GetValue(older, argument.Parameter?.Type) : "null";
        }
    }

    /// <summary>True if the arguments have the types of an overload without what can be left out.</summary>
    public static bool HasTypes(OperationModel operation, OlderCall call, IReadOnlyList<MethodArgument> arguments) =>
        call.Arguments.Count == arguments.Count
        && call.Arguments.Zip(arguments, (older, a) => GetType(operation, older).TrimEnd('?') == a.Type.TrimEnd('?')).All(same => same);

    private static OlderArgument? Find(OlderCall call, string place) => call.Arguments.FirstOrDefault(a => a.Place == place);

    private static string GetType(OperationModel operation, OlderArgument argument)
    {
        if (argument.Place != OperationArgument.BodyPlace || operation.Body is not { Kind: ContentKind.JsonLines })
            return TypeNames.ToCSharp(argument.Type);
        (TypeRef line, string end) = argument.Type is NullableType nullable ? (nullable.Inner, ">?") : (argument.Type, ">");
        return $"{NamespaceAliases.Collections}IAsyncEnumerable<{TypeNames.ToCSharp(line)}{end}";
    }

    /// <summary>Returns the record of the optional parameters, with those that were arguments.</summary>
    private static string GetRecord(OperationModel operation, OlderCall call)
    {
        string? passed = Find(call, OperationArgument.ParametersPlace) is { } record ? Literal.EscapeIdentifier(record.Name) : null;
        List<ParameterModel> parameters = [.. operation.Parameters.Where(p => p is { Required: false, Option: null })];
        if (!parameters.Exists(p => Find(call, p.Place) is not null))
            return passed ?? "null";
        IEnumerable<string> values = parameters
            .Select(p =>
                Find(call, p.Place) is { } older ? $"{p.PropertyName} = {GetValue(older, p.Type)}"
                : passed is not null ? $"{p.PropertyName} = {passed}?.{p.PropertyName}"
                : ""
            )
            .Where(v => v.Length > 0);
        return $"new {TypeNames.Qualify(operation.ParametersType!)} {{ {string.Join(", ", values)} }}";
    }

    private static string GetValue(OlderArgument argument, TypeRef? present)
    {
        string name = Literal.EscapeIdentifier(argument.Name);
        return argument.Type is ScalarType { Kind: ScalarKind.Guid } && present is ScalarType { Kind: ScalarKind.String }
            ? name + ".ToString()"
            : name;
    }
}
