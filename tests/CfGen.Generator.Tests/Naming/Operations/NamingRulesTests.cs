using System.Text;
using CfGen.Generator.Documents;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming.Operations;

/// <summary>
/// The rules of docs/reference/naming-rules.md one by one, in the styles of several vendors. A line is <c>METHOD path | tag | id</c>, with
/// <c>[]</c> where the result is an array.
/// </summary>
public sealed class NamingRulesTests
{
    [Theory]
    // Verb and path.
    [InlineData("GET /pets []", "Pets.List")]
    [InlineData("POST /pets", "Pets.Create")]
    [InlineData("GET /pets/{id}", "Pets.Get")]
    [InlineData("PUT /pets/{id}", "Pets.Update")]
    [InlineData("PATCH /pets/{id}", "Pets.Update")]
    [InlineData("DELETE /pets/{id}", "Pets.Delete")]
    [InlineData("GET /account/settings []", "Account.Settings.List")]
    [InlineData("GET /", ".Get")]
    [InlineData("GET /api/v1", ".Get")]
    // An id in words adds nothing to the path.
    [InlineData("GET /pet/{petId} | pet | getPetById", "Pet.Get")]
    [InlineData("GET /pet/findByStatus [] | pet | findPetsByStatus", "Pet.FindByStatus")]
    [InlineData("GET /user/login | user | loginUser", "User.Login")]
    [InlineData("GET /v1/charges/{charge} | | GetChargesCharge", "Charges.Get")]
    // Ids that consist of a resource and a method.
    [InlineData("GET /users/{username}/repos [] | repos | repos/list-for-user", "Repos.ListForUser")]
    [InlineData("GET /animals [] | pets | pets.list", "Pets.List")]
    [InlineData("GET /animals [] | pets | Pets_List", "Pets.List")]
    [InlineData("GET /animals/{id} | pets | Pets_GetPetById", "Pets.Get")]
    [InlineData("POST /animals [] | pets | Pets.GetPets", "Pets.List")]
    [InlineData("GET /files/{fileId}/replies | | drive.replies.list", "Replies.List")]
    [InlineData("GET /v4/books/{id}/values/{range} | | sheets.books.values.get", "Books.Values.Get")]
    // Versions.
    [InlineData("GET /v2/droplets [] | Droplets | droplets_list", "Droplets.List")]
    [InlineData("GET /api/v1/users [] | User | listUsers", "Users.List")]
    // Owners and resources.
    [InlineData("GET /accounts/{account_id}/queues [] | Queue", "Queues.List")]
    [InlineData("GET /accounts/{account_id}/members [] | Account Members", "Accounts.Members.List")]
    [InlineData("GET /v2/droplets/{id}/backups [] | Droplets", "Droplets.Backups.List")]
    [InlineData("GET /files/{file_id}/comments [] | Comments", "Comments.List")]
    [InlineData("GET /v1/customers/{customer}/sources []", "Customers.Sources.List")]
    // Verbs in the path.
    [InlineData("POST /v1/charges/{charge}/capture", "Charges.Capture")]
    [InlineData("POST /dns/records/scan", "Dns.Records.Scan")]
    [InlineData("POST /projects/{project_gid}/addFollowers | Projects", "Projects.AddFollowers")]
    [InlineData("POST /sendMessage", ".SendMessage")]
    [InlineData("POST /login", ".Login")]
    [InlineData("POST /api/v1/login", ".Login")]
    [InlineData("POST /forgotPassword", ".ForgotPassword")]
    [InlineData("GET /search", "Search.Get")]
    [InlineData("POST /{tenant}/search", "Search.Create")]
    [InlineData("POST /orders", "Orders.Create")]
    [InlineData("POST /v1/{name}:cancel", ".Cancel")]
    [InlineData("POST /v4/books/{id}/values/{range}:append", "Books.Values.Append")]
    [InlineData("PUT /files/{file_id}#add_shared_link | Shared links", "Files.AddSharedLink")]
    [InlineData("POST /ai/run/{model}", "Ai.Run")]
    [InlineData("POST /requests/new", "Requests.Create")]
    [InlineData("POST /tunnels/{id}/psk_generate", "Tunnels.PskGenerate")]
    [InlineData("POST /logpush/validate/origin", "Logpush.Validate.Origin")]
    // A segment for many items is no resource.
    [InlineData("PUT /namespaces/{id}/bulk", "Namespaces.BulkUpdate")]
    [InlineData("POST /namespaces/{id}/bulk/delete", "Namespaces.BulkDelete")]
    [InlineData("POST /points/search/batch", "Points.BulkSearch")]
    [InlineData("GET /reports/bulk []", "Reports.Bulk.List")]
    [InlineData("GET /ai/models/search []", "Ai.Models.Search")]
    // Repeated words.
    [InlineData("GET /firewall/access_rules/rules []", "Firewall.AccessRules.List")]
    [InlineData("GET /speed_api/pages []", "Speed.Pages.List")]
    [InlineData("GET /ai-gateway/gateways []", "AiGateway.List")]
    [InlineData("POST /ai/finetunes/{id}/finetune-assets", "Ai.Finetunes.Assets.Create")]
    [InlineData("GET /auth/roles/{id}/role-id", "Auth.Roles.RoleId.Get")]
    // The tag or a path beside it has the plural. A summary in the plural does not make one.
    [InlineData("POST /zones/{z}/hold | Zone Holds", "Zones.Holds.Create")]
    [InlineData("POST /d1/database | D1 | d1-create-databases", "D1.Database.Create")]
    // The tag expands an abbreviation.
    [InlineData("GET /access/apps [] | Access applications", "Access.Applications.List")]
    [InlineData("GET /custom_ns [] | Custom Nameservers", "CustomNameservers.List")]
    [InlineData("PUT /settings/zaraz | Zaraz", "Zaraz.Update")]
    public void Single_operation_gets_name(string operation, string name) => Assert.Equal([name], DeriveNames(operation));

    [Theory]
    // Read-only views: the last segment is the method.
    [InlineData("GET /radar/http/summary/os; GET /radar/http/summary/bot_class", "Radar.Http.Summary.Os; Radar.Http.Summary.BotClass")]
    [InlineData("GET /workers/usage/limits; PUT /workers/usage/limits", "Workers.Usage.Limits.Get; Workers.Usage.Limits.Update")]
    // One item and many.
    [InlineData("PUT /filters; GET /filters []; PUT /filters/{id}", "Filters.BulkUpdate; Filters.List; Filters.Update")]
    [InlineData("POST /stream []; POST /stream/{id}", "Stream.Create; Stream.Update")]
    [InlineData("GET /datasets; GET /datasets/{id}", "Datasets.List; Datasets.Get")]
    [InlineData("GET /rum/rules []; DELETE /rum/rule/{id}", "Rum.Rules.List; Rum.Rules.Delete")]
    [InlineData("GET /pets []; GET /pets/search []", "Pets.List; Pets.Search")]
    // Versions beside each other.
    [InlineData("GET /images/v1 []; GET /images/v2 []", "Images.V1.List; Images.V2.List")]
    [InlineData("GET /v1/images []; GET /v2/images []; GET /v2/droplets []", "V1.Images.List; V2.Images.List; Droplets.List")]
    [InlineData("GET /indexes []; GET /v2/indexes []", "Indexes.List; V2.Indexes.List")]
    // The tags of a first segment begin with a product family that no path has.
    [InlineData(
        "GET /gateway/lists [] | Zero Trust lists; GET /gateway/rules [] | Zero Trust Gateway rules",
        "ZeroTrust.Gateway.Lists.List; ZeroTrust.Gateway.Rules.List"
    )]
    [InlineData(
        "GET /zt_scores/a [] | Zero Trust Risk Scoring; GET /zt_scores/b [] | Zero Trust Risk Integrations",
        "ZeroTrust.Scores.A.List; ZeroTrust.Scores.B.List"
    )]
    [InlineData("GET /mnm/rules [] | Magic Network Monitoring Rules", "MagicNetworkMonitoring.Rules.List")]
    // One tag that otherwise only names the owner has the product family, too. The owner's own words are not a family.
    [InlineData(
        "GET /accounts/{a}/devices [] | Devices; PUT /accounts/{a}/devices/settings | Zero Trust accounts; GET /accounts/{a}/queues [] | Queue",
        "ZeroTrust.Devices.List; ZeroTrust.Devices.Settings.Update; Queues.List"
    )]
    [InlineData(
        "POST /telephony-providers/{p}/lifecycle/activate | Custom Telephony Providers; POST /users/{u}/lifecycle/activate | User Lifecycle",
        "TelephonyProviders.Lifecycle.Activate; Lifecycle.Activate"
    )]
    // The tags show the words of the first segment, and that two segments are one product.
    [InlineData("GET /pagerules [] | Page Rules; GET /pagerules/{id} | Page Rules", "PageRules.List; PageRules.Get")]
    [InlineData(
        "GET /email/routing | Email Routing settings; GET /email/routing/dns [] | Email Routing DNS records",
        "EmailRouting.Get; EmailRouting.Dns.List"
    )]
    [InlineData(
        "GET /registrar/domains [] | Registrar Domains; GET /registrar/domains/{id} | Registrar Domains",
        "Registrar.Domains.List; Registrar.Domains.Get"
    )]
    [InlineData(
        "GET /email/routing | Email Routing settings; GET /email/routing/dns [] | Email Routing DNS records; GET /email/log [] | Email Log",
        "Email.Routing.Get; Email.Routing.Dns.List; Email.Log.List"
    )]
    // A resource of accounts and zones is one resource where both own others. The actions of two resources are not.
    [InlineData(
        "GET /accounts/{a}/rulesets [] | Account Rulesets; GET /zones/{z}/rulesets [] | Zone Rulesets; GET /accounts/{a}/queues [] | Queue; GET /accounts/{a}/streams [] | Streams; GET /zones/{z}/filters [] | Filters; GET /zones/{z}/logs [] | Logs",
        "Rulesets.List; Zones.Rulesets.List; Queues.List; Streams.List; Filters.List; Logs.List"
    )]
    [InlineData(
        "GET /droplets/{d}/actions [] | Droplet Actions; GET /images/{i}/actions [] | Image Actions",
        "Droplets.Actions.List; Images.Actions.List"
    )]
    // Settings that are replaced as a whole are one resource, even as an array.
    [InlineData("GET /certificates/settings []; PUT /certificates/settings", "Certificates.Settings.Get; Certificates.Settings.Update")]
    [InlineData(
        "GET /workers/scripts/{s}/script-settings; GET /workers/scripts/{s}/settings",
        "Workers.Scripts.ScriptSettings.Get; Workers.Scripts.Settings.Get"
    )]
    // The collection searches where /new creates.
    [InlineData("POST /requests; POST /requests/new", "Requests.List; Requests.Create")]
    [InlineData("POST /chats/{id}/rooms/{room}; POST /chats/{id}/rooms/{room}/new", "Chats.Rooms.Create; Chats.Rooms.CreateNew")]
    // A batch that can be read is a resource.
    [InlineData("POST /payouts/batch; GET /payouts/batch/{id}", "Payouts.Batch.Create; Payouts.Batch.Get")]
    // Words that are also nouns are not verbs after other words.
    [InlineData("POST /shop/orders/{id}/payment_link; POST /export/jobs", "Shop.Orders.PaymentLink.Create; Export.Jobs.Create")]
    // A singular that ids or summaries have in the plural is a list where it has items.
    [InlineData("GET /dashboard | | ListDashboards; GET /dashboard/{id} | | GetDashboard", "Dashboard.List; Dashboard.Get")]
    [InlineData(
        "GET /user | Users | getCurrentUser; PATCH /user | Users; GET /user/{id} | Users; PATCH /user/{id} | Users",
        "User.Get; User.Update; User.GetById; User.UpdateById"
    )]
    // A product of a part of the segment.
    [InlineData(
        "GET /workers/dispatch/namespaces [] | Workers for Platforms; GET /workers/scripts [] | Worker Script",
        "WorkersForPlatforms.Dispatch.Namespaces.List; Workers.Scripts.List"
    )]
    [InlineData(
        "GET /limits/daily/items [] | Limits for accounts; GET /limits/rates/items [] | Limits for accounts",
        "Limits.Daily.Items.List; Limits.Rates.Items.List"
    )]
    [InlineData(
        "GET /limits/daily/items [] | Limits for a zone; GET /limits/rates [] | Rates",
        "Limits.Daily.Items.List; Limits.Rates.List"
    )]
    // OData: a key is an item of its set, a function is a method, and the type of a set's entities is no resource of its own.
    [InlineData("GET /Products({key}); DELETE /Products({id})", "Products.Get; Products.Delete")]
    [InlineData(
        "GET /People({id})/Friends [] | People; GET /People({id})/Default.GetTrips(name={name}) [] | People",
        "People.Friends.List; People.GetTrips"
    )]
    [InlineData(
        "GET /OrderDetails(OrderID={a},ProductID={b}); GET /GetNearest(lat={lat},lon={lon}); GET /Nearest(lat={lat})",
        "OrderDetails.Get; .GetNearest; .Nearest"
    )]
    [InlineData("GET /Staff [] | Staff; GET /Staff(First={a},Last={b}) | Staff", "Staff.List; Staff.Get")]
    [InlineData(
        "GET /GetBest() | FunctionImport | FunctionImport.GetBest; POST /Reset | ActionImport | ActionImport.Reset",
        ".GetBest; .Reset"
    )]
    [InlineData("GET /GetById({id}); GET /items/text(1)", ".GetById; Items.Text1")]
    [InlineData(
        "GET /People [] | People.Person | People.Person.ListPerson; GET /People({key}) | People.Person | People.Person.GetPerson",
        "People.List; People.Get"
    )]
    [InlineData("GET /drive/files [] | | drive.files.listFiles; GET /drive/{id} | | drive.files.getFiles", "Drive.Files.List; Drive.Get")]
    // Spellings of one resource: two that differ in case only would be two classes of one name.
    [InlineData(
        "GET /nodebalancers [] | NodeBalancers; GET /nodebalancers/{id}/configs []; POST /nodebalancers | NodeBalancers",
        "NodeBalancers.List; NodeBalancers.Configs.List; NodeBalancers.Create"
    )]
    [InlineData(
        "GET /nodebalancers [] | Balancers | nodebalancers/list; GET /things/{id}/nodebalancers [] | Other | NodeBalancers_ListOfThing",
        "NodeBalancers.List; NodeBalancers.ListOfThing"
    )]
    // Equal names are told apart by words of the path.
    [InlineData(
        "GET /accounts/{a}/settings | Settings; GET /accounts/{a}/settings/{settingId} | Settings",
        "Settings.Get; Settings.GetBySettingId"
    )]
    [InlineData("GET /zones/{z}/pools [] | Pools; GET /accounts/{a}/pools/search [] | Pools", "Pools.List; Pools.Search")]
    [InlineData("GET /book/search []; POST /book/search", "Book.Search; Book.SearchByPost")]
    [InlineData("POST /points/search; POST /points/search/batch", "Points.Search; Points.BulkSearch")]
    // A resource without an owner: those of others have theirs, whether or not the methods are equal.
    [InlineData(
        "GET /tags/{t} | Tags; GET /workspaces/{w}/tags [] | Tags; POST /workspaces/{w}/tags | Tags",
        "Tags.Get; Workspaces.Tags.List; Workspaces.Tags.Create"
    )]
    // Two owners whose resources have a method in common: all methods of one of them have the owner.
    [InlineData(
        "GET /accounts/{a}/logs [] | Logs; GET /zones/{z}/logs [] | Logs; POST /zones/{z}/logs | Logs",
        "Logs.List; Zones.Logs.List; Zones.Logs.Create"
    )]
    [InlineData("GET /accounts/{a}/logs [] | Logs; POST /zones/{z}/logs | Logs", "Logs.List; Logs.Create")]
    [InlineData("GET /pets/{id}; GET /pets/{id}/{name}", "Pets.Get; Pets.GetByName")]
    [InlineData("GET /accounts/{a}/logs [] | Logs; GET /zones/{z}/logs [] | Logs", "Logs.List; Zones.Logs.List")]
    [InlineData("GET /sites []; GET /{account_slug}/sites []", "Sites.List; Sites.ListForAccount")]
    public void Related_operations_get_names(string operations, string names)
    {
        Assert.Equal(names.Split("; "), DeriveNames(operations.Split("; ")));
        Assert.Equal(names.Split("; ").Reverse(), DeriveNames([.. operations.Split("; ").Reverse()]));
    }

    /// <summary>A list in one of several envelopes, and in one of several results.</summary>
    [Theory]
    [InlineData(
        "oneOf: [{ properties: { result: { type: array, items: {} } } }, { properties: { result: { type: string } } }]",
        "Logs.List"
    )]
    [InlineData(
        "oneOf: [{ properties: { result: { type: object } } }, { properties: { result: { type: array, items: {} } } }]",
        "Logs.Get"
    )]
    [InlineData(
        "properties: { result: { anyOf: [{ type: object, properties: { count: { type: integer }, logs: { type: array, items: {} } } }] } }",
        "Logs.List"
    )]
    // A page of HAL, and other pages with one array.
    [InlineData(
        "properties: { _links: { type: object }, page: { type: object }, _embedded: { type: object, properties: { orders: { type: array, items: {} } } } }",
        "Logs.List"
    )]
    [InlineData(
        "properties: { id: { type: string }, _embedded: { type: object, properties: { orders: { type: array, items: {} } } } }",
        "Logs.Get"
    )]
    [InlineData("properties: { page: { type: object }, entries_found: { type: array, items: {} } }", "Logs.List")]
    [InlineData("properties: { name: { type: object }, entries_found: { type: array, items: {} } }", "Logs.Get")]
    public void List_in_union_is_recognized(string schema, string name)
    {
        IReadOnlyList<OperationOutline> found = NamingCorpusTests.ReadOperations(
            new DocumentText(
                "/project/api.yaml",
                Microsoft.CodeAnalysis.Text.SourceText.From(
                    TestDocument
                        .FromPaths(
                            $"/logs: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ {schema} }} }} }} }} }} }} }}\n"
                        )
                        .Text
                )
            )
        );
        OperationName only = Assert.Single(OperationNames.Assign(found).Names).Value;
        Assert.Equal(name, string.Join('.', only.ResourcePath) + "." + only.MethodName);
    }

    /// <summary>There are 30 to the power of 8 paths. The test ends only if they are not all followed.</summary>
    [Theory]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    public void Circular_unions_terminate(string combinator)
    {
        string choices(string to) => string.Join(", ", Enumerable.Repeat($"{{ $ref: '#/components/schemas/{to}' }}", 30));
        string paths =
            "/logs: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }\n";
        string schemas =
            $"components: {{ schemas: {{ A: {{ {combinator}: [{choices("B")}] }}, B: {{ {combinator}: [{choices("A")}] }} }} }}\n";
        IReadOnlyList<OperationOutline> found = NamingCorpusTests.ReadOperations(
            new DocumentText("/project/api.yaml", Microsoft.CodeAnalysis.Text.SourceText.From(TestDocument.FromPaths(paths, schemas).Text))
        );
        Assert.Single(found);
    }

    internal static string[] DeriveNames(params string[] operations)
    {
        IReadOnlyList<OperationOutline> found = NamingCorpusTests.ReadOperations(
            new DocumentText(
                "/project/api.yaml",
                Microsoft.CodeAnalysis.Text.SourceText.From(TestDocument.FromPaths(CreatePaths(operations)).Text)
            )
        );
        Dictionary<OperationKey, OperationName> names = OperationNames.Assign(found).Names;
        return
        [
            .. operations
                .Select(o =>
                    names
                        .Single(n =>
                            o.Split(" ") is [var method, var path, ..]
                            && n.Key.Path == path
                            && method.Equals(n.Key.Method, StringComparison.OrdinalIgnoreCase)
                        )
                        .Value
                )
                .Select(n => string.Join('.', n.ResourcePath) + "." + n.MethodName),
        ];
    }

    internal static string CreatePaths(params string[] operations)
    {
        StringBuilder yaml = new();
        foreach (IGrouping<string, string> path in operations.GroupBy(o => o.Split(' ')[1]))
        {
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"'{path.Key}':\n");
            foreach (string operation in path)
            {
                string[] parts = [.. operation.Split('|').Select(p => p.Trim())];
                string tag = parts.Length > 1 && parts[1].Length > 0 ? $"tags: ['{parts[1]}'], " : "";
                string id = parts.Length > 2 ? $"operationId: '{parts[2]}', " : "";
                string type = parts[0].EndsWith("[]", StringComparison.Ordinal) ? "type: array, items: { type: string }" : "type: object";
                string method = operation.Split(' ')[0] switch
                {
                    "GET" => "get",
                    "POST" => "post",
                    "PUT" => "put",
                    "PATCH" => "patch",
                    _ => "delete",
                };
                yaml.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"  {method}: {{ {tag}{id}responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ {type} }} }} }} }} }} }}\n"
                );
            }
        }

        return yaml.ToString();
    }
}
