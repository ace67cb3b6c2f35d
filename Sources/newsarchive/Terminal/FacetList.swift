import NewsQuery

/// Facets for people to read: the most frequent values, with bars on a terminal, and how many more there are.
struct FacetList {
    let style: Style

    /// How many values are shown.
    static let limit = 10

    func write(_ facet: Facet, _ counts: [FacetCount], of size: Int) throws {
        try Output.line(style.bold(facet.rawValue))
        if Output.isTerminal { try writeBars(counts) } else { try CountTable.write(counts, style: style) }
        if size > counts.count { try Output.line(style.faint("… \(size - counts.count) more")) }
        try Output.line()
    }

    private func writeBars(_ counts: some Collection<FacetCount>) throws {
        let names = counts.map { Style.plain($0.value) }
        let numbers = counts.map { String($0.count) }
        let numberWidth = numbers.map(columnCount).max() ?? 0
        let nameWidth = min(names.map(columnCount).max() ?? 0, Output.width / 2)
        let scale = BarScale(
            greatest: counts.map { Double($0.count) }.max() ?? 0, columns: Output.width - numberWidth - nameWidth - 5)
        for (count, (name, number)) in zip(counts, zip(names, numbers)) {
            let bar = scale.bar(Double(count.count))
            try Output.line("\(number.rightAligned(to: numberWidth))  \(name.fitted(to: nameWidth))  \(bar)")
        }
    }
}
