using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>The lines of methods: each method, its arguments, its optional parameters and the bodies of its errors.</summary>
/// <param name="line">Takes the lines.</param>
/// <param name="client">The client of the methods.</param>
internal sealed class ListedOperation(LineWriter line, ClientModel client)
{
    // Most operations have the same.
    private readonly Dictionary<ulong, string> _schemes = [];

    /// <summary>Writes the lines of a method.</summary>
    public void Write(ResourceModel resource, OperationModel operation)
    {
        string method = $"{resource.TypeName}.{operation.Name}Async";
        OperationArgument[] arguments = [.. OperationArgument.GetAll(operation)];
        WriteMethod(operation, method, arguments);
        foreach (OperationArgument argument in arguments)
            WriteArgument(operation, method, argument);
        foreach (OlderCall call in operation.OlderCalls)
            WriteOlderCall(operation, method, call);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Constant is { } constant)
                AddWire(line.Begin(method, '(', parameter.Name, ListedKind.SentConstant, parameter.Docs.Pointer), parameter)
                    .Add(ListedFact.Constant, constant)
                    .End();
        }

        string responses = operation.Errors.Count > 0 ? operation.Docs.Documentation.Pointer + "/responses" : "";
        foreach (ErrorBodyModel error in operation.Errors)
        {
            foreach (string status in error.Statuses)
                line.Begin(method, '[', status, ListedKind.Error, responses)
                    .Add(ListedFact.Type, error.Type is { } type ? ListedTypeName.Format(type) : "CfGen.ApiEnvelope")
                    .End();
        }
    }

    private void WriteMethod(OperationModel operation, string method, OperationArgument[] arguments)
    {
        ResponseModel response = operation.Response;
        line.Begin(method, ListedKind.Method, operation.Docs.Documentation.Pointer)
            .Add(ListedFact.Operation, $"{operation.HttpMethod} {operation.Path}")
            .Add(ListedFact.Id, operation.Id)
            .Add(ListedFact.Call, FormatCall(arguments))
            .Add(ListedFact.Returns, FormatResult(operation))
            .Add(ListedFact.Authentication, FormatSecurity(operation))
            .Add(ListedFact.Paging, operation.Paging is { } paging ? FormatPaging(paging) : "")
            .Add(ListedFact.Server, operation.Server)
            .Add(ListedFact.Accept, response.Accept)
            .Add(ListedFact.Envelope, response.Envelope == EnvelopeKind.None ? "" : response.Envelope.ToString())
            .Add(
                ListedFact.ResultStatuses,
                response.ResultStatuses is { } statuses
                    ? string.Join(",", statuses.Select(s => s.ToString(CultureInfo.InvariantCulture)))
                    : ""
            )
            .Add(ListedFact.IdempotencyHeader, operation.IdempotencyHeader)
            .Add(ListedFact.Deprecated, operation.Docs.Documentation.Deprecated)
            .End();
    }

    private static string FormatCall(OperationArgument[] arguments) =>
        arguments.Length == 0 ? "" : string.Join(",", Array.ConvertAll(arguments, a => a.IsOptional ? a.Name + "?" : a.Name));

    private static string FormatResult(OperationModel operation)
    {
        ResponseModel response = operation.Response;
        if (operation.Paging is { } paging)
            return $"CfGen.Pageable<{ListedTypeName.Format(paging.Item)}>";
        if (response.Result is not { } result)
            return "void";
        return response.Kind is ContentKind.JsonLines or ContentKind.ServerSentEvents
            ? $"IAsyncEnumerable<{ListedTypeName.Format(result)}>"
            : ListedTypeName.Format(result, response.ResultNullable);
    }

    /// <summary>Names the alternatives in their order: the first that has credentials is used.</summary>
    private string FormatSecurity(OperationModel operation)
    {
        if (operation.Security.Count == 0)
            return "";
        List<string> alternatives = [];
        for (int i = 0; i < operation.Security.Count; i++)
        {
            string schemes = FormatSchemes(operation.Security[i]);
            string scopes = i < operation.Scopes.Count ? operation.Scopes[i] : "";
            alternatives.Add(scopes.Length > 0 ? $"{schemes}({scopes})" : schemes);
        }

        return alternatives.Count == 1 ? alternatives[0] : string.Join("|", alternatives);
    }

    private string FormatSchemes(ulong schemes)
    {
        if (schemes == 0)
            return "none";
        if (!_schemes.TryGetValue(schemes, out string? text))
            _schemes.Add(schemes, text = ListedClient.FormatSchemes(client, schemes));
        return text;
    }

    private static string FormatPaging(PagingModel paging) =>
        string.Join(",", paging.Settings.Select(s => $"{s.Name}:{s.Value}").Prepend(paging.Style.ToString()));

    private void WriteArgument(OperationModel operation, string method, OperationArgument argument)
    {
        if (argument.Body is { } body)
        {
            string type = ListedTypeName.Format(body.Type, !body.Required);
            line.Begin(method, '(', argument.Name, ListedKind.Body, body.SchemaPointer)
                .Add(ListedFact.Type, body.Kind == ContentKind.JsonLines ? $"{ListedTypeName.Lines}{type}>" : type)
                .Add(ListedFact.Content, body.MediaType.Length > 0 ? body.MediaType : body.Kind.ToString())
                .Add(ListedFact.Required, body.Required)
                // Sent where a call leaves the body out.
                .Add(ListedFact.Default, body.IsFreeForm ? "{}" : "")
                .Add(
                    ListedFact.Stream,
                    body.Stream is { } stream
                        ? stream
                            ? "true"
                            : "false"
                        : ""
                )
                .AddRules(body.Rules)
                .AddRules(body.KeyRules)
                .End();
            return;
        }

        if (argument.Parameter is not { } parameter)
        {
            line.Begin(method, '(', argument.Name, ListedKind.ParametersArgument, operation.Docs.Documentation.Pointer)
                .Add(ListedFact.Type, operation.ParametersType + "?")
                .End();
            return;
        }

        line.Begin(method, '(', argument.Name, ListedKind.Argument, parameter.Docs.Pointer)
            .Add(ListedFact.Type, ListedTypeName.Format(parameter.Type, parameter.Option is not null))
            .Add(ListedFact.GuidOverload, parameter.HasGuidOverload);
        AddWire(line, parameter).End();
    }

    /// <summary>Writes a signature that stays. Its types are its name, because C# knows it by them.</summary>
    private void WriteOlderCall(OperationModel operation, string method, OlderCall call)
    {
        IEnumerable<string> types = call.Arguments.Select(a =>
            a.Place == OperationArgument.BodyPlace && operation.Body is { Kind: ContentKind.JsonLines }
                ? $"{ListedTypeName.Lines}{ListedTypeName.Format(a.Type)}>"
                : ListedTypeName.Format(a.Type)
        );
        line.Begin(method, '(', string.Join(",", types), ListedKind.OlderCall, operation.Docs.Documentation.Pointer)
            .Add(ListedFact.Call, string.Join(",", call.Arguments.Select(a => a.IsOptional ? a.Name + "?" : a.Name)));
        foreach (OlderArgument argument in call.Arguments)
            line.Add(ListedFact.Location, argument.Place);
        line.End();
    }

    /// <summary>Writes the lines of the record of the optional parameters.</summary>
    public void WriteParametersRecord(OperationModel operation, string record)
    {
        line.Begin(record, ListedKind.ParametersRecord, operation.Docs.Documentation.Pointer)
            .Add(ListedFact.Operation, $"{operation.HttpMethod} {operation.Path}")
            .Add(ListedFact.Id, operation.Id)
            .Add(ListedFact.Sent, true)
            .End();
        foreach (ParameterModel parameter in operation.Parameters.Where(p => p is { Required: false, Option: null }))
        {
            line.Begin(record, '.', parameter.PropertyName, ListedKind.Parameter, parameter.Docs.Pointer)
                .Add(ListedFact.Type, ListedTypeName.Format(parameter.Type, isNullable: true));
            AddWire(line, parameter).End();
        }
    }

    /// <summary>Names the style, unless it is the default of the location. An asterisk is <c>explode</c>.</summary>
    private static string FormatStyle(ParameterModel parameter) =>
        (parameter.Location, parameter.Style, parameter.Explode) switch
        {
            (ParameterLocation.Path or ParameterLocation.Header, ParameterStyle.Simple, false) => "",
            (ParameterLocation.Query or ParameterLocation.Cookie, ParameterStyle.Form, true) => "",
            _ => parameter.Explode ? parameter.Style + "*" : parameter.Style.ToString(),
        };

    private static LineWriter AddWire(LineWriter line, ParameterModel parameter) =>
        line.Add(ListedFact.Location, parameter.Location.ToString())
            .Add(ListedFact.Name, parameter.SerializedName)
            .Add(ListedFact.Style, FormatStyle(parameter))
            .Add(ListedFact.AllowReserved, parameter.AllowReserved)
            .Add(ListedFact.NumberText, ListedTypeName.FormatNumberText(parameter.Type))
            .Add(ListedFact.Default, parameter.Docs.Default)
            .AddRules(parameter.Rules)
            .AddRules(parameter.ItemRules, ListedRules.Item)
            .Add(ListedFact.Deprecated, parameter.Docs.Deprecated);
}
