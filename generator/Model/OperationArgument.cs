namespace CfGen.Generator.Model;

/// <summary>An argument of the methods of an operation: a parameter, the body, or the record of the optional parameters.</summary>
/// <param name="Parameter">Null for the body and the record.</param>
/// <param name="Body">Null for a parameter and the record.</param>
internal readonly record struct OperationArgument(ParameterModel? Parameter, BodyModel? Body)
{
    /// <summary>The name of the record of the optional parameters.</summary>
    public const string ParametersName = "parameters";

    /// <summary>The place of a body.</summary>
    public const string BodyPlace = "Body";

    /// <summary>The place of the record of the optional parameters.</summary>
    public const string ParametersPlace = "Optional";

    /// <summary>The place in the request, by which the argument is found again under another name.</summary>
    public string Place => Parameter?.Place ?? (Body is null ? ParametersPlace : BodyPlace);

    /// <summary>True for the record of the optional parameters.</summary>
    public bool IsParametersRecord => Parameter is null && Body is null;

    /// <summary>True if a call can leave it out.</summary>
    public bool IsOptional => Parameter is { Option: not null } || Body is { Required: false } || IsParametersRecord;

    /// <summary>The C# name, not escaped.</summary>
    public string Name => Parameter?.Name ?? Body?.Name ?? ParametersName;

    /// <summary>
    /// Returns the arguments in order: path parameters, the required body, other required parameters, the optional body, optional
    /// parameters, parameters of the client.
    /// </summary>
    public static IEnumerable<OperationArgument> GetAll(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (IsPassed(parameter) && parameter.Location == ParameterLocation.Path)
                yield return new(parameter, null);
        }

        if (operation.Body is { Required: true } body)
            yield return new(null, body);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Required && IsPassed(parameter) && parameter.Location != ParameterLocation.Path)
                yield return new(parameter, null);
        }

        if (operation.Body is { Required: false } optional)
            yield return new(null, optional);
        if (operation.ParametersType is not null)
            yield return default;
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Option is not null)
                yield return new(parameter, null);
        }
    }

    private static bool IsPassed(ParameterModel parameter) => parameter is { Constant: null, Option: null };
}
