import NewsQuery

/// A timeline for people to read: a line for each period, with bars on a terminal.
struct TimelineChart {
    let style: Style
    /// Whether bars and a column stand for the share of all articles.
    let showsShare: Bool

    func write(_ timeline: Timeline) throws {
        let nameWidth = timeline.periods.map(\.name.count).max() ?? 0
        let countWidth = timeline.periods.map { String($0.count).count }.max() ?? 0
        let used = nameWidth + countWidth + (showsShare ? 13 : 5)
        let scale = BarScale(greatest: timeline.periods.map(value).max() ?? 0, columns: Output.width - used)
        let gaps = Set(timeline.gaps.map(\.index))
        for (index, period) in timeline.periods.enumerated() {
            if Output.isTerminal, gaps.contains(index) { try Output.line(style.faint("⋮")) }
            var line = period.name.rightAligned(to: nameWidth)
            line += "  " + String(period.count).rightAligned(to: countWidth)
            if showsShare { line += "  " + Self.percentage(period.share).rightAligned(to: 6) }
            if Output.isTerminal, period.count > 0 { line += "  " + scale.bar(value(of: period)) }
            try Output.line(line)
        }
    }

    private func value(of period: Timeline.Period) -> Double {
        showsShare ? period.share ?? 0 : Double(period.count)
    }

    /// With one decimal place; a dash where there is no article.
    private static func percentage(_ share: Double?) -> String {
        guard let share else { return "–" }
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
