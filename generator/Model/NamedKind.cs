namespace CfGen.Generator.Model;

internal enum NamedKind
{
    Model,
    Enum,
}
