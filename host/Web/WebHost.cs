using System.Text.Encodings.Web;
using System.Text.Unicode;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Endpoints;
using EmulationPlatform.Web.Api.Endpoints.Movement;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Assets;
using EmulationPlatform.Web.Http;
using EmulationPlatform.Web.Live;
using EmulationPlatform.Web.Pages;
using EmulationPlatform.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationPlatform.Web;

/// <summary>Pages, API and live stream of one agency. The host registers <see cref="Agency"/> and <see cref="AccessKeys"/>.</summary>
public static class WebHost
{
    public static IServiceCollection AddEmulationWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => LanguageChoice.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext, provider.GetRequiredService<Agency>()));

        // Vietnamese goes out as it is written, not letter by letter as numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.ConfigureHttpJsonOptions(json => JsonForm.Apply(json.SerializerOptions));
        services.AddOpenApi("v1", options => options
            .AddDocumentTransformer(OpenApiHead.ApplyAsync)
            .AddOperationTransformer(OpenApiRefusals.ApplyAsync)
            .AddOperationTransformer(OpenApiTables.ApplyAsync));
        services.AddAccess(settings);
        return services;
    }

    public static WebApplication MapEmulationWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => StatusPage.WriteAsync(context.HttpContext));
        app.Use(LanguageChoice.RememberAsync);
        app.Use(FreshInstallation.ShowAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(SameOrigin.CheckAsync);
        app.UseAntiforgery();
        app.MapApi();
        SignIn.Map(app);
        PageForms.Map(app);
        AssetFiles.Map(app);
        app.MapRazorComponents<App>();
        return app;
    }

    private static void AddAccess(this IServiceCollection services, WebSettings settings)
    {
        // The keys that protect sign-in cookies outlive a restart, and nobody else on the machine may read them.
        var folder = new DirectoryInfo(Path.Combine(settings.DataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("EmulationPlatform").PersistKeysToFileSystem(OwnerOnly(folder));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "emulation-form";
            options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(Schemes.Access)
            .AddScheme<AuthenticationSchemeOptions, AccessHandler>(Schemes.Access, configureOptions: null)
            .AddCookie(Schemes.Cookie, SignIn.ConfigureCookie);
        services.AddAuthorization(Policies.Configure);
    }

    private static void MapApi(this WebApplication app)
    {
        HealthEndpoints.Map(app);
        var api = app.MapGroup("/api/v1");
        ScoreboardEndpoints.Map(api);
        LiveEndpoint.Map(api);
        UnitEndpoints.Map(api);
        BaselineEndpoints.Map(api);
        BaselineVersionEndpoints.Map(api);
        SourceEndpoints.Map(api);
        ConsumptionEndpoints.Map(api);
        ReadingEndpoints.Map(api);
        QuarantineEndpoints.Map(api);
        EventEndpoints.Map(api);
        HandEndpoints.Map(api);
        WorklistEndpoints.Map(api);
        MeterEndpoints.Map(api);
        UsageEndpoints.Map(api);
        EvidenceEndpoints.Map(api);
        SnapshotEndpoints.Map(api);
        PlanEndpoints.Map(api);
        ExplanationEndpoints.Map(api);
        DeclarationEndpoints.Map(api);
        AppealEndpoints.Map(api);
        AwardEndpoints.Map(api);
        AuditEndpoints.Map(api);
        app.MapOpenApi();
    }

    private static DirectoryInfo OwnerOnly(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
        {
            folder.Create();
        }
        else
        {
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
