using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Live;

/// <summary>Server-sent events as the HTML standard writes them (html.spec.whatwg.org, 9.2).</summary>
internal static class SseFormat
{
    public const string ContentType = "text/event-stream; charset=utf-8";

    /// <summary>Browsers try again after so many milliseconds.</summary>
    public static void Retry(IBufferWriter<byte> output, int milliseconds) =>
        Write(output, string.Create(CultureInfo.InvariantCulture, $"retry: {milliseconds}\n\n"));

    public static void Comment(IBufferWriter<byte> output, string text) => Write(output, $": {text}\n\n");

    /// <param name="id">Sequence; null leaves the connection's last id as it is.</param>
    public static void Event<T>(IBufferWriter<byte> output, string name, long? id, T data)
    {
        Write(output, id is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {known}\ndata: ")
            : $"event: {name}\ndata: ");

        // JSON escapes line ends inside texts, so the data is always one line.
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonForm.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(json, data, JsonForm.Options);
        }

        Write(output, "\n\n");
    }

    private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
