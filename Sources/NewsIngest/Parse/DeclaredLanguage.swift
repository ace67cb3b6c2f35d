/// Languages as metadata declares them.
enum DeclaredLanguage {
    /// The ISO 639-1 code in `en`, `en-US`, `pt_BR`, `English`; `nil` for anything else.
    static func code(_ text: String) -> String? {
        let lower = text.lowercased()
        let letters = lower.prefix { $0.isASCII && $0.isLetter }
        let rest = lower.dropFirst(letters.count).first
        if rest == nil || rest == "-" || rest == "_" {
            if letters.utf8.count == 2 { return String(letters) }
            if let code = codes[String(letters)] { return code }
        }
        return nil
    }

    /// Codes of three letters and names.
    private static let codes: [String: String] = [
        "eng": "en", "english": "en", "deu": "de", "ger": "de", "german": "de", "deutsch": "de", "fra": "fr",
        "fre": "fr", "french": "fr", "français": "fr", "spa": "es", "spanish": "es", "español": "es", "ita": "it",
        "italian": "it", "italiano": "it", "por": "pt", "portuguese": "pt", "rus": "ru", "russian": "ru", "zho": "zh",
        "chi": "zh", "chinese": "zh", "jpn": "ja", "japanese": "ja", "kor": "ko", "korean": "ko", "ara": "ar",
        "arabic": "ar", "nld": "nl", "dut": "nl", "dutch": "nl", "pol": "pl", "polish": "pl", "tur": "tr",
        "turkish": "tr", "swe": "sv", "swedish": "sv", "nor": "no", "nob": "nb", "norwegian": "no", "dan": "da",
        "danish": "da", "fin": "fi", "finnish": "fi", "ces": "cs", "cze": "cs", "czech": "cs", "ell": "el",
        "gre": "el", "greek": "el", "ukr": "uk", "ukrainian": "uk", "hun": "hu", "hungarian": "hu", "ron": "ro",
        "rum": "ro", "romanian": "ro", "heb": "he", "hebrew": "he", "hin": "hi", "hindi": "hi", "fas": "fa",
        "per": "fa", "persian": "fa", "vie": "vi", "vietnamese": "vi", "ind": "id", "indonesian": "id",
    ]
}
