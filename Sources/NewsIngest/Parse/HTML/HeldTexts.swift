import NewsText

/// The texts of a page that the parser is not given: a character of plane 16 stands for each, which the parser takes for
/// text like any other. What is made of its nodes puts the texts back.
///
/// Held are stretches without references and without characters that the parser would replace. A page that holds or names a
/// character of plane 16 itself has none: they are private-use characters and noncharacters. The tree is the one that the
/// parser would make of the texts, but for blanks between words in a `frameset`, which may hold none.
struct HeldTexts {
    /// Shorter texts are not worth it.
    private static let leastLength = 8
    private static let mostTexts = 65_000

    private let input: UnsafeBufferPointer<UInt8>
    private let holdsAny: Bool
    private var texts: [Range<Int>] = []
    /// The bytes of all of them.
    private(set) var length = 0

    /// None yet of the page in `input`, which must outlive them.
    init(of input: UnsafeBufferPointer<UInt8>, holdsAny: Bool) {
        self.input = input
        self.holdsAny = holdsAny && !Self.namesPlane16(input)
    }

    /// Writes the text between two tags: the blanks around it, each run as one or two, and what stands for the rest; `false`,
    /// with nothing written, when it is to be copied.
    mutating func holdText(_ range: Range<Int>, to output: inout [UInt8]) -> Bool {
        var core = range
        while let first = core.first, Self.isBlank(input[first]) { core.removeFirst() }
        while let last = core.last, Self.isBlank(input[last]) { core.removeLast() }
        guard let sign = sign(of: core) else { return false }
        if core.lowerBound > range.lowerBound {
            // A line end that opens a `pre` is none of it.
            let isPair = input[range.lowerBound] == 0x0D && input[range.lowerBound + 1] == 0x0A
            output.append(isPair ? 0x0A : input[range.lowerBound])
            if core.lowerBound > range.lowerBound + (isPair ? 2 : 1) { output.append(0x20) }
        }
        output += sign
        if core.upperBound < range.upperBound { output.append(0x20) }
        return true
    }

    /// A blank of the HTML standard.
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }

    /// What stands for the text in `range`, in UTF-8; `nil` when it is to be copied. In a script `&` begins no reference.
    mutating func sign(of range: Range<Int>, isScript: Bool = false) -> [UInt8]? {
        guard holdsAny, range.count >= Self.leastLength, texts.count < Self.mostTexts,
            isPlain(range, isScript: isScript)
        else { return nil }
        let number = texts.count
        texts.append(range)
        length += range.count
        return [0xF4, 0x80 | UInt8(number >> 12), 0x80 | UInt8(number >> 6 & 0x3F), 0x80 | UInt8(number & 0x3F)]
    }

    /// Gives `body` the stretches of a text that the parser gave, with those that were held back in their places.
    func forEachPart(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard !texts.isEmpty else { return body(text) }
        var start = 0
        while let sign = ByteScan.first(0xF4, in: text, from: start), sign + 3 < text.count {
            if sign > start { body(UnsafeBufferPointer(rebasing: text[start..<sign])) }
            let number =
                Int(text[sign + 1] & 0x3F) << 12 | Int(text[sign + 2] & 0x3F) << 6 | Int(text[sign + 3] & 0x3F)
            if texts.indices.contains(number) { body(UnsafeBufferPointer(rebasing: input[texts[number]])) }
            start = sign + 4
        }
        if start < text.count { body(UnsafeBufferPointer(rebasing: text[start...])) }
    }

    /// Whether the parser would copy a text byte by byte: no references, no control characters, no noncharacters. Source:
    /// HTML standard, 13.2.3.5 "Preprocessing the input stream".
    private func isPlain(_ range: Range<Int>, isScript: Bool) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = input[index]
            switch Self.classes[Int(byte)] {
            case 0: break
            case 1: if !(isScript && byte == 0x26) { return false }
            default:
                func next(_ distance: Int) -> UInt8 {
                    index + distance < range.upperBound ? input[index + distance] : 0
                }
                switch byte {
                case 0xC2: if next(1) < 0xA0 { return false }
                case 0xEF:
                    if next(1) == 0xB7 && (0x90...0xAF).contains(next(2)) { return false }
                    if next(1) == 0xBF && next(2) >= 0xBE { return false }
                default: if next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE { return false }
                }
            }
            index += 1
        }
        return true
    }

    /// Of each byte: 0 it is plain, 1 it is not, 2 the bytes behind it tell.
    private static let classes: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D: 0
        case 0..<0x20, 0x7F, 0x26, 0xF4...0xFF: 1
        case 0xC2, 0xEF...0xF3: 2
        default: 0
        }
    }

    /// Whether a page holds a character of plane 16, or a reference by number to one.
    private static func namesPlane16(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
        if ByteScan.first(0xF4, in: input) != nil { return true }
        var position = 0
        while let found = ByteScan.first(0x26, in: input, from: position) {
            position = found + 1
            guard position < input.count, input[position] == 0x23 else { continue }
            position += 1
            let isHexadecimal = position < input.count && input[position] | 0x20 == 0x78
            if isHexadecimal { position += 1 }
            var number = 0
            while position < input.count, let digit = Character(Unicode.Scalar(input[position])).hexDigitValue,
                isHexadecimal || digit < 10
            {
                number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x200000)
                position += 1
            }
            if number >= 0x100000 { return true }
        }
        return false
    }
}
