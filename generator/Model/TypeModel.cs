namespace CfGen.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel(string Name, Documentation Docs);
