import Foundation

/// `text` as the archive prints it: NFC, one blank between words, no invisible characters.
///
/// - Tabs, U+00A0, U+202F, U+2000–200A, U+205F, U+1680 and U+3000 are blanks; a run of blanks is one blank, and a line
///   neither starts nor ends with one. Line ends of every kind (CR, CRLF, VT, FF, NEL, U+2028, U+2029) are LF; the lines
///   themselves are kept, empty ones too, but none before the first and after the last line that holds text.
/// - Removed: soft hyphens, zero-width blanks and joiners, byte order marks, bidirectional controls, all other control
///   characters, noncharacters, and private-use characters (the search index uses those as its own markers).
/// - Kept: ZWJ and ZWNJ between letters of scripts whose spelling needs them (Persian, Urdu, the Indic scripts), ZWJ
///   and tag characters inside emoji; quotes, dashes, letters and variation selectors as printed; U+FFFD.
///
/// Idempotent and linear. Clean ASCII is returned as it is, without a copy. Foundation composes only the stretches that
/// are not in NFC; a stretch of more than 512 bytes of marks without any ordinary letter stays as it is.
public func normalizedText(_ text: String) -> String {
    var text = text
    let isClean = text.withUTF8(isCleanASCII)
    if isClean { return text }
    var longestComposing = 0
    var cleaned = text.withUTF8 { input in
        String(unsafeUninitializedCapacity: input.count) { output in
            var cleaner = TextCleaner(output: output)
            cleaner.clean(input)
            longestComposing = cleaner.longestComposing
            return cleaner.count
        }
    }
    if longestComposing == 0 { return cleaned }
    // The check takes quadratic time on runs of marks; no written text has long ones.
    if longestComposing <= longestComposedStretch {
        var span = cleaned.utf8Span
        if span.checkForNFC(quickCheck: false) { return cleaned }
    }
    return cleaned.withUTF8(composedText)
}

/// The longest stretch in bytes that is put into NFC: composing takes quadratic time on it.
private let longestComposedStretch = 512
/// So many bytes of stretches are composed at once: a call for each would take most of the time.
private let composedBatch = 1_024

/// Whether `bytes` are printable ASCII already as `normalizedText` would print them.
private func isCleanASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x0A
    guard let last = bytes.last else { return true }
    if last <= 0x20 || bytes[0] <= 0x20 { return false }
    if ByteScan.isPrintedASCIIWithSingleBlanks(bytes) { return true }
    guard ByteScan.first(0x0A, in: bytes) != nil else { return false }
    for byte in bytes {
        if byte > 0x20 {
            if byte >= 0x7F { return false }
        } else if byte == 0x20 {
            if previous <= 0x20 { return false }
        } else if byte != 0x0A || previous == 0x20 {
            return false
        }
        previous = byte
    }
    return true
}

/// Writes the cleaned form of a text, not yet composed; the output is never longer than the input.
private struct TextCleaner {
    let output: UnsafeMutableBufferPointer<UInt8>
    /// How much is written.
    var count = 0
    /// The longest run, in bytes, of scalars that may not be in NFC where they stand; 0 when there is none.
    var longestComposing = 0

    private var blankIsPending = false
    private var pendingLineEnds = 0
    /// U+200C or U+200D, waiting for the scalar after it; 0 when none is.
    private var pendingJoiner: UInt32 = 0
    private var previous: UInt32 = 0
    /// Where the last ordinary scalar ended.
    private var composingStart = 0

    init(output: UnsafeMutableBufferPointer<UInt8>) {
        self.output = output
    }

    mutating func clean(_ input: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < input.count {
            let byte = input[position]
            if byte < 0x80 {
                position += 1
                if byte > 0x20 && byte < 0x7F {
                    if blankIsPending || pendingLineEnds > 0 { writeSpace() }
                    pendingJoiner = 0
                    previous = UInt32(byte)
                    output[count] = byte
                    count += 1
                } else {
                    readASCIIControl(byte, next: position < input.count ? input[position] : 0)
                }
            } else {
                let (scalar, length) = decodedScalar(input, at: position)
                position += length
                read(scalar)
            }
        }
    }

    private mutating func readASCIIControl(_ byte: UInt8, next: UInt8) {
        switch byte {
        case 0x20, 0x09: blankIsPending = true
        case 0x0A, 0x0B, 0x0C: pendingLineEnds += 1
        case 0x0D: pendingLineEnds += next == 0x0A ? 0 : 1
        default: break
        }
    }

    private mutating func read(_ scalar: UInt32) {
        switch TextCharacter(scalar) {
        case .blank: blankIsPending = true
        case .lineEnd: pendingLineEnds += 1
        case .invisible: break
        case .joiner: pendingJoiner = scalar
        case .tag: if previous == 0x1F3F4 || previous & 0xFFF80 == 0xE0000 { write(scalar) }
        case .printed: write(scalar)
        }
    }

    private mutating func write(_ scalar: UInt32) {
        if blankIsPending || pendingLineEnds > 0 {
            writeSpace()
        } else if pendingJoiner != 0, joinerMatters(pendingJoiner, after: previous, before: scalar) {
            encode(pendingJoiner)
        }
        pendingJoiner = 0
        let composes = !isComposed(scalar)
        if !composes || count == 0 || output[count - 1] < 0x80 { composingStart = count }
        encode(scalar)
        if composes { longestComposing = max(longestComposing, count - composingStart) }
        // Marks of no script leave the letter before them in charge: composing may move them.
        if scalar < 0x0300 || scalar > 0x036F { previous = scalar }
    }

    /// Writes the line ends or the blank that stand between two words; nothing before the first word.
    private mutating func writeSpace() {
        if count > 0 {
            if pendingLineEnds == 0 {
                output[count] = 0x20
                count += 1
            }
            for _ in 0..<pendingLineEnds {
                output[count] = 0x0A
                count += 1
            }
        }
        pendingLineEnds = 0
        blankIsPending = false
        previous = 0x20
    }

    private mutating func encode(_ scalar: UInt32) {
        if scalar < 0x80 {
            output[count] = UInt8(scalar)
            count += 1
        } else if scalar < 0x800 {
            output[count] = UInt8(0xC0 | scalar >> 6)
            output[count + 1] = UInt8(0x80 | scalar & 0x3F)
            count += 2
        } else if scalar < 0x10000 {
            output[count] = UInt8(0xE0 | scalar >> 12)
            output[count + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
            output[count + 2] = UInt8(0x80 | scalar & 0x3F)
            count += 3
        } else {
            output[count] = UInt8(0xF0 | scalar >> 18)
            output[count + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
            output[count + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
            output[count + 3] = UInt8(0x80 | scalar & 0x3F)
            count += 4
        }
    }
}

/// What normalizing does with a scalar above ASCII.
private enum TextCharacter {
    case blank, lineEnd, invisible, joiner, tag, printed

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
        case 0x0085, 0x2028, 0x2029: self = .lineEnd
        case 0x200C, 0x200D: self = .joiner
        case 0x0080...0x009F, 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFC, 0xFDD0...0xFDEF, 0xE000...0xF8FF, 0xF0000...:
            self = .invisible
        case 0xE0000...0xE007F: self = .tag
        case _ where scalar & 0xFFFE == 0xFFFE: self = .invisible
        default: self = .printed
        }
    }
}

/// Whether a joiner between two printed scalars changes what is read: between letters of the cursive and Indic scripts,
/// and (ZWJ only) inside emoji.
private func joinerMatters(_ joiner: UInt32, after previous: UInt32, before next: UInt32) -> Bool {
    func isJoiningScript(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0600...0x0DFF, 0x0E80...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }
    func isPictorial(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2190...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
        default: false
        }
    }
    if isJoiningScript(previous) && isJoiningScript(next) { return true }
    return joiner == 0x200D && isPictorial(previous) && isPictorial(next)
}

/// Whether a scalar is in NFC wherever it stands and starts a new stretch: it never decomposes, never joins what is
/// before it and never changes places. Covers the common scripts; `false` means "look closer".
private func isComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x0300, 0x0391...0x03FF, 0x0400...0x0482, 0x048A...0x0590, 0x05D0...0x05EA, 0x0620...0x064A,
        0x0660...0x066F, 0x0671...0x06D3, 0x0904...0x0939, 0x093D...0x094C, 0x0E01...0x0E37, 0x0E3F...0x0E47,
        0x10A0...0x10FF, 0x1E00...0x1EFF, 0x2010...0x205E, 0x2070...0x20CF,
        0x2190...0x2BFF, 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3,
        0xFE00...0xFE0F, 0xFF00...0xFFFD, 0x1F000...0x1FAFF:
        // Inside the ranges, the few that decompose.
        switch scalar {
        case 0x2ADC, 0x2329, 0x232A, 0x3099, 0x309A: false
        default: true
        }
    case 0x0386, 0x0388...0x0390, 0xE0020...0xE007F: true
    default: false
    }
}

/// The text of `bytes` with every stretch that is not in NFC composed.
private func composedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    // From where to where stretches wait to be composed; all before is written.
    var waiting = 0..<0
    var start = 0
    var mustCompose = false
    func write(_ stretch: Range<Int>) { output.append(contentsOf: bytes[stretch]) }
    func compose() {
        guard !waiting.isEmpty else { return }
        // By way of NFD: the direct way leaves a Hangul syllable and a final consonant after it apart.
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[waiting]), as: UTF8.self)
        let composed = text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
        output.append(contentsOf: composed.utf8)
        waiting = waiting.upperBound..<waiting.upperBound
    }
    func finish(before end: Int) {
        guard mustCompose && end - start <= longestComposedStretch else {
            compose()
            return write(start..<end)
        }
        waiting = waiting.isEmpty ? start..<end : waiting.lowerBound..<end
        if waiting.count >= composedBatch { compose() }
    }
    var position = 0
    while position < bytes.count {
        let (scalar, length) = decodedScalar(bytes, at: position)
        if !isComposed(scalar) {
            mustCompose = true
        } else if position > start {
            finish(before: position)
            start = position
            mustCompose = false
        }
        position += length
    }
    finish(before: bytes.count)
    compose()
    return String(decoding: output, as: UTF8.self)
}

/// The scalar that starts at `position` of valid UTF-8, and how many bytes it takes.
@inline(__always)
func decodedScalar(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
    return ((first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
}
