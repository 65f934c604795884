using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CfGen.Generator.Tests")]
