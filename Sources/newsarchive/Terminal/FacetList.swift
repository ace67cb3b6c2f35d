import NewsQuery

/// Facets for people to read: the ten most frequent values, with bars on a terminal, and how many more there are.
struct FacetList {
    let style: Style

    private static let shown = 10

    func write(_ facet: Facet, _ counts: [FacetCount]) throws {
        try Output.line(style.bold(facet.rawValue))
        let first = counts.prefix(Self.shown)
        if Output.isTerminal { try writeBars(first) } else { try CountTable.write(first, style: style) }
        if counts.count > first.count { try Output.line(style.faint("… \(counts.count - first.count) more")) }
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
