using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A resource class: the resources below it and its operations.</summary>
internal static class ResourceEmitter
{
    public static void Emit(EmitContext emitters, ResourceModel resource)
    {
        CodeWriter writer = emitters.Writer;
        string connection = TypeNames.CodeGen + "ApiConnection";
        writer.WriteSummary($"Operations on {resource.Title}, reached through {resource.ClientName}.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        string contract = emitters.File.HasInterfaces ? " : " + TypeNames.Qualify("I" + resource.TypeName) : "";
        using (writer.OpenBlock($"{emitters.File.AccessModifier} partial class {resource.TypeName}{contract}"))
        {
            writer.WriteLine($"private readonly {connection} _connection;").WriteLine();
            writer.WriteSummary("For mocks: what is not overridden faults when it is called.");
            writer.WriteLine($"protected {resource.TypeName}() => _connection = {connection}.None;").WriteLine();
            writer.WriteLine($"internal {resource.TypeName}({connection} connection) => _connection = connection;");
            ClientEmitter.EmitResourceProperties(emitters, resource.Resources, "I" + resource.TypeName);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.Emit(emitters, operation);
        }

        if (emitters.File.HasInterfaces)
            EmitInterface(emitters, resource);
        foreach (OperationModel operation in resource.Operations)
        {
            if (operation.ParametersType is not null && operation.Variant is null)
                OperationEmitter.EmitParametersType(emitters, operation);
        }
    }

    /// <summary>What the class does, for those who put their own in its place.</summary>
    private static void EmitInterface(EmitContext emitters, ResourceModel resource)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        writer.WriteSummary($"Operations on {resource.Title}.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"{emitters.File.AccessModifier} partial interface I{resource.TypeName}"))
        {
            ClientEmitter.EmitInterfaceResources(emitters, resource.Resources);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.EmitInterfaceMembers(emitters, operation);
        }
    }
}
