/// `text` as the archive prints it.
public func normalizedText(_ text: String) -> String { text }
