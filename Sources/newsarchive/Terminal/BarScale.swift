/// Bars of block characters, in eighths of a column.
struct BarScale {
    /// What the longest bar stands for.
    let greatest: Double
    /// How long that one is.
    let columns: Int

    private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// The bar for `value`; only 0 has none.
    func bar(_ value: Double) -> String {
        guard value > 0, greatest > 0, columns > 0 else { return "" }
        let eighths = max(1, Int((value / greatest * Double(columns * 8)).rounded()))
        return String(repeating: "█", count: eighths / 8) + Self.parts[eighths % 8]
    }
}

extension String {
    /// The text in `columns` columns of a terminal: filled up with blanks, or cut with an ellipsis.
    func fitted(to columns: Int) -> String {
        let own = columnCount(self)
        guard own > columns else { return self + String(repeating: " ", count: columns - own) }
        var text = ""
        var count = 0
        for character in self {
            count += columnCount(String(character))
            guard count < columns else { break }
            text.append(character)
        }
        return text + "…" + String(repeating: " ", count: max(0, columns - 1 - columnCount(text)))
    }

    /// The text at the right end of `columns` columns.
    func rightAligned(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - columnCount(self))) + self
    }
}
