namespace CfGen.Generator.Model;

/// <summary>The model of a type to emit.</summary>
internal abstract record TypeModel(string Name, Documentation Docs);
