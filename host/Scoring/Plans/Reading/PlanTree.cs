using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>
/// YAML text as nodes with places. Anchors, references and tags are refused: a plan is read by people, and a value that
/// stands elsewhere in the file is easily overlooked.
/// </summary>
internal sealed class PlanTree
{
    // A rule of six levels inside an open point is 26 deep; the limit keeps a hostile file from exhausting the stack.
    private const int DeepestLevel = 30;

    private readonly Parser parser;

    private PlanTree(string text) => parser = new Parser(new StringReader(text));

    /// <returns>Null when the text is not one YAML document; the problem says why.</returns>
    public static PlanNode? Read(string text, ProblemList problems)
    {
        var tree = new PlanTree(text);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            return Unreadable(problems, Place(e.Start), e.Message);
        }
        catch (InvalidOperationException)
        {
            // The YAML library answers so, and without a place, to some blocks that are not closed.
            var last = tree.parser.Current is { } read ? Place(read.End) : PlanPosition.Start;
            return Unreadable(problems, last, "A block or list that begins before is not closed.");
        }
    }

    private static PlanNode? Unreadable(ProblemList problems, PlanPosition at, string why)
    {
        problems.Error(at, $"The file cannot be read from here on: {why} (Indent with spaces; put a text that holds a colon, # or * in double quotes.)");
        return null;
    }

    private PlanNode Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out var end))
        {
            throw new YamlException(end.Start, end.End, "The file is empty; begin with 'plan: ' and the plan's id.");
        }

        parser.Consume<DocumentStart>();
        var root = Node(level: 1);
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second)
            ? throw new YamlException(second.Start, second.End, "A second plan begins; keep one plan per file and remove the line '---'.")
            : root;
    }

    private PlanNode Node(int level)
    {
        RefuseWhatHidesValues(level);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new PlanNode.Word(scalar.Value, scalar.Style != ScalarStyle.Plain, Place(scalar.Start));
        }

        return parser.TryConsume<SequenceStart>(out var sequence) ? Items(sequence, level) : Entries(parser.Consume<MappingStart>(), level);
    }

    private PlanNode.List Items(SequenceStart start, int level)
    {
        var items = new List<PlanNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(level + 1));
        }

        return new(items, Place(start.Start));
    }

    private PlanNode.Map Entries(MappingStart start, int level)
    {
        var entries = new List<KeyValuePair<PlanNode.Word, PlanNode>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            var key = Node(level + 1) as PlanNode.Word ?? throw new YamlException(at.Start, at.End, "A key must be one word.");
            entries.Add(new(key, Node(level + 1)));
        }

        return new(entries, Place(start.Start));
    }

    private void RefuseWhatHidesValues(int level)
    {
        if (level > DeepestLevel && parser.Accept<NodeEvent>(out var deep))
        {
            throw new YamlException(deep.Start, deep.End, "Too many levels; no part of a plan is nested this deep.");
        }

        if (parser.Accept<AnchorAlias>(out var alias))
        {
            throw new YamlException(alias.Start, alias.End, $"'*{alias.Value}' refers to another place; write the value itself.");
        }

        if (parser.Accept<NodeEvent>(out var node) && !(node.Anchor.IsEmpty && node.Tag.IsEmpty))
        {
            throw new YamlException(node.Start, node.End, "Anchors (&) and tags (!) are not used in plans; write the value alone.");
        }
    }

    private static PlanPosition Place(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
