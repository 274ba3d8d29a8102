using System.Text;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Writes what people do into the audit log, in the transaction of the change itself.</summary>
internal sealed class AuditTrail(TimeProvider clock)
{
    /// <summary>Author of what is done on the server itself, where nobody signs in.</summary>
    public const string CommandLine = "command line";

    public Instant Now => Instant.From(clock.GetUtcNow());

    /// <param name="before">Anything that JSON can say; null when there was nothing.</param>
    /// <param name="after">As <paramref name="before"/>.</param>
    public void Append(SqliteConnection connection, string author, string act, string subject, string reason, object? before, object? after) =>
        AuditTable.Append(connection, new AuditEntry
        {
            At = Now,
            Author = Text(author),
            Act = act,
            Subject = Text(subject),
            Reason = Text(reason),
            Before = Json(before),
            After = Json(after),
        });

    /// <summary>What the log keeps of a value.</summary>
    public static string? Json(object? value) => value is null ? null : Text(AuditJson.Of(value));

    /// <summary>The log takes neither NUL nor half a surrogate pair; whatever a person pasted must not fail the act.</summary>
    public static string Text(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');
}
