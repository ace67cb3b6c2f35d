import NewsModel
import NewsText

/// The page's clock among the first lines of a capture.
struct ClockLine {
    /// Where it stands among the lines.
    let index: Int
    /// What it shows; `nil` when that cannot be.
    let date: PrintedDate?
    /// Whether zone and day are glued, as only page clocks print them.
    let isGlued: Bool

    /// Minutes east of UTC; `nil` when the clock shows no zone.
    var offset: Int? { date?.time?.offset }

    /// The clock among the first five of `lines`.
    static func find(in lines: [PageLine]) -> ClockLine? {
        for (index, line) in lines.prefix(5).enumerated() {
            switch PrintedDate.clock(line.text) {
            case .date(let date):
                return ClockLine(index: index, date: date, isGlued: PrintedDate.isGluedClock(line.text))
            case .impossible: return ClockLine(index: index, date: nil, isGlued: true)
            case nil:
                guard index == 0, let date = PrintedDate.wholeLineClock(line.text) else { continue }
                return ClockLine(index: index, date: date, isGlued: false)
            }
        }
        return nil
    }
}
