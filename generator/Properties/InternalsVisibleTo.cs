using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CfGen.Changes")]
[assembly: InternalsVisibleTo("CfGen.Corpus")]
[assembly: InternalsVisibleTo("CfGen.Generator.Tests")]
[assembly: InternalsVisibleTo("CfGen.WholeDocument.Tests")]
