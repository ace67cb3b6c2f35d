/// A time as a capture states it: the moment, how exactly it was stated, and where it was read.
///
/// A partial date counts from its first instant: `2015-11` is 2015-11-01T00:00:00Z with precision `month`.
public struct PrintedTime: Hashable, Sendable, Codable {
    /// The first instant that the statement covers, in UTC.
    public var instant: Instant
    /// The smallest unit that was stated.
    public var precision: TimePrecision
    /// Whose time zone the statement was read in.
    public var zone: TimeZoneSource
    /// Where the statement stood.
    public var source: TimeSource

    /// A time and what is known about it.
    public init(_ instant: Instant, precision: TimePrecision, zone: TimeZoneSource, source: TimeSource) {
        self.instant = instant
        self.precision = precision
        self.zone = zone
        self.source = source
    }
}

/// The smallest unit that a printed time states.
public enum TimePrecision: String, Hashable, Sendable, Codable, CaseIterable {
    case year, month, day, minute, second
}

/// Whose time zone a printed time was read in.
public enum TimeZoneSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// The zone stands beside the time.
    case printed
    /// The zone of the page's clock.
    case page
    /// No zone is stated anywhere; UTC was taken.
    case assumed
}

/// Where a time was read.
public enum TimeSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// In the text that the page prints.
    case page
    /// In what accompanies the text: structured data, a manifest, an option.
    case metadata
    /// In the address.
    case url
}
