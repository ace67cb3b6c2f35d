import Foundation
import NewsModel
import NewsQuery
import NewsText

/// Facets and timelines counted article by article, with the calendar of Foundation, and without an index.
struct NaiveCounts {
    private let sample: SampleArticles
    /// Of names that fold to the same the greatest in byte order.
    private var shown: [Facet: [String: String]] = [:]
    private let calendar = Calendar(identifier: .iso8601).inUTC
    /// How many articles each period has.
    private var totals: [String: Int] = [:]

    init(_ sample: SampleArticles) {
        self.sample = sample
        for article in sample.articles {
            for (facet, names) in [
                (Facet.tag, article.tags), (.section, single(article.section)), (.outlet, single(article.outlet)),
            ] {
                for name in names {
                    let held = shown[facet, default: [:]][foldedKey(name)] ?? ""
                    guard held.utf8.lexicographicallyPrecedes(name.utf8) else { continue }
                    shown[facet, default: [:]][foldedKey(name)] = name
                }
            }
            for step in Timeline.Step.allCases {
                if let name = period(of: article, step) { totals[name, default: 0] += 1 }
            }
        }
    }

    /// The values of `facet` among the articles `ids` as `count value kind`, in order.
    func values(of facet: Facet, among ids: [ArticleID]) -> [String] {
        var counts: [String: Int] = [:]
        for id in ids {
            for value in Set(values(of: facet, in: Int(id.rawValue) - 1)) { counts[value, default: 0] += 1 }
        }
        return counts.sorted { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }.map { "\($0.value) \($0.key)" }
    }

    private func values(of facet: Facet, in index: Int) -> [String] {
        let article = sample.articles[index]
        func labels(_ names: [String]) -> [String] { names.compactMap { shown[facet]?[foldedKey($0)] } }
        func entities(_ kinds: [EntityKind]) -> [String] {
            sample.entities[index].filter { kinds.contains($0.kind) }.map { "\($0.name) \($0.kind.rawValue)" }
        }
        switch facet {
        case .tag: return labels(article.tags)
        case .section: return labels(single(article.section))
        case .outlet: return labels(single(article.outlet))
        case .lang: return single(article.language)
        case .entity: return entities(EntityKind.allCases)
        case .person: return entities([.person])
        case .org: return entities([.organization])
        case .place: return entities([.place])
        case .year: return single(period(of: article, .year))
        case .month: return single(period(of: article, .month))
        }
    }

    private func single(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

    // MARK: Periods

    /// The periods of the articles `ids` as `period count total`, with the empty ones between; bounded by days since
    /// 1970 when given.
    func periods(of ids: [ArticleID], by step: Timeline.Step, from: Int?, through: Int?) -> [String] {
        let articles = ids.map { sample.articles[Int($0.rawValue) - 1] }
        let dates = articles.compactMap { $0.shownTime.map { date($0.instant.seconds) } }
        var counts: [String: Int] = [:]
        for date in dates { counts[name(of: date, step), default: 0] += 1 }
        let first = from.map { date(Int64($0) * 86_400) } ?? dates.min() ?? through.map { date(Int64($0) * 86_400) }
        let last = through.map { date(Int64($0) * 86_400) } ?? dates.max() ?? first
        guard var day = first, let last else { return [] }
        var lines: [String] = []
        while true {
            let name = name(of: day, step)
            let line = "\(name) \(counts[name] ?? 0) \(totals[name] ?? 0)"
            if lines.last != line { lines.append(line) }
            if name == self.name(of: last, step) { return lines }
            day.addTimeInterval(86_400)
        }
    }

    private func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }

    private func period(of article: Article, _ step: Timeline.Step) -> String? {
        article.shownTime.map { name(of: date($0.instant.seconds), step) }
    }

    private func name(of date: Date, _ step: Timeline.Step) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .weekOfYear, .yearForWeekOfYear], from: date)
        func text(_ number: Int?, _ width: Int) -> String {
            let digits = String(number ?? 0)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return switch step {
        case .day: "\(text(parts.year, 4))-\(text(parts.month, 2))-\(text(parts.day, 2))"
        case .week: "\(text(parts.yearForWeekOfYear, 4))-W\(text(parts.weekOfYear, 2))"
        case .month: "\(text(parts.year, 4))-\(text(parts.month, 2))"
        case .year: text(parts.year, 4)
        }
    }
}

extension Calendar {
    fileprivate var inUTC: Calendar {
        var calendar = self
        calendar.timeZone = .gmt
        return calendar
    }
}
