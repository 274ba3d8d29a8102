using EmulationPlatform.Units.Access;

namespace EmulationPlatform.Web;

/// <summary>Event ids 4000 to 4099.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Information, "{Person} signed in as {Role} from {Address}")]
    public static partial void SignedIn(this ILogger logger, string person, Role role, string address);

    [LoggerMessage(4001, LogLevel.Warning, "A sign-in from {Address} was refused: the key is not one of ours; make one with 'key create'")]
    public static partial void SignInRefused(this ILogger logger, string address);

    [LoggerMessage(4002, LogLevel.Error, "{Method} {Path} failed; the answer was 500")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(4003, LogLevel.Warning, "{Method} {Path} was refused with 503: {Reason}")]
    public static partial void NothingTaken(this ILogger logger, string method, string path, string reason);

    [LoggerMessage(4010, LogLevel.Information, "{Person} set unit {Unit}")]
    public static partial void UnitSet(this ILogger logger, string person, string unit);

    [LoggerMessage(4011, LogLevel.Information, "{Person} set the {Year} baseline of {Metric} for unit {Unit}")]
    public static partial void BaselineSet(this ILogger logger, string person, int year, string metric, string unit);

    [LoggerMessage(4012, LogLevel.Information, "{Person} changed source {Source}")]
    public static partial void SourceChanged(this ILogger logger, string person, string source);

    [LoggerMessage(4013, LogLevel.Information, "{Person} replayed quarantine entry {Entry}: {Accepted} readings stored")]
    public static partial void Replayed(this ILogger logger, string person, long entry, int accepted);

    [LoggerMessage(4014, LogLevel.Information, "{Person} entered {Kind} as event {No} of source {Source}")]
    public static partial void EventEntered(this ILogger logger, string person, SourceEventKind kind, long no, string source);

    [LoggerMessage(4015, LogLevel.Information, "{Person} took event {No} of source {Source} back")]
    public static partial void EventUndone(this ILogger logger, string person, long no, string source);

    [LoggerMessage(4016, LogLevel.Information, "{Person} entered a reading of source {Source} by hand")]
    public static partial void ReadByHand(this ILogger logger, string person, string source);

    [LoggerMessage(4017, LogLevel.Information, "{Person} entered bill {Reference} for source {Source}")]
    public static partial void BillEntered(this ILogger logger, string person, string reference, string source);

    [LoggerMessage(4018, LogLevel.Information, "{Person} has seen to alert {Kind} of source {Source}")]
    public static partial void AlertAcknowledged(this ILogger logger, string person, Units.Facilities.AlertKind kind, string source);

    [LoggerMessage(4019, LogLevel.Information, "{Person} froze period {Period} of {Movement} as official result {No}")]
    public static partial void ResultFrozen(this ILogger logger, string person, string period, string movement, long no);

    [LoggerMessage(4030, LogLevel.Information, "{Person} decided about base year version {Version}; approved: {Approved}")]
    public static partial void BaselineDecided(this ILogger logger, string person, long version, bool approved);

    [LoggerMessage(4031, LogLevel.Information, "{Person} settled the open point {Decision}: {Option}")]
    public static partial void OpenPointSettled(this ILogger logger, string person, string decision, string option);

    [LoggerMessage(4032, LogLevel.Information, "{Person} said {Kind} about figure {Figure} of {Unit}")]
    public static partial void FigureSaid(this ILogger logger, string person, string kind, string figure, string unit);

    [LoggerMessage(4033, LogLevel.Information, "{Person} appeals for {Unit} against {Target}")]
    public static partial void AppealMade(this ILogger logger, string person, string unit, string target);

    [LoggerMessage(4034, LogLevel.Information, "{Person} answered appeal {Appeal}; accepted: {Accepted}")]
    public static partial void AppealAnswered(this ILogger logger, string person, long appeal, bool accepted);

    [LoggerMessage(4020, LogLevel.Debug, "A live viewer joined from {Address}")]
    public static partial void ViewerJoined(this ILogger logger, string address);

    [LoggerMessage(4021, LogLevel.Debug, "A live viewer left from {Address}")]
    public static partial void ViewerLeft(this ILogger logger, string address);
}
