using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A resource class: the resources below it and its operations.</summary>
internal static class ResourceEmitter
{
    public static void Emit(Emitters emitters, ResourceUnit resource)
    {
        CodeWriter writer = emitters.Writer;
        string connection = TypeNames.Infrastructure + "ApiConnection";
        writer.Summary($"Operations on {resource.Title}, reached through {resource.ClientName}.");
        writer.Line(Emitters.GeneratedCode);
        string contract = emitters.Context.Interfaces ? " : " + TypeNames.Named("I" + resource.TypeName) : "";
        using (writer.Open($"{emitters.Context.Access} partial class {resource.TypeName}{contract}"))
        {
            writer.Line($"private readonly {connection} _connection;").Line();
            writer.Summary("For mocks: what is not overridden faults when it is called.");
            writer.Line($"protected {resource.TypeName}() => _connection = {connection}.None;").Line();
            writer.Line($"internal {resource.TypeName}({connection} connection) => _connection = connection;");
            ClientEmitter.Resources(emitters, resource.Resources, "I" + resource.TypeName);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.Emit(emitters, operation);
        }

        if (emitters.Context.Interfaces)
            Contract(emitters, resource);
        foreach (OperationModel operation in resource.Operations)
        {
            if (operation.ParametersType is not null && operation.Variant is null)
                OperationEmitter.EmitParameters(emitters, operation);
        }
    }

    /// <summary>What the class does, for those who put their own in its place.</summary>
    private static void Contract(Emitters emitters, ResourceUnit resource)
    {
        CodeWriter writer = emitters.Writer.Line();
        writer.Summary($"Operations on {resource.Title}.");
        writer.Line(Emitters.GeneratedCode);
        using (writer.Open($"{emitters.Context.Access} partial interface I{resource.TypeName}"))
        {
            ClientEmitter.ContractResources(emitters, resource.Resources);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.EmitContract(emitters, operation);
        }
    }
}
