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

    public static void Emit(Emitters emitters, OperationModel operation)
    {
        CodeWriter writer = emitters.Writer;
        List<Argument> arguments = Arguments(emitters, operation);
        foreach (Method method in Methods(emitters, operation, arguments))
        {
            Head(writer, operation, method, arguments);
            writer.Line($"public {(method.IsVirtual ? "virtual " : "")}{method.Signature}");
            writer.Line($"    => {method.Body};");
        }

        Start(emitters, operation, arguments);
        Info(writer, operation);
    }

    /// <summary>The same methods as members of the resource's interface.</summary>
    public static void EmitContract(Emitters emitters, OperationModel operation)
    {
        List<Argument> arguments = Arguments(emitters, operation);
        foreach (Method method in Methods(emitters, operation, arguments))
        {
            Head(emitters.Writer, operation, method, arguments);
            emitters.Writer.Line(method.Signature + ";");
        }
    }

    private static void Head(CodeWriter writer, OperationModel operation, Method method, List<Argument> arguments)
    {
        writer.Line();
        if (method.Summary is { } summary)
            writer.Summary(summary);
        else
            OperationDocsEmitter.Emit(writer, operation, arguments.Select(a => (a.Name, a.Docs)));
        writer.Line($"[{TypeNames.Runtime}ApiOperation({Literal.Quote(operation.Id)}, {Literal.Quote(operation.HttpMethod)}, {Literal.Quote(operation.Path)})]");
        if (operation.Docs.Text.Deprecated)
            writer.Line("[global::System.Obsolete(\"The API's document marks it deprecated.\")]");
    }

    private static IEnumerable<Method> Methods(Emitters emitters, OperationModel operation, List<Argument> arguments)
    {
        string start = $"{operation.StartName}({string.Join(", ", arguments.Select(a => a.Name).Append("options"))})";
        (string task, string twin, string result, string response) = Ends(operation.Response);
        string name = operation.Name + "Async";
        if (operation.Paging is { } paging)
        {
            foreach (Method method in Lists(operation, paging, arguments, start, name))
                yield return method;
            yield break;
        }

        if (operation.Response is { Kind: ContentKind.Lines or ContentKind.Events, Result: { } item })
        {
            foreach (Method method in Stream(operation.Response, item, arguments, start, name))
                yield return method;
            yield break;
        }

        string twinName = operation.Name + "WithResponseAsync";
        yield return new Method(null, true, Signature(task, name, arguments), $"{start}.{result}(cancellationToken)");
        yield return new Method(
            $"Does what {name} does, and gives status, headers and envelope beside the value.", true,
            Signature(twin, twinName, arguments), $"{start}.{response}(cancellationToken)");

        if (WithGuids(arguments) is not var (typed, passed))
            yield break;
        yield return new Method($"Does what the {name} with strings does.", false, Signature(task, name, typed), $"{name}({passed})");
        yield return new Method($"Does what the {twinName} with strings does.", false, Signature(twin, twinName, typed), $"{twinName}({passed})");
    }

    /// <summary>A list is not async: its pages are fetched as they are walked. The pages carry what a twin would.</summary>
    private static IEnumerable<Method> Lists(OperationModel operation, PagingModel paging, List<Argument> arguments, string start, string name)
    {
        string item = TypeNames.CSharp(paging.Item);
        return Sequence($"{TypeNames.Runtime}Pageable<{item}>", $"{start}.Pages<{item}{CodecOf(paging.Item)}>({operation.PagingName}, cancellationToken)", arguments, name);
    }

    /// <summary>Values a line and events are read as they are walked.</summary>
    private static IEnumerable<Method> Stream(ResponseModel response, TypeRef type, List<Argument> arguments, string start, string name)
    {
        string item = TypeNames.CSharp(type);
        string form = response.Kind == ContentKind.Events ? $"{TypeNames.Infrastructure}EventForm.{response.Events}, " : "";
        return Sequence($"{TypeNames.Generic}IAsyncEnumerable<{item}>", $"{start}.{response.Kind}<{item}{CodecOf(type)}>({form}cancellationToken)", arguments, name);
    }

    private static string CodecOf(TypeRef item) => item is NamedType { Kind: NamedKind.Model } ? "" : ", " + TypeNames.Codec(item);

    private static IEnumerable<Method> Sequence(string type, string body, List<Argument> arguments, string name)
    {
        yield return new Method(null, true, Signature(type, name, arguments), body);
        if (WithGuids(arguments) is var (typed, passed))
            yield return new Method($"Does what the {name} with strings does.", false, Signature(type, name, typed), $"{name}({passed})");
    }

    /// <summary>The arguments with Guids for uuids, and how they are passed on; null where there is no uuid.</summary>
    private static (List<Argument> Typed, string Passed)? WithGuids(List<Argument> arguments)
    {
        if (!arguments.Exists(a => a.IsUuid))
            return null;
        List<Argument> typed = [.. arguments.Select(a => a.IsUuid ? a with { Type = "global::System.Guid", Passed = a.Name + ".ToString()" } : a)];
        return (typed, string.Join(", ", typed.Select(a => a.Passed).Concat(["options", "cancellationToken"])));
    }

    private static string Signature(string type, string name, List<Argument> arguments) =>
        $"{type} {name}({string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}{a.Default}").Append(Defaults))})";

    /// <summary>The record of the optional parameters.</summary>
    public static void EmitParameters(Emitters emitters, OperationModel operation)
    {
        CodeWriter writer = emitters.Writer;
        writer.Line().Summary($"Optional parameters of {operation.Name}Async ({operation.HttpMethod} {operation.Path}).");
        writer.Line(Emitters.GeneratedCode);
        using (writer.Open($"{emitters.Context.Access} sealed partial {(emitters.Context.Records ? "record" : "class")} {operation.ParametersType}"))
        {
            bool first = true;
            foreach (ParameterModel parameter in operation.Parameters.Where(p => !p.Required))
            {
                if (!first)
                    writer.Line();
                first = false;
                writer.Docs(parameter.Docs with { Pointer = "" }, $"The {Place(parameter)} parameter '{parameter.WireName}'.");
                writer.Line($$"""public {{TypeNames.CSharp(parameter.Type)}}? {{CallChain.MemberName(parameter)}} { get; init; }""");
            }
        }
    }

    private static List<Argument> Arguments(Emitters emitters, OperationModel operation)
    {
        List<Argument> arguments = [];
        foreach (ParameterModel parameter in operation.Parameters.Where(p => p.Place == ParameterPlace.Path))
            arguments.Add(OfParameter(parameter));
        if (operation.Body is { Required: true } body)
            arguments.Add(OfBody(body, ""));
        foreach (ParameterModel parameter in operation.Parameters.Where(p => p.Required && p.Place != ParameterPlace.Path))
            arguments.Add(OfParameter(parameter));
        if (operation.Body is { Required: false } optional)
            arguments.Add(OfBody(optional, " = null"));
        if (operation.ParametersType is { } record)
            arguments.Add(new Argument("parameters", TypeNames.Named(record) + "?", "parameters", "Optional parameters.", false, " = null"));
        return arguments;

        Argument OfParameter(ParameterModel parameter)
        {
            string name = Literal.Identifier(parameter.Name);
            string words = DocComment.Plain(parameter.Docs).Summary is { Length: > 0 } described ? described : $"The {Place(parameter)} parameter '{parameter.WireName}'.";
            string docs = DocComment.And(DocComment.And(words, DocComment.Default(parameter.Docs)), OperationDocsEmitter.Rules(parameter.Rules));
            bool uuid = parameter.Rules.Format == StringFormat.Uuid && parameter.Type == TypeRef.String;
            return new Argument(name, TypeNames.CSharp(parameter.Type), name, docs, uuid, "");
        }

        Argument OfBody(BodyModel model, string ending) => new(
            model.Name, CallChain.BodyType(model) + (ending.Length > 0 ? "?" : ""), model.Name,
            DocComment.Plain(model.Docs).Summary is { Length: > 0 } described ? described : "The request body.", false, ending);
    }

    /// <summary>Return types of the method and its twin, and the ends of the call that give them.</summary>
    private static (string Task, string Twin, string Result, string Response) Ends(ResponseModel response)
    {
        if (response.Result is not { } result)
            return (Task, $"{Task}<{TypeNames.Runtime}ApiResponse>", "SendAsync", "SendResponseAsync");
        TypeRef type = response.ResultNullable ? new NullableType(result) : result;
        string name = TypeNames.CSharp(type);
        if (response.Kind is ContentKind.Text or ContentKind.Stream)
            return ($"{Task}<{name}>", $"{Task}<{TypeNames.Runtime}ApiResponse<{TypeNames.CSharp(result)}>>", response.Kind + "Async", response.Kind + "ResponseAsync");
        // A type argument of a class takes no question mark in a signature's constraint, but does in the task.
        string argument = type is NamedType { Kind: NamedKind.Model } ? $"<{name}>" : $"<{name}, {TypeNames.Codec(type)}>";
        return ($"{Task}<{name}>", $"{Task}<{TypeNames.Runtime}ApiResponse<{name}>>", "ResultAsync" + argument, "ResponseAsync" + argument);
    }

    private static void Start(Emitters emitters, OperationModel operation, List<Argument> arguments)
    {
        CodeWriter writer = emitters.Writer.Line();
        string signature = string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}").Append(Options));
        writer.Line($"private {TypeNames.Infrastructure}ApiCall {operation.StartName}({signature})");
        using (writer.Indent())
        {
            List<string> calls = [];
            foreach (ParameterModel parameter in operation.Parameters)
                calls.Add(CallChain.Parameter(parameter));
            if (operation.Body is { } body)
                calls.Add(CallChain.Body(body));
            writer.Line($"=> _connection.Start({operation.InfoName}, options){(calls.Count == 0 ? ";" : "")}");
            for (int i = 0; i < calls.Count; i++)
                writer.Line("    " + calls[i] + (i + 1 == calls.Count ? ";" : ""));
        }
    }

    private static void Info(CodeWriter writer, OperationModel operation)
    {
        string type = TypeNames.Infrastructure + "ApiOperationInfo";
        writer.Line();
        writer.Line($"private static readonly {type} {operation.InfoName} = new {type}({Literal.Quote(operation.Id)}, {HttpMethod(operation.HttpMethod)}, {Literal.Quote(operation.Path)})");
        using (writer.Braces("};"))
        {
            if (operation.Server.Length > 0)
                writer.Line($"Server = {Literal.Quote(operation.Server)},");
            if (operation.Security.Count > 0)
                writer.Line($$"""Security = new ulong[] { {{string.Join(", ", operation.Security.Select(s => "0x" + s.ToString("x", CultureInfo.InvariantCulture)))}} },""");
            if (operation.Response.Envelope != EnvelopeKind.None)
                writer.Line($"Envelope = {TypeNames.Infrastructure}EnvelopeKind.{operation.Response.Envelope},");
            if (operation.Response.ResultRequired)
                writer.Line("ResultRequired = true,");
            if (operation.Response.Accept.Length > 0)
                writer.Line($"Accept = {Literal.Quote(operation.Response.Accept)},");
            if (operation.Response.ValueStatuses is { Count: > 0 } statuses)
                writer.Line($$"""ValueStatuses = new int[] { {{string.Join(", ", statuses.Select(s => s.ToString(CultureInfo.InvariantCulture)))}} },""");
            if (operation.Permissions.Length > 0)
                writer.Line($"Permissions = {Literal.Quote(operation.Permissions)},");
        }

        if (operation.Paging is { } paging)
        {
            string info = TypeNames.Infrastructure + "PagingInfo";
            string settings = string.Concat(paging.Settings.Select(s => $"{s.Name} = {(s.IsNumber ? s.Value : Literal.Quote(s.Value))}, "));
            writer.Line().Line($$"""private static readonly {{info}} {{operation.PagingName}} = new {{info}}({{TypeNames.Infrastructure}}PagingStyle.{{paging.Style}}) { {{settings}}};""");
        }
    }

    private static string HttpMethod(string method)
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

    private static string Place(ParameterModel parameter) => parameter.Place switch
    {
        ParameterPlace.Path => "path",
        ParameterPlace.Query => "query",
        ParameterPlace.Header => "header",
        ParameterPlace.QueryString => "query string",
        _ => "cookie",
    };

    /// <param name="Summary">Null where the docs are the document's.</param>
    private sealed record Method(string? Summary, bool IsVirtual, string Signature, string Body);

    private sealed record Argument(string Name, string Type, string Passed, string Docs, bool IsUuid, string Default);
}
