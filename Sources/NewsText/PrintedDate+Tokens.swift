/// A number, word or sign of a line that may state a date.
struct PrintedDateToken {
    enum Kind: Hashable {
        /// Digits of any of the scripts that news is printed in; `width` counts them.
        case number(Int, width: Int)
        /// Letters, folded by `foldedKey`. A Han character is a word of its own.
        case word(String)
        /// Anything else, by its code point.
        case mark(UInt32)
    }

    let kind: Kind
    /// Where it stands, in UTF-8 offsets.
    let range: Range<Int>
    /// Whether a blank stands before it.
    let isSpaced: Bool

    var isNumber: Bool { if case .number = kind { true } else { false } }
    var number: Int? { if case .number(let value, _) = kind { value } else { nil } }
    var width: Int { if case .number(_, let width) = kind { width } else { 0 } }
    var word: String? { if case .word(let word) = kind { word } else { nil } }

    func isMark(_ sign: Unicode.Scalar) -> Bool { kind == .mark(sign.value) }
    func isMark(in signs: String) -> Bool {
        guard case .mark(let value) = kind else { return false }
        return signs.unicodeScalars.contains { $0.value == value }
    }

    /// The tokens of `text` in order.
    static func tokens(of text: String) -> [PrintedDateToken] {
        var tokens: [PrintedDateToken] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var offset = 0
        var isSpaced = false
        while index < scalars.endIndex {
            let start = offset
            let scalar = scalars[index]
            if isBlank(scalar) {
                isSpaced = true
                offset += UTF8.width(scalar)
                scalars.formIndex(after: &index)
                continue
            }
            let kind: Kind
            if digit(scalar) != nil {
                var value = 0
                var width = 0
                while index < scalars.endIndex, let digit = digit(scalars[index]) {
                    if width < 9 { value = value * 10 + digit }
                    width += 1
                    offset += UTF8.width(scalars[index])
                    scalars.formIndex(after: &index)
                }
                kind = .number(value, width: width)
            } else if isHan(scalar) || !scalar.isASCII && hangulUnits.contains(scalar) {
                offset += UTF8.width(scalar)
                scalars.formIndex(after: &index)
                kind = .word(String(scalar))
            } else if scalar.isASCII ? isLetter(scalar) : scalar.properties.isAlphabetic {
                let first = index
                while index < scalars.endIndex, isLetter(scalars[index]) {
                    offset += UTF8.width(scalars[index])
                    scalars.formIndex(after: &index)
                }
                kind = .word(foldedKey(String(scalars[first..<index])))
            } else {
                offset += UTF8.width(scalar)
                scalars.formIndex(after: &index)
                kind = .mark(plainMark(scalar))
            }
            tokens.append(PrintedDateToken(kind: kind, range: start..<offset, isSpaced: isSpaced))
            isSpaced = false
        }
        return tokens
    }

    private static let hangulUnits: Set<Unicode.Scalar> = ["년", "월", "일", "시", "분", "초"]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
            && !isHan(scalar)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x660...0x669: Int(scalar.value - 0x660)
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
        case 0x966...0x96F: Int(scalar.value - 0x966)
        case 0x9E6...0x9EF: Int(scalar.value - 0x9E6)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    /// Full-width and typographic signs as their plain forms.
    private static func plainMark(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0xFF01...0xFF5E: scalar.value - 0xFEE0
        case 0x2010, 0x2011, 0x2212: 0x2D
        case 0x60C: 0x2C
        default: scalar.value
        }
    }
}
