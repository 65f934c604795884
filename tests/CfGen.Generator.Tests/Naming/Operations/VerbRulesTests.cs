using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming.Operations;

/// <summary>
/// The rules of docs/reference/naming-rules.md about verbs, updates and formats, with the operations of APIs that people know. A line is
/// <c>METHOD path | tag | id</c>, with <c>[]</c> where the result is an array.
/// </summary>
public sealed class VerbRulesTests
{
    /// <summary>One operation alone below an object: structure first, the id's verb next, words last.</summary>
    [Theory]
    // Structure: a plural is a collection, and what has a GET or something below it is a resource.
    [InlineData("POST /users/{id}/messages", "Users.Messages.Create")]
    [InlineData("POST /accounts/{id}/login_links", "Accounts.LoginLinks.Create")]
    [InlineData("POST /users/{id}/read_receipts | | readReceipts", "Users.ReadReceipts")]
    [InlineData("POST /payouts/{id}/reverse; GET /payouts/{id}/reverse", "Payouts.Reverse.Create; Payouts.Reverse.Get")]
    [InlineData("POST /payouts/{id}/reverse; GET /payouts/{id}/reverse/lines []", "Payouts.Reverse.Create; Payouts.Reverse.Lines.List")]
    // The verb of the id.
    [InlineData("POST /entitlements/{id}/zap | | zap_entitlement", "Entitlements.Zap")]
    [InlineData("POST /account/events/{id}/seen | | eventSeen", "Account.Events.Seen")]
    [InlineData("POST /disks/{id}/password | | resetDiskPassword", "Disks.ResetPassword")]
    [InlineData("PUT /me/player/volume | | set-volume; GET /me/player", "Me.Player.SetVolume; Me.Player.Get")]
    [InlineData("POST /accounts/{id}/transfer | | createTransfer", "Accounts.Transfer.Create")]
    [InlineData("POST /accounts/{id}/transfer", "Accounts.Transfer")]
    [InlineData("PUT /members/{id}/notify_props | | updateNotifyProps", "Members.NotifyProps.Update")]
    [InlineData("POST /cases/{id}/title | | updateCaseTitle", "Cases.Title.Update")]
    [InlineData("POST /projects/{id}/brief | | createProjectBrief", "Projects.Brief.Create")]
    [InlineData("POST /checks/{id}/page | | page-create", "Checks.Page.Create")]
    // Words.
    [InlineData("POST /invoices/{id}/mark_uncollectible | | PostInvoicesInvoiceMarkUncollectible", "Invoices.MarkUncollectible")]
    [InlineData("POST /payouts/{id}/reverse | | PostPayoutsPayoutReverse", "Payouts.Reverse")]
    [InlineData("POST /hubs/{id}/manage_items", "Hubs.ManageItems")]
    [InlineData("POST /test/cards/{id}/shipping/deliver", "Test.Cards.Shipping.Deliver")]
    [InlineData("POST /me/player/next; GET /me/player", "Me.Player.Next; Me.Player.Get")]
    [InlineData("POST /me/next; GET /me []", "Me.Next.Create; Me.List")]
    [InlineData("POST /dashboards/{id}/permalink", "Dashboards.Permalink.Create")]
    // PATCH and DELETE of a word that is never a noun.
    [InlineData("PATCH /jobs/{id}/cancel; DELETE /issues/{id}/lock", "Jobs.Cancel; Issues.Lock.Delete")]
    public void Segment_below_object_is_verb_or_resource(string operations, string names) => AssertNames(operations, names);

    /// <summary>Paths as controllers of ASP.NET have them.</summary>
    [Theory]
    [InlineData("GET /api/Orders/GetById/{id}; GET /api/Orders/GetAll []", "Orders.GetById; Orders.GetAll")]
    [InlineData("DELETE /api/Orders/DeleteOrder/{id}; PUT /api/Orders/UpdateOrder/{id}", "Orders.DeleteOrder; Orders.UpdateOrder")]
    [InlineData("GET /api/Orders/GetByRange/{from}/{to} []", "Orders.GetByRange")]
    [InlineData("GET /api/GetOrder/{id}; GET /exports/{id}", ".GetOrder; Exports.Get")]
    [InlineData("GET /check-runs/{id}; GET /repos/check-runs/{id}", "CheckRuns.Get; Repos.CheckRuns.Get")]
    public void Verb_before_parameter_is_method(string operations, string names) => AssertNames(operations, names);

    [Theory]
    [InlineData("PATCH /pets/{id}", "Pets.Update")]
    [InlineData("PATCH /pets/{id}; PUT /pets/{id}", "Pets.Edit; Pets.Update")]
    [InlineData("PATCH /pets/{id} | | editPet", "Pets.Edit")]
    [InlineData("PATCH /pets/{id}; PUT /pets []", "Pets.Edit; Pets.Update")]
    [InlineData("PATCH /pets/{id}; PUT /v2/pets/{id}", "Pets.Edit; Pets.Update")]
    // POST changes an item where another POST creates it, or where it can be neither created nor deleted.
    [InlineData("POST /customers; POST /customers/{id}", "Customers.Create; Customers.Update")]
    [InlineData("GET /disputes []; GET /disputes/{id}; POST /disputes/{id}", "Disputes.List; Disputes.Get; Disputes.Update")]
    [InlineData("GET /roles/{name}; POST /roles/{name}; DELETE /roles/{name}", "Roles.Get; Roles.Create; Roles.Delete")]
    [InlineData("GET /tax/settings; POST /tax/settings", "Tax.Settings.Get; Tax.Settings.Update")]
    [InlineData("GET /tax/settings; POST /tax/settings | | addSettings", "Tax.Settings.Get; Tax.Settings.Create")]
    // The id's own verb.
    [InlineData("POST /users/{id} | | updateUser; PUT /users/{id} | | replaceUser", "Users.Update; Users.Replace")]
    [InlineData("POST /users/{id} | | updateUser; PUT /users/{id} | | putUser", "Users.Create; Users.Update")]
    [InlineData("POST /runs | | createRun; POST /runs/{id} | | cancelRun", "Runs.Create; Runs.Cancel")]
    [InlineData("POST /payments/{id} | | deletePayment; GET /payments/{id}", "Payments.Delete; Payments.Get")]
    [InlineData("POST /uploads/{id} | | uploadData; GET /uploads/{id}", "Uploads.Update; Uploads.Get")]
    [InlineData(
        "PUT /invoices | | createInvoices; POST /invoices | | updateOrCreateInvoices; POST /invoices/{id} | | updateInvoice",
        "Invoices.Create; Invoices.UpdateOrCreate; Invoices.Update"
    )]
    [InlineData(
        "POST /lobbies | | create_lobby; PUT /lobbies | | create_or_join_lobby; GET /lobbies/{id} | | get_lobby",
        "Lobbies.Create; Lobbies.CreateOrJoin; Lobbies.Get"
    )]
    [InlineData("POST /images/load | | ImageLoad", "Images.Load")]
    [InlineData("DELETE /sessions | | deleteAllSessions; GET /sessions [] | | listSessions", "Sessions.BulkDelete; Sessions.List")]
    [InlineData("DELETE /sessions | | deleteSession; GET /sessions [] | | listSessions", "Sessions.Delete; Sessions.List")]
    public void Update_is_found_by_structure_and_id(string operations, string names) => AssertNames(operations, names);

    /// <summary>Formats, versions and queries are no names.</summary>
    [Theory]
    [InlineData(
        "GET /containers/json []; GET /containers/{id}/json; POST /containers/create",
        "Containers.List; Containers.Get; Containers.Create"
    )]
    [InlineData(
        "GET /images/json [] | | ImageList; GET /images/{name}/json | | ImageInspect; GET /images/{name}/get | | ImageGet",
        "Images.List; Images.Inspect; Images.Get"
    )]
    [InlineData("GET /maps/elevation/xml", "Maps.Elevation.Get")]
    [InlineData("GET /things/{id}; GET /things/{id}/json", "Things.Get; Things.GetJson")]
    [InlineData("POST /things/json; GET /json", "Things.Json.Create; Json.Get")]
    [InlineData(
        "GET /2010-04-01/Accounts/{s}/Calls.json [] | Api20100401Call; POST /2010-04-01/Accounts/{s}/Calls.json | Api20100401Call; POST /2010-04-01/Accounts/{s}/Calls/{c}.json | Api20100401Call; GET /2010-04-01/Accounts/{s}/Queues.json [] | Api20100401Queue",
        "Calls.List; Calls.Create; Calls.Update; Queues.List"
    )]
    [InlineData("GET /feed.json; GET /feed.xml; GET /news.xml; GET /a.json", "FeedJson.Get; FeedXml.Get; News.Get; A.Get")]
    [InlineData("GET /a.json; GET /a", "AJson.Get; A.Get")]
    [InlineData("POST /v1/messages; POST /v1/messages?beta=true", "Messages.Create; Messages.CreateBeta")]
    [InlineData("POST /v1/batches?beta=true; GET /v1/batches/{id}{?limit}", "Batches.Create; Batches.Get")]
    [InlineData("GET /rest/api/2/issue/{id}; GET /1.0/users []; GET /2023-10/shops []", "Issue.Get; Users.List; Shops.List")]
    public void Format_version_and_query_are_left_out(string operations, string names) => AssertNames(operations, names);

    [Theory]
    [InlineData("type: object, properties: { content: { type: array, items: {} }, totalElements: { type: integer } }", "List")]
    [InlineData("type: object, properties: { content: { type: array, items: {} }, title: { type: string } }", "Get")]
    [InlineData("type: object, properties: { tracks: { type: array, items: {} } }", "List")]
    [InlineData("type: object, properties: { title: { type: string }, count: { type: integer } }", "Get")]
    [InlineData("type: object, properties: { title: { type: object } }", "List")]
    public void List_depends_on_result(string schema, string method)
    {
        string result =
            $"{{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ {schema} }} }} }} }} }} }}";
        // Only a resource with items can be a list without an array.
        string paths = $"/top-tracks: {{ get: {result} }}\n";
        if (schema.Contains("title: { type: object }", StringComparison.Ordinal) || schema.Contains("count", StringComparison.Ordinal))
            paths +=
                "/top-tracks/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '200': { description: ok } } } }\n";
        Assert.Contains($"TopTracks.{method}", DeriveFromPaths(paths));
    }

    /// <summary>A POST on an item that can also be deleted creates it, unless the words of the document call it an update.</summary>
    [Theory]
    [InlineData("description: Updates the metadata of a coupon.", "Update")]
    [InlineData("description: ' <p><b>Updates</b> a coupon.</p>'", "Update")]
    [InlineData("summary: Modify a coupon", "Update")]
    [InlineData("summary: Store a coupon, description: Updates a coupon.", "Create")]
    [InlineData("description: Creates or updates a coupon.", "Create")]
    [InlineData("description: '<p', tags: []", "Create")]
    [InlineData("description: ''", "Create")]
    public void Description_tells_update_from_creation(string words, string method) =>
        Assert.Contains(
            $"Coupons.{method}",
            DeriveFromPaths(
                "/coupons/{id}: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], "
                    + $"post: {{ {words}, responses: {{ '200': {{ description: ok }} }} }}, "
                    + "get: { responses: { '200': { description: ok } } }, delete: { responses: { '204': { description: ok } } } }\n"
            )
        );

    private static string[] DeriveFromPaths(string paths) =>
        [
            .. OperationNames
                .Assign(
                    NamingCorpusTests.ReadOperations(
                        new DocumentText(
                            "/project/api.yaml",
                            Microsoft.CodeAnalysis.Text.SourceText.From(TestDocument.FromPaths(paths).Text)
                        )
                    )
                )
                .Names.Values.Select(n => string.Join('.', n.ResourcePath) + "." + n.MethodName),
        ];

    private static void AssertNames(string operations, string names)
    {
        Assert.Equal(names.Split("; "), NamingRulesTests.DeriveNames(operations.Split("; ")));
        Assert.Equal(names.Split("; ").Reverse(), NamingRulesTests.DeriveNames([.. operations.Split("; ").Reverse()]));
    }
}
