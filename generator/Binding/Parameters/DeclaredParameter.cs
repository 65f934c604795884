using CfGen.Generator.Documents;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Parameters;

/// <summary>A parameter as the document declares it.</summary>
/// <param name="Pointer">The pointer of the declaration.</param>
internal sealed record DeclaredParameter(string Name, ParameterLocation Location, IOpenApiParameter Parameter, string Pointer)
{
    // The client sets these headers.
    private static readonly HashSet<string> s_managedHeaders = new(
        ["Accept", "Content-Type", "Authorization"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>True for a name that HTTP allows at the location. Names in paths and queries are encoded.</summary>
    public bool HasValidName =>
        Location switch
        {
            ParameterLocation.Header => HttpText.IsToken(Name),
            ParameterLocation.Cookie => HttpText.IsCookieName(Name),
            _ => true,
        };

    /// <summary>
    /// Reads the parameters of an operation and its path item. A parameter of the operation replaces that of the path item.
    /// </summary>
    public static List<DeclaredParameter> ReadAll(IOpenApiPathItem item, OpenApiOperation operation, string operationPointer)
    {
        string itemPointer = operationPointer.Substring(0, operationPointer.LastIndexOf('/'));
        List<DeclaredParameter> declared = [];
        foreach (DeclaredParameter parameter in Read(item.Parameters, itemPointer).Concat(Read(operation.Parameters, operationPointer)))
        {
            int known = declared.FindIndex(d => d.Matches(parameter.Name, parameter.Location));
            if (known < 0)
                declared.Add(parameter);
            else
                declared[known] = parameter;
        }

        return declared;
    }

    public bool Matches(string name, ParameterLocation location) => Location == location && Name == name;

    private static IEnumerable<DeclaredParameter> Read(IList<IOpenApiParameter>? parameters, string ownerPointer)
    {
        for (int i = 0; i < (parameters?.Count ?? 0); i++)
        {
            IOpenApiParameter parameter = parameters![i];
            string pointer = parameter is OpenApiParameterReference reference
                ? "#/components/parameters/" + JsonPointer.Escape(reference.Reference.Id ?? "")
                : $"{ownerPointer}/parameters/{i}";
            if (
                parameter.Name is { } name
                && ParameterStyles.GetLocation(parameter.In) is { } location
                && !(location == ParameterLocation.Header && s_managedHeaders.Contains(name))
            )
                yield return new DeclaredParameter(name, location, parameter, pointer);
        }
    }
}
