using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>A plan with every block, to be changed at one place.</summary>
internal static class PlanText
{
    /// <summary>Stands in a changed text where a problem is expected; it is taken out before reading.</summary>
    public const char Mark = '§';

    /// <summary>A figure that a module has, so that the plan says nothing about its form.</summary>
    public const string AnyFigure = "host.any";

    public const string Whole = """
        plan: vi-du
        version: 3
        state: active
        name: { vi: Ví dụ, en: Example }
        agency: { vi: Cơ quan, en: Agency }
        years: { from: 2026, to: 2030 }
        document: { number: 12/KH-VD, date: 2026-03-05, place: Quảng Ngãi, signer: Giám đốc, rows: [X-01], recipients: [ { to: Như trên, rows: [X-91] } ] }
        yearStarts: 12-15
        legalBases:
          - { id: nq-57, number: 57-NQ/TW, date: 2024-12-22, issuer: Bộ Chính trị, from: 2024-12-22, until: null, quote: "Căn cứ", section: I, rows: [S0-03] }
        terms:
          - { term: "mức độ 3, 4", now: { vi: toàn trình, en: full }, rows: [S2-22] }
        context:
          - { rows: [S0-01], kind: duplicate, see: VD-1, note: { vi: Lặp lại, en: Said again }, quote: "KẾ HOẠCH", section: title }
        groups:
          - { id: nhom-a, name: { vi: Nhóm A, en: Group A }, people: { from: 11, to: null } }
          - { id: nhom-b, name: { vi: Nhóm B, en: Group B } }
        pillars:
          - { id: so, name: { vi: Số, en: Digital } }
        roles:
          - { id: van-phong, role: Office, name: { vi: Văn phòng, en: Office }, quote: "Văn phòng", section: VII.1, rows: [S0-73] }
        phases:
          - { id: gd-1, name: { vi: Một, en: One }, from: 2026-01-01, to: 2027-12-31, quote: "Giai đoạn 1", section: V.1, rows: [S4-72] }
        reviews:
          - { id: so-ket, kind: interim, year: 2027, quarter: 4, name: { vi: Sơ kết, en: Interim }, rows: [S4-76] }
        duties:
          - id: bao-cao
            name: { vi: Báo cáo, en: Report }
            owedBy: units
            to: van-phong
            due: { every: year, before: 11-10 }
            quote: "trước ngày 10/11"
            section: VI
            rows: [S1-54]
        tasks:
          - { id: T-1, name: { vi: Việc, en: Task }, owedBy: van-phong, pillar: so, measuredBy: [VD-1], due: null, rows: [S0-53] }
        figures:
          - { id: host.plan, form: yesNo, name: { vi: Kế hoạch, en: Plan }, validMonths: 6 }
          - { id: infosec.violations, form: number, name: { vi: Vi phạm, en: Violations }, measure: { vi: vụ, en: cases } }
        targets:
          - id: VD-1
            name: { vi: Điện, en: Power }
            quote: "100% các phòng tiết kiệm điện."
            section: 3.10
            rows: [S0-23, S0-44]
            pillar: so
            weight: 60
            rule: { kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }
          - id: VD-2
            name: { vi: Kế hoạch, en: Plan }
            quote: "Có kế hoạch."
            section: IV
            level: both
            organisation: sum
            commitment: committed
            weight: { unit: 40, organisation: 40 }
            cadence: year
            population: { of: { vi: người, en: people }, staff: [civilServants, contractWorkers], newStaffDays: 30 }
            exclusions: [ { vi: văn bản mật, en: secret documents } ]
            scope: { groups: [nhom-a], units: [doi-2], except: [doi-9] }
            exemptions: [ { unit: doi-1, reason: { vi: mới, en: new }, approvedBy: Giám đốc, until: 2027-12-31 } ]
            whenNotApplicable: full
            approved: { number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15 }
            effort: low
            needsDecision:
              id: cach-tinh
              question: { vi: Tính sao?, en: How? }
              decides: Council
              rows: [Part5-1]
              options:
                - { id: co-khong, name: { vi: Có, en: Yes }, rule: { kind: yesNo, of: host.plan } }
          - id: VD-3
            name: { vi: Cấm, en: Forbidden }
            quote: "Không vi phạm."
            section: IV
            commitment: gate
            rule: { kind: pass, of: infosec.violations, atMost: 0 }
        decisions:
          - id: cach-doc
            question: { vi: Đọc sao?, en: How to read? }
            decides: Office
            rows: [Part5-8]
            blocks: [bao-cao]
            options:
              - { id: chat, name: { vi: Chặt, en: Strict }, dues: { bao-cao: { every: year, by: 11-10 } } }
              - { id: long, name: { vi: Lỏng, en: Loose } }
            inForce: chat
        bands:
          - { id: dat, from: 50, to: null, name: { vi: Đạt, en: Passed }, needs: { committed: 50%, pillars: { so: 60% }, targets: { VD-1: 0.8 } } }
          - { id: chua-dat, from: 0, name: { vi: Chưa đạt, en: Not passed } }
        ranking: { coveragePercent: 70, frozenCoveragePercent: 90, days: 60 }
        bonus: { most: 4 }
        consequences:
          - { gate: VD-3, then: atMost, band: chua-dat }
        awards:
          forms:
            - { id: giay-khen, name: { vi: Giấy khen, en: Certificate }, subjects: [unit, person], proposes: van-phong, decides: "Giám đốc Sở", quote: "Giấy khen", section: III.4, rows: [S3-52] }
          rounds:
            - id: hang-nam
              name: { vi: Hằng năm, en: Yearly }
              when: { every: year }
              rows: [S3-38]
              quotas: [ { forms: [giay-khen], most: 5, quote: "Không quá 05", section: III.4, rows: [S3-52] } ]
              gates: [VD-3]
              least: { band: dat }
        """;

    private static readonly HashSet<string> Known = ["green-office.electricity", "green-office.water", AnyFigure];

    public static PlanReadResult Read(string text) => PlanReader.Read(text, "vi-du.yaml", Known);

    /// <summary>The whole plan with its first <paramref name="from"/> replaced, and the line and column of the mark in <paramref name="to"/>.</summary>
    public static (string Text, int Line, int Column) With(string from, string to)
    {
        var at = Whole.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The plan has no '{from}'.");
        var marked = string.Concat(Whole.AsSpan(0, at), to, Whole.AsSpan(at + from.Length));
        var mark = marked.IndexOf(Mark, StringComparison.Ordinal);
        var before = mark < 0 ? "" : marked[..mark];
        return (marked.Replace(Mark.ToString(), "", StringComparison.Ordinal), before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    public static Plan Changed(string from, string to)
    {
        var result = Read(With(from, to).Text);
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
        return result.Plan!;
    }
}
