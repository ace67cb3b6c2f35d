import NewsText

/// Notes on text that was damaged before it was captured, or that is in more than one character set.
enum DamageNotes {
    /// One note for unreadable bytes, one for text that was read in a wrong character set before, one for signs of
    /// another character set.
    static func notes(on decoded: DecodedText) -> [String] {
        var notes: [String] = []
        let replacements = decoded.replacementCount
        if replacements > 0 { notes.append("\(replacements) unreadable characters (U+FFFD)") }
        if decoded.looksMojibake {
            notes.append("some text looks as if it was read in a wrong character set before")
        }
        if decoded.foreignPunctuation > 0 {
            notes.append("\(decoded.foreignPunctuation) bytes of windows-1252 read as quotes and dashes")
        }
        return notes
    }
}
