using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>JSON that is handed on letter by letter, as it was stored.</summary>
[JsonConverter(typeof(Converter))]
public sealed record RawJson(string Text)
{
    internal sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text);
    }
}
