import NewsText

/// What can be told of a line by its looks alone. Everything works on UTF-8 and looks at little of long lines.
enum LineShape {
    /// Whether `text` ends as sentences end; closing quotes, brackets and footnote markers behind the end do not count.
    static func endsSentence(_ text: String) -> Bool {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, isCloser(last) { scalars.removeLast() }
        guard let last = scalars.popLast() else { return false }
        switch last {
        case "。", "।", "۔", "！", "？", "؟": return true
        case "!", "?", "…": return true
        case ".": return !isAbbreviation(scalars)
        default: return false
        }
    }

    /// Whether `text` is a paragraph of prose rather than a headline or label.
    static func isParagraph(_ text: String) -> Bool {
        let length = text.utf8.count
        if length > 400 { return true }
        guard endsSentence(text) else { return length > 320 }
        guard let last = text.unicodeScalars.reversed().first(where: { !isCloser($0) }) else { return false }
        // Headlines ask and exclaim; only long lines that do are prose.
        if last == "?" || last == "!" || last == "…" || last == "？" || last == "！" || last == "؟" {
            return length > 110 || holdsSentenceEnd(text)
        }
        return true
    }

    /// Whether a sentence ends within `text` and another begins.
    static func holdsSentenceEnd(_ text: String) -> Bool {
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in text.utf8.prefix(600) {
            if byte == 0x20, previous == 0x2E || previous == 0x3F || previous == 0x21,
                beforePrevious >= 0x61 || beforePrevious >= 0x30 && beforePrevious <= 0x39
            {
                return true
            }
            beforePrevious = previous
            previous = byte
        }
        return false
    }

    /// The number of words, counted up to `limit`; Han, kana and Thai text counts a word for every two letters.
    static func wordCount(_ text: String, limit: Int = 40) -> Int {
        var words = 0
        var ideographs = 0
        var isInside = false
        if ByteScan.isASCII(text) {
            for byte in text.utf8 {
                if byte == 0x20 {
                    isInside = false
                } else if !isInside, isASCIIWord(byte) {
                    isInside = true
                    words += 1
                    if words >= limit { break }
                }
            }
            return words
        }
        for scalar in text.unicodeScalars {
            if scalar == " " {
                isInside = false
            } else if isIdeographic(scalar) {
                ideographs += 1
            } else if !isInside, scalar.value > 0x7F || isASCIIWord(scalar) {
                isInside = true
                words += 1
            }
            if words + ideographs / 2 >= limit { break }
        }
        return words + (ideographs + 1) / 2
    }

    /// Whether `text` is nothing but counters: digits, blanks and the signs around them, up to 24 bytes.
    static func isCounter(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        var hasDigit = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case 0x20, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x7C, 0x4B, 0x6B: break
            default: return false
            }
        }
        return hasDigit
    }

    /// Whether `text` is nothing but an e-mail address or the name of an account: `jdoe@harbor.example`, `@jdoe`.
    static func isContact(_ text: String) -> Bool {
        text.utf8.count <= 80 && text.utf8.contains(0x40) && !text.utf8.contains(0x20)
    }

    /// Whether `text` is a rule between parts of a text: `* * *`, `---`, `###`.
    static func isDivider(_ text: String) -> Bool {
        text.utf8.count <= 80
            && text.unicodeScalars.allSatisfy { $0 == " " || "*-–—_=~#•·.".unicodeScalars.contains($0) }
    }

    /// Whether letters change from small to capital within a word, as where two links are glued together.
    static func hasGluedWords(_ text: String) -> Bool {
        var previous: Unicode.Scalar = " "
        var length = 0
        for scalar in text.unicodeScalars {
            if scalar == " " { length = 0 } else { length += 1 }
            if length > 4, previous.properties.isLowercase, scalar.properties.isUppercase { return true }
            previous = scalar
        }
        return false
    }

    /// The bullet that opens `text` and the text behind it.
    static func bullet(_ text: String) -> (mark: Unicode.Scalar, rest: Substring)? {
        guard let first = text.unicodeScalars.first else { return nil }
        let marks = first.isASCII ? "-*+" : "•·‣▪●◦–—■►"
        guard marks.unicodeScalars.contains(first) else { return nil }
        let rest = text.unicodeScalars.dropFirst()
        guard rest.first == " " || "•‣▪●◦■►".unicodeScalars.contains(first) else { return nil }
        let content = Substring(rest.drop(while: { $0 == " " }))
        return content.isEmpty ? nil : (first, content)
    }

    /// Whether a line of `text` begins with a capital, a digit, a quote or a letter of a script without cases.
    static func beginsLikeSentence(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return !first.properties.isLowercase
    }

    static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0x0E00...0x0E7F).contains(scalar.value)
    }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isASCIIWord(UInt8(scalar.value))
    }

    static func isASCIIWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "”", "“", "’", "»", "«", "›", ")", "]", "}", "*", "†", "‡", " ", "」", "』", "）", "_": true
        default: false
        }
    }

    /// Whether the letters before a final full stop are an abbreviation such as `U.S` or a single capital.
    private static func isAbbreviation(_ scalars: Substring.UnicodeScalarView) -> Bool {
        var scalars = scalars
        guard let last = scalars.popLast(), last.properties.isUppercase else { return false }
        let before = scalars.last
        return before == "." || before == " "
    }
}
