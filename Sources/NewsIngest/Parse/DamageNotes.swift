/// Notes on text that was damaged before it was captured.
enum DamageNotes {
    /// One note for unreadable bytes, one for text that was read in a wrong character set before.
    static func notes(on text: String) -> [String] {
        var replacements = 0
        var mojibake = 0
        // The four bytes before the one in hand, the latest in the lowest place.
        var window: UInt32 = 0
        for byte in text.utf8 {
            window = window << 8 | UInt32(byte)
            if byte < 0x80 { continue }
            if window & 0xFFFFFF == 0xEFBFBD { replacements += 1 }
            if isTwiceEncoded(window) { mojibake += 1 }
        }
        var notes: [String] = []
        if replacements > 0 { notes.append("\(replacements) unreadable characters (U+FFFD)") }
        if mojibake >= 2 { notes.append("some text looks as if it was read in a wrong character set before") }
        return notes
    }

    /// Whether the last bytes are `Ã©`, `â€` or `Ð°`: a lead byte of UTF-8 as a letter, then a continuation byte's sign.
    private static func isTwiceEncoded(_ window: UInt32) -> Bool {
        switch window >> 16 {
        case 0xC383, 0xC390, 0xC391: (0xC280...0xC2BF).contains(window & 0xFFFF)
        case 0xC3A2: window & 0xFFFF == 0xE282
        default: false
        }
    }
}
