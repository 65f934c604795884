using System.Collections.Immutable;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Analyzers;

/// <summary>
/// Explains the compiler's error about a member that a client has, and that <c>Emit="used"</c> left out. It looks only at names that were
/// left out, and does nothing in a build that emits everything.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeftOutCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UsageFindings.LeftOutMemberDescriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The code of other generators is the most likely to call what was left out.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LeftOutLists.Read(start.Compilation, start.CancellationToken) is { } lists)
                start.RegisterSemanticModelAction(model => Analyze(model, lists));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, LeftOutLists lists)
    {
        SyntaxTree tree = context.SemanticModel.SyntaxTree;
        if (tree.FilePath.IndexOf(typeof(OpenApiClientGenerator).FullName, StringComparison.Ordinal) >= 0)
            return;
        CancellationToken ct = context.CancellationToken;
        List<int> positions = [];
        WordScanner.Scan(tree.GetText(ct).ToString().AsSpan(), lists.Names, (_, position) => positions.Add(position));
        if (positions.Count == 0)
            return;
        SyntaxNode root = tree.GetRoot(ct);
        foreach (int position in positions)
        {
            if (
                root.FindToken(position) is { Parent: SimpleNameSyntax name } token
                && token == name.Identifier
                && IsUnknown(name, context.SemanticModel, ct)
                && lists.Find(FindReceiver(name, context.SemanticModel, ct), token.ValueText) is { } found
            )
                context.ReportDiagnostic(
                    UsageFindings
                        .LeftOutMember(found.Type, token.ValueText, found.Operation)
                        .ToDiagnosticInfo(location: null)
                        .ToDiagnostic(name.GetLocation())
                );
        }
    }

    private static bool IsUnknown(SimpleNameSyntax name, SemanticModel model, CancellationToken ct)
    {
        SymbolInfo symbol = model.GetSymbolInfo(name, ct);
        return symbol.Symbol is null && symbol.CandidateSymbols.IsEmpty;
    }

    /// <summary>Finds the type that would have the member.</summary>
    private static ITypeSymbol? FindReceiver(SimpleNameSyntax name, SemanticModel model, CancellationToken ct)
    {
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                return GetType(access.Expression, model, ct);
            case MemberBindingExpressionSyntax binding:
                ConditionalAccessExpressionSyntax? conditional = binding
                    .Ancestors()
                    .OfType<ConditionalAccessExpressionSyntax>()
                    .FirstOrDefault(c => c.WhenNotNull.Span.Contains(binding.Span));
                return conditional is null ? null : GetType(conditional.Expression, model, ct);
            case QualifiedNameSyntax or NameColonSyntax:
                return null;
            default:
                return model.GetEnclosingSymbol(name.SpanStart, ct)?.ContainingType;
        }
    }

    // In nameof, the receiver can be a type.
    private static ITypeSymbol? GetType(ExpressionSyntax expression, SemanticModel model, CancellationToken ct) =>
        model.GetTypeInfo(expression, ct).Type ?? model.GetSymbolInfo(expression, ct).Symbol as ITypeSymbol;
}
