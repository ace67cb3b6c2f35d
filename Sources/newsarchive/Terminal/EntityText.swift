import NewsQuery
import NewsStorage

/// An entity for people to read: its names, when it is named, what goes with it.
struct EntityText {
    let profile: EntityProfile
    let style: Style

    func write() throws {
        let entity = profile.entity
        let articles = "\(entity.articles) \(entity.articles == 1 ? "article" : "articles")"
        try Output.line(
            style.bold(Style.plain(entity.name.name))
                + style.faint("  \(entity.name.kind.rawValue), \(articles), #\(entity.id)"))
        try section("Names", profile.aliases) { alias in
            let why = alias.source == .text ? "" : style.faint("  (\(alias.source.rawValue))")
            return "\(alias.articles)  \(Style.plain(alias.name))\(why)"
        }
        try section("Belongs together", profile.related) { related in
            let relation = related.relation == .country ? "country" : "of it"
            return Style.plain("\(related.entity.name.name)") + style.faint("  (\(relation), #\(related.entity.id))")
        }
        let list = HitList(style: style)
        if let first = profile.first {
            try Output.line(style.bold("First"))
            try list.write(first)
        }
        if let last = profile.last, last.id != profile.first?.id {
            try Output.line(style.bold("Last"))
            try list.write(last)
        }
        if !profile.timeline.periods.isEmpty {
            try Output.line(style.bold("Timeline"))
            try TimelineChart(style: style, showsShare: false).write(profile.timeline)
            try Output.line()
        }
        for (title, counts) in [("Named with it", profile.entities), ("Tags with it", profile.tags)]
        where !counts.isEmpty {
            try Output.line(style.bold(title))
            try CountTable.write(counts, style: style)
            try Output.line()
        }
    }

    private func section<Item>(_ title: String, _ items: [Item], _ line: (Item) -> String) throws {
        guard !items.isEmpty else { return }
        try Output.line(style.bold(title))
        for item in items { try Output.line("  " + line(item)) }
        try Output.line()
    }
}
