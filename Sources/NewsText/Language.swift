/// The language of `text` as an ISO 639-1 code; `nil` when unsure.
public func detectedLanguage(of text: String) -> String? { nil }
