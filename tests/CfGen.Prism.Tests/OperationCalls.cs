using CfGen.Prism.Tests.Cloudflare;

namespace CfGen.Prism.Tests;

/// <summary>A call of each operation of the document, by its <c>operationId</c>, with every parameter and member of a body set.</summary>
internal static class OperationCalls
{
    private const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
    private static readonly Guid s_user = Guid.Parse("5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90");
    private static readonly Guid s_integration = Guid.Parse("e5f0b1a2-3c4d-4e5f-8a9b-0c1d2e3f4a5b");

    public static Dictionary<string, Func<RiskScoringResource, RequestOptions, Task<object?>>> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["get-risk-score"] = async (api, options) => await api.GetAsync(Account, s_user, options),
            ["reset-risk-score"] = async (api, options) => await api.ResetAsync(Account, s_user, options),
            ["get-risk-score-behaviors"] = async (api, options) => await api.Behaviours.GetAsync(Account, options),
            ["update-risk-score-behaviors"] = async (api, options) =>
                await api.Behaviours.UpdateAsync(
                    Account,
                    new BehavioursUpdateRequest
                    {
                        Behaviors = new Dictionary<string, BehaviorSetting>
                        {
                            ["imp_travel"] = new() { Enabled = true, RiskLevel = RiskLevel.High },
                            ["ключ / 🔑"] = new() { Enabled = false, RiskLevel = RiskLevel.Low },
                        },
                    },
                    options
                ),
            ["get-risk-score-summary"] = async (api, options) =>
            {
                SummaryGetParameters parameters = new()
                {
                    Page = 2,
                    PerPage = 50,
                    OrderBy = "event_count",
                    Direction = "desc",
                };
                Page<RiskyUser> page = await api.Summary.GetAsync(Account, parameters, options).GetPageAsync();
                return page.Items;
            },
            ["list-risk-score-integrations"] = async (api, options) =>
            {
                Page<Integration> page = await api.Integrations.ListAsync(Account, options).GetPageAsync();
                return page.Items;
            },
            ["create-risk-score-integration"] = async (api, options) =>
                await api.Integrations.CreateAsync(
                    Account,
                    new IntegrationsCreateRequest
                    {
                        IntegrationType = IntegrationType.Okta,
                        TenantUrl = new Uri("https://tenant.okta.com"),
                        ReferenceId = "okta production",
                    },
                    options
                ),
            ["get-risk-score-integration"] = async (api, options) => await api.Integrations.GetAsync(Account, s_integration, options),
            ["update-risk-score-integration"] = async (api, options) =>
                await api.Integrations.UpdateAsync(
                    Account,
                    s_integration,
                    new IntegrationsUpdateRequest { Active = false, TenantUrl = new Uri("https://tenant.okta.com/a%20b?c=d#e") }.WithNull(
                        nameof(IntegrationsUpdateRequest.ReferenceId)
                    ),
                    options
                ),
            ["delete-risk-score-integration"] = async (api, options) => await api.Integrations.DeleteAsync(Account, s_integration, options),
            ["get-risk-score-integration-by-reference-id"] = async (api, options) =>
                await api.Integrations.References.GetAsync(Account, "a b+c/d?é#%", options),
        };
}
