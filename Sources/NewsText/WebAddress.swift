/// A web address taken apart for the archive.
public struct WebAddress: Hashable, Sendable {
    /// The address that identifies a page.
    public let canonical: String
    /// The host in lower case, without `www.`.
    public let host: String

    /// `nil` when `text` is no http or https address.
    public init?(_ text: String) { return nil }

    /// The calendar date in the path (`/201511161030163434-slug/`, `/2015/11/16/`); `nil` when there is none.
    public var date: (year: Int, month: Int, day: Int)? { nil }
}
