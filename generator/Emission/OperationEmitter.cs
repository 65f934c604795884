using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>One operation: the method, its Guid overload, their twins with the response, and the call that all of them make.</summary>
internal static class OperationEmitter
{
    private const string Task = TypeNames.Tasks + "Task";
    private const string Options = TypeNames.Runtime + "RequestOptions? options";
    private const string Token = TypeNames.Threading + "CancellationToken cancellationToken";
    private const string Defaults = Options + " = null, " + Token + " = default";

    public static void Emit(EmitContext emitters, OperationModel operation)
    {
        CodeWriter writer = emitters.Writer;
        List<Argument> arguments = GetArguments(emitters, operation);
        foreach (Method method in GetMethods(emitters, operation, arguments))
        {
            EmitMethodHead(writer, operation, method, arguments);
            writer.WriteLine($"public {(method.IsVirtual ? "virtual " : "")}{method.Signature}");
            writer.WriteLine($"    => {method.Body};");
        }

        EmitCreateRequest(emitters, operation, arguments);
        EmitOperationInfo(writer, operation);
    }

    /// <summary>The same methods as members of the resource's interface.</summary>
    public static void EmitInterfaceMembers(EmitContext emitters, OperationModel operation)
    {
        List<Argument> arguments = GetArguments(emitters, operation);
        foreach (Method method in GetMethods(emitters, operation, arguments))
        {
            EmitMethodHead(emitters.Writer, operation, method, arguments);
            emitters.Writer.WriteLine(method.Signature + ";");
        }
    }

    private static void EmitMethodHead(CodeWriter writer, OperationModel operation, Method method, List<Argument> arguments)
    {
        writer.WriteLine();
        if (method.Summary is { } summary)
            writer.WriteSummary(summary);
        else
            OperationDocsEmitter.Emit(writer, operation, arguments.Select(a => (a.Name, a.Docs)));
        writer.WriteLine(
            $"[{TypeNames.Runtime}ApiOperation({Literal.Quote(operation.Id)}, {Literal.Quote(operation.HttpMethod)}, {Literal.Quote(operation.Path)})]"
        );
        if (operation.Docs.Documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete(\"The API's document marks it deprecated.\")]");
    }

    private static IEnumerable<Method> GetMethods(EmitContext emitters, OperationModel operation, List<Argument> arguments)
    {
        string start = $"{operation.CreateRequestMethod}({string.Join(", ", arguments.Select(a => a.Name).Append("options"))})";
        (string task, string twin, string result, string response) = GetSendMethods(operation.Response);
        string name = operation.Name + "Async";
        if (operation.Paging is { } paging)
        {
            foreach (Method method in GetListMethods(operation, paging, arguments, start, name))
                yield return method;
            yield break;
        }

        if (operation.Response is { Kind: ContentKind.Lines or ContentKind.Events, Result: { } item })
        {
            foreach (Method method in GetStreamMethods(operation.Response, item, arguments, start, name))
                yield return method;
            yield break;
        }

        string twinName = operation.Name + "WithResponseAsync";
        yield return new Method(null, true, FormatSignature(task, name, arguments), $"{start}.{result}(cancellationToken)");
        yield return new Method(
            $"Does what {name} does, and gives status, headers and envelope beside the value.",
            true,
            FormatSignature(twin, twinName, arguments),
            $"{start}.{response}(cancellationToken)"
        );

        if (FindGuidArguments(arguments) is not var (typed, passed))
            yield break;
        yield return new Method($"Does what the {name} with strings does.", false, FormatSignature(task, name, typed), $"{name}({passed})");
        yield return new Method(
            $"Does what the {twinName} with strings does.",
            false,
            FormatSignature(twin, twinName, typed),
            $"{twinName}({passed})"
        );
    }

    /// <summary>A list is not async: its pages are fetched as they are walked. The pages carry what a twin would.</summary>
    private static IEnumerable<Method> GetListMethods(
        OperationModel operation,
        PagingModel paging,
        List<Argument> arguments,
        string start,
        string name
    )
    {
        string item = TypeNames.ToCSharp(paging.Item);
        return GetSequenceMethods(
            $"{TypeNames.Runtime}Pageable<{item}>",
            $"{start}.ToPageable<{item}{GetCodecArgument(paging.Item)}>({operation.PagingFieldName}, cancellationToken)",
            arguments,
            name
        );
    }

    /// <summary>Values a line and events are read as they are walked.</summary>
    private static IEnumerable<Method> GetStreamMethods(
        ResponseModel response,
        TypeRef type,
        List<Argument> arguments,
        string start,
        string name
    )
    {
        string item = TypeNames.ToCSharp(type);
        string form = response.Kind == ContentKind.Events ? $"{TypeNames.CodeGen}SsePayload.{response.SsePayload}, " : "";
        return GetSequenceMethods(
            $"{TypeNames.Collections}IAsyncEnumerable<{item}>",
            $"{start}.{(response.Kind == ContentKind.Lines ? "StreamJsonLines" : "StreamEvents")}<{item}{GetCodecArgument(type)}>({form}cancellationToken)",
            arguments,
            name
        );
    }

    private static string GetCodecArgument(TypeRef item) =>
        item is NamedType { Kind: NamedKind.Model } ? "" : ", " + TypeNames.GetCodec(item);

    private static IEnumerable<Method> GetSequenceMethods(string type, string body, List<Argument> arguments, string name)
    {
        yield return new Method(null, true, FormatSignature(type, name, arguments), body);
        if (FindGuidArguments(arguments) is var (typed, passed))
            yield return new Method(
                $"Does what the {name} with strings does.",
                false,
                FormatSignature(type, name, typed),
                $"{name}({passed})"
            );
    }

    /// <summary>The arguments with Guids for uuids, and how they are passed on; null where there is no uuid.</summary>
    private static (List<Argument> Typed, string Passed)? FindGuidArguments(List<Argument> arguments)
    {
        if (!arguments.Exists(a => a.IsUuid))
            return null;
        List<Argument> typed =
        [
            .. arguments.Select(a => a.IsUuid ? a with { Type = "global::System.Guid", Passed = a.Name + ".ToString()" } : a),
        ];
        return (typed, string.Join(", ", typed.Select(a => a.Passed).Concat(["options", "cancellationToken"])));
    }

    private static string FormatSignature(string type, string name, List<Argument> arguments) =>
        $"{type} {name}({string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}{a.Default}").Append(Defaults))})";

    /// <summary>The record of the optional parameters.</summary>
    public static void EmitParametersType(EmitContext emitters, OperationModel operation)
    {
        CodeWriter writer = emitters.Writer;
        writer.WriteLine().WriteSummary($"Optional parameters of {operation.Name}Async ({operation.HttpMethod} {operation.Path}).");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (
            writer.OpenBlock(
                $"{emitters.File.AccessModifier} sealed partial {(emitters.File.UsesRecords ? "record" : "class")} {operation.ParametersType}"
            )
        )
        {
            bool first = true;
            foreach (ParameterModel parameter in operation.Parameters.Where(p => !p.Required))
            {
                if (!first)
                    writer.WriteLine();
                first = false;
                writer.WriteDocs(
                    parameter.Docs with
                    {
                        Pointer = "",
                    },
                    $"The {GetLocationName(parameter)} parameter '{parameter.SerializedName}'."
                );
                writer.WriteLine(
                    $$"""public {{TypeNames.ToCSharp(parameter.Type)}}? {{RequestChain.GetPropertyName(parameter)}} { get; init; }"""
                );
            }
        }
    }

    private static List<Argument> GetArguments(EmitContext emitters, OperationModel operation)
    {
        List<Argument> arguments = [];
        foreach (ParameterModel parameter in operation.Parameters.Where(p => p.Location == ParameterLocation.Path))
            arguments.Add(OfParameter(parameter));
        if (operation.Body is { Required: true } body)
            arguments.Add(OfBody(body, ""));
        foreach (ParameterModel parameter in operation.Parameters.Where(p => p.Required && p.Location != ParameterLocation.Path))
            arguments.Add(OfParameter(parameter));
        if (operation.Body is { Required: false } optional)
            arguments.Add(OfBody(optional, " = null"));
        if (operation.ParametersType is { } record)
            arguments.Add(
                new Argument("parameters", TypeNames.Qualify(record) + "?", "parameters", "Optional parameters.", false, " = null")
            );
        return arguments;

        Argument OfParameter(ParameterModel parameter)
        {
            string name = Literal.EscapeIdentifier(parameter.Name);
            string words = DocComment.ToPlainText(parameter.Docs).Summary is { Length: > 0 } described
                ? described
                : $"The {GetLocationName(parameter)} parameter '{parameter.SerializedName}'.";
            string docs = DocComment.AppendSentence(
                DocComment.AppendSentence(words, DocComment.DescribeDefault(parameter.Docs)),
                OperationDocsEmitter.DescribeRules(parameter.Rules)
            );
            bool uuid = parameter.Rules.Format == StringFormat.Uuid && parameter.Type == TypeRef.String;
            return new Argument(name, TypeNames.ToCSharp(parameter.Type), name, docs, uuid, "");
        }

        Argument OfBody(BodyModel model, string ending) =>
            new(
                model.Name,
                RequestChain.GetBodyType(model) + (ending.Length > 0 ? "?" : ""),
                model.Name,
                DocComment.ToPlainText(model.Docs).Summary is { Length: > 0 } described ? described : "The request body.",
                false,
                ending
            );
    }

    /// <summary>Return types of the method and its twin, and the ends of the call that give them.</summary>
    private static (string Task, string Twin, string Result, string Response) GetSendMethods(ResponseModel response)
    {
        if (response.Result is not { } result)
            return (Task, $"{Task}<{TypeNames.Runtime}ApiResponse>", "SendAsync", "SendWithResponseAsync");
        TypeRef type = response.ResultNullable ? new NullableType(result) : result;
        string name = TypeNames.ToCSharp(type);
        if (response.Kind is ContentKind.Text or ContentKind.Stream)
            return (
                $"{Task}<{name}>",
                $"{Task}<{TypeNames.Runtime}ApiResponse<{TypeNames.ToCSharp(result)}>>",
                $"SendFor{response.Kind}Async",
                $"SendFor{response.Kind}ResponseAsync"
            );
        // A type argument of a class takes no question mark in a signature's constraint, but does in the task.
        string argument = type is NamedType { Kind: NamedKind.Model } ? $"<{name}>" : $"<{name}, {TypeNames.GetCodec(type)}>";
        return (
            $"{Task}<{name}>",
            $"{Task}<{TypeNames.Runtime}ApiResponse<{name}>>",
            "SendForResultAsync" + argument,
            "SendForResponseAsync" + argument
        );
    }

    private static void EmitCreateRequest(EmitContext emitters, OperationModel operation, List<Argument> arguments)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        string signature = string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}").Append(Options));
        writer.WriteLine($"private {TypeNames.CodeGen}ApiRequestBuilder {operation.CreateRequestMethod}({signature})");
        using (writer.Indent())
        {
            List<string> calls = [];
            foreach (ParameterModel parameter in operation.Parameters)
                calls.Add(RequestChain.GetParameterCall(parameter));
            if (operation.Body is { } body)
                calls.Add(RequestChain.GetBodyCall(body));
            writer.WriteLine($"=> _connection.CreateRequest({operation.InfoFieldName}, options){(calls.Count == 0 ? ";" : "")}");
            for (int i = 0; i < calls.Count; i++)
                writer.WriteLine("    " + calls[i] + (i + 1 == calls.Count ? ";" : ""));
        }
    }

    private static void EmitOperationInfo(CodeWriter writer, OperationModel operation)
    {
        string type = TypeNames.CodeGen + "ApiOperationInfo";
        writer.WriteLine();
        writer.WriteLine(
            $"private static readonly {type} {operation.InfoFieldName} = new {type}({Literal.Quote(operation.Id)}, {FormatHttpMethod(operation.HttpMethod)}, {Literal.Quote(operation.Path)})"
        );
        using (writer.OpenBraces("};"))
        {
            if (operation.Server.Length > 0)
                writer.WriteLine($"ServerUrl = {Literal.Quote(operation.Server)},");
            if (operation.Security.Count > 0)
                writer.WriteLine(
                    $$"""Security = new ulong[] { {{string.Join(", ", operation.Security.Select(s => "0x" + s.ToString("x", CultureInfo.InvariantCulture)))}} },"""
                );
            if (operation.Response.Envelope != EnvelopeKind.None)
                writer.WriteLine($"Envelope = {TypeNames.CodeGen}EnvelopeKind.{operation.Response.Envelope},");
            if (operation.Response.ResultRequired)
                writer.WriteLine("IsResultRequired = true,");
            if (operation.Response.Accept.Length > 0)
                writer.WriteLine($"Accept = {Literal.Quote(operation.Response.Accept)},");
            if (operation.Response.ResultStatuses is { Count: > 0 } statuses)
                writer.WriteLine(
                    $$"""ValueStatusCodes = new int[] { {{string.Join(", ", statuses.Select(s => s.ToString(CultureInfo.InvariantCulture)))}} },"""
                );
            if (operation.IdempotencyHeader.Length > 0)
                writer.WriteLine($"IdempotencyHeader = {Literal.Quote(operation.IdempotencyHeader)},");
            if (operation.Permissions.Length > 0)
                writer.WriteLine($"Permissions = {Literal.Quote(operation.Permissions)},");
        }

        if (operation.Paging is { } paging)
        {
            string info = TypeNames.CodeGen + "PagingInfo";
            string settings = string.Concat(paging.Settings.Select(s => $"{s.Name} = {(s.IsNumber ? s.Value : Literal.Quote(s.Value))}, "));
            writer
                .WriteLine()
                .WriteLine(
                    $$"""private static readonly {{info}} {{operation.PagingFieldName}} = new {{info}}({{TypeNames.CodeGen}}PagingStyle.{{paging.Style}}) { {{settings}}};"""
                );
        }
    }

    private static string FormatHttpMethod(string method)
    {
        string type = "global::System.Net.Http.HttpMethod";
        return method switch
        {
            "GET" => type + ".Get",
            "POST" => type + ".Post",
            "PUT" => type + ".Put",
            "PATCH" => type + ".Patch",
            "DELETE" => type + ".Delete",
            "HEAD" => type + ".Head",
            "OPTIONS" => type + ".Options",
            "TRACE" => type + ".Trace",
            _ => $"new {type}({Literal.Quote(method)})",
        };
    }

    private static string GetLocationName(ParameterModel parameter) =>
        parameter.Location switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            ParameterLocation.QueryString => "query string",
            _ => "cookie",
        };

    /// <param name="Summary">Null where the docs are the document's.</param>
    private sealed record Method(string? Summary, bool IsVirtual, string Signature, string Body);

    private sealed record Argument(string Name, string Type, string Passed, string Docs, bool IsUuid, string Default);
}
