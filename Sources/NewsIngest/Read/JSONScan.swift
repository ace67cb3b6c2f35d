/// Walks through a JSON value without holding it, to find its end or what is wrong with it.
struct JSONScan {
    /// How the walk ended.
    enum Outcome {
        /// The value ends before this position.
        case complete(end: Int)
        /// The value is no record but holds a list of them, which begins here. `resume` goes on behind it.
        case list(start: Int)
        /// The value is longer than a capture may be; it ends before this position.
        case tooLong(end: Int, bytes: Int)
        /// The bytes are no JSON at this position.
        case broken(at: Int, reason: String)
    }

    private enum Awaited { case firstName, name, colon, value, firstValue, comma }

    private let window: ByteWindow
    private let start: Int
    /// Whether a line end within a text is an error, as it is in JSON; the next line then is read for itself.
    private var position: Int
    private var awaited = Awaited.value
    /// The brackets that are open.
    private var open: [UInt8] = []
    private let looksForLists: Bool
    private var name: [UInt8] = []
    private var outerName: [UInt8] = []
    private var holdsStory = false

    /// A walk through the value at `start`. Lists of records in it are looked for where `looksForLists`.
    init(_ window: ByteWindow, from start: Int, looksForLists: Bool) {
        self.window = window
        self.start = start
        position = start
        self.looksForLists = looksForLists
    }

    /// Goes on behind a list of records, which ended before `position`.
    mutating func resume(at position: Int) -> Outcome {
        self.position = position
        awaited = .comma
        return run()
    }

    /// Walks to the end of the value.
    mutating func run() -> Outcome {
        while let byte = window.byte(at: position) {
            if position - start > CaptureRejection.longest { window.drop(to: position) }
            if byte <= 0x20 {
                position += 1
                continue
            }
            if byte == UInt8(ascii: "["), isList { return .list(start: position) }
            if let problem = take(byte) { return .broken(at: position, reason: problem) }
            if open.isEmpty, awaited == .comma {
                let length = position - start
                return length > CaptureRejection.longest
                    ? .tooLong(end: position, bytes: length) : .complete(end: position)
            }
        }
        return .broken(at: position, reason: open.isEmpty ? "a value is missing" : "the file ends within it")
    }

    /// Takes what begins with `byte`; gives what is wrong with it.
    private mutating func take(_ byte: UInt8) -> String? {
        switch (awaited, byte) {
        case (.firstName, UInt8(ascii: "}")), (.firstValue, UInt8(ascii: "]")): close()
        case (.firstName, UInt8(ascii: "\"")), (.name, UInt8(ascii: "\"")):
            guard let text = text() else { return "a text that is not closed" }
            if looksForLists, open.count <= 2 { note(name: text) }
            awaited = .colon
        case (.firstName, _), (.name, _): return "a name in quotes is missing"
        case (.colon, UInt8(ascii: ":")):
            awaited = .value
            position += 1
        case (.colon, _): return "no colon behind a name"
        case (.comma, UInt8(ascii: ",")):
            awaited = open.last == UInt8(ascii: "{") ? .name : .value
            position += 1
        case (.comma, UInt8(ascii: "}")) where open.last == UInt8(ascii: "{"): close()
        case (.comma, UInt8(ascii: "]")) where open.last == UInt8(ascii: "["): close()
        case (.comma, _): return "a comma is missing"
        case (.value, UInt8(ascii: "{")), (.firstValue, UInt8(ascii: "{")):
            guard open.count < 256 else { return "more than 256 levels" }
            open.append(byte)
            awaited = .firstName
            position += 1
        case (.value, UInt8(ascii: "[")), (.firstValue, UInt8(ascii: "[")):
            guard open.count < 256 else { return "more than 256 levels" }
            open.append(byte)
            awaited = .firstValue
            position += 1
        case (.value, UInt8(ascii: "\"")), (.firstValue, UInt8(ascii: "\"")):
            guard text() != nil else { return "a text that is not closed" }
            awaited = .comma
        default: return word()
        }
        return nil
    }

    private mutating func close() {
        open.removeLast()
        awaited = .comma
        position += 1
    }

    /// Goes over a number or `true`, `false`, `null`.
    private mutating func word() -> String? {
        let first = position
        while let byte = window.byte(at: position), Self.isWordByte(byte) { position += 1 }
        guard position > first else { return "no value" }
        awaited = .comma
        return nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    /// Goes over a text; gives the first bytes of it, or `nil` when its line ends before it does.
    private mutating func text() -> [UInt8]? {
        let first = position + 1
        var at = first
        while let next = window.textStop(from: at) {
            switch window.byte(at: next) {
            case UInt8(ascii: "\""):
                let text = looksForLists && open.count <= 2 && next - first <= 32 ? window.slice(first..<next) : []
                position = next + 1
                return text
            case UInt8(ascii: "\\"):
                at = next + 2
            default:
                position = next
                return nil
            }
            if at - start > CaptureRejection.longest { window.drop(to: at) }
        }
        position = window.end
        return nil
    }

    // MARK: Lists of records

    private mutating func note(name text: [UInt8]) {
        if open.count == 1 {
            outerName = text
            holdsStory = holdsStory || Self.storyNames.contains(text)
        }
        name = text
    }

    /// Whether the list at the current position holds the records of which this value is only the wrapping.
    private var isList: Bool {
        guard looksForLists, awaited == .value, !holdsStory, Self.listNames.contains(name) else { return false }
        guard open.count == 1 || (open.count == 2 && Self.outerNames.contains(outerName)) else { return false }
        var at = position + 1
        while let byte = window.byte(at: at), byte <= 0x20 { at += 1 }
        return window.byte(at: at) == UInt8(ascii: "{")
    }

    private static let listNames = names(
        "articles items results docs documents data posts entries news records rows stories hits value content feed")
    private static let outerNames = names("response data result results hits feed page body")
    private static let storyNames = names("text body content html article maintext headline")

    private static func names(_ text: String) -> Set<[UInt8]> {
        Set(text.split(separator: " ").map { Array($0.utf8) })
    }
}
