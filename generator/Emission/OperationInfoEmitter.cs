using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The private fields that describe one operation and its paging to the runtime.</summary>
internal static class OperationInfoEmitter
{
    public static void Emit(CodeWriter writer, OperationModel operation)
    {
        string arguments = $"{Literal.Quote(operation.Id)}, {FormatHttpMethod(operation.HttpMethod)}, {Literal.Quote(operation.Path)}";
        writer.WriteLine();
        writer.WriteLine(
            $"private static readonly {ApiOperationInfo.Type} {operation.InfoFieldName} = new {ApiOperationInfo.Type}({arguments})"
        );
        using (writer.OpenBraces("};"))
        {
            foreach (string setting in GetSettings(operation))
                writer.WriteLine(setting + ",");
        }

        if (operation.Paging is { } paging)
            EmitPaging(writer, operation.PagingFieldName, paging);
    }

    private static IEnumerable<string> GetSettings(OperationModel operation)
    {
        ResponseModel response = operation.Response;
        if (operation.Server.Length > 0)
            yield return $"{ApiOperationInfo.ServerUrl} = {Literal.Quote(operation.Server)}";
        if (operation.Security.Count > 0)
            yield return $"{ApiOperationInfo.Security} = new ulong[] {{ {string.Join(", ", operation.Security.Select(FormatBits))} }}";
        if (operation.Scopes.Count > 0)
            yield return $"{ApiOperationInfo.Scopes} = new string[] {{ {string.Join(", ", operation.Scopes.Select(Literal.Quote))} }}";
        if (response.Envelope != EnvelopeKind.None)
            yield return $"{ApiOperationInfo.Envelope} = {ContractEnums.Format(response.Envelope)}";
        if (response.ResultRequired)
            yield return $"{ApiOperationInfo.IsResultRequired} = true";
        if (response.IsValueRequired)
            yield return $"{ApiOperationInfo.IsValueRequired} = true";
        if (response.Accept.Length > 0)
            yield return $"{ApiOperationInfo.Accept} = {Literal.Quote(response.Accept)}";
        if (response.ResultStatuses is { Count: > 0 } statuses)
            yield return $"{ApiOperationInfo.ValueStatusCodes} = new int[] {{ {string.Join(", ", statuses.Select(RuleArguments.FormatNumber))} }}";
        if (operation.IdempotencyHeader.Length > 0)
            yield return $"{ApiOperationInfo.IdempotencyHeader} = {Literal.Quote(operation.IdempotencyHeader)}";
        if (operation.Permissions.Length > 0)
            yield return $"{ApiOperationInfo.Permissions} = {Literal.Quote(operation.Permissions)}";
    }

    private static string FormatBits(ulong bits) => "0x" + bits.ToString("x", CultureInfo.InvariantCulture);

    private static void EmitPaging(CodeWriter writer, string field, PagingModel paging)
    {
        string settings = string.Concat(
            paging.Settings.Select(s => $"{PagingInfo.ForSetting(s.Name)} = {(s.IsNumber ? s.Value : Literal.Quote(s.Value))}, ")
        );
        if (paging.Origin != PagingOrigin.Document)
            settings += $"{PagingInfo.Origin} = {ContractEnums.Format(paging.Origin)}, ";
        if (paging.Body is not null)
            settings += $"{PagingInfo.HasBody} = true, ";
        string created = $"new {PagingInfo.Type}({ContractEnums.Format(paging.Style)}) {{ {settings}}}";
        writer.WriteLine().WriteLine($"private static readonly {PagingInfo.Type} {field} = {created};");
    }

    private static string FormatHttpMethod(string method)
    {
        const string Type = "global::System.Net.Http.HttpMethod";
        return method switch
        {
            "GET" => Type + ".Get",
            "POST" => Type + ".Post",
            "PUT" => Type + ".Put",
            "PATCH" => Type + ".Patch",
            "DELETE" => Type + ".Delete",
            "HEAD" => Type + ".Head",
            "OPTIONS" => Type + ".Options",
            "TRACE" => Type + ".Trace",
            _ => $"new {Type}({Literal.Quote(method)})",
        };
    }
}
