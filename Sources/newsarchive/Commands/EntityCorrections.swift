import ArgumentParser
import NewsModel
import NewsQuery
import NewsStorage
import NewsText

/// What the commands that correct entities have in common.
private protocol EntityCorrection: ParsableCommand {
    var options: ArchiveOptions { get }
    var named: NamedEntity { get }
    func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change]
}

extension EntityCorrection {
    func run() throws {
        let changes = try decide(EntityEditor(try options.open(.update)))
        if options.json { return try Output.json(.array(changes.map(\.json))) }
        for change in changes { try Output.line(change.line) }
    }
}

extension EntitiesCommand {
    struct Alias: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "alias", abstract: "Lets an entity go by other names, too.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Argument(help: ArgumentHelp("The other names.", valueName: "alias"))
        var aliases: [String]

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            try editor.alias(named.choice, aliases.map(FreeText.restored))
        }
    }

    struct Merge: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: "Makes other entities and one the same, which keeps its name and kind.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Argument(help: ArgumentHelp("The others.", valueName: "other"))
        var others: [String]

        @Option(help: "The kind of the others, where several entities have such a name.")
        var otherKind: EntityKind?

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            try editor.merge(
                named.choice, others.map { EntityEditor.Choice(FreeText.restored($0), kind: otherKind) })
        }
    }

    struct Split: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "split",
            abstract: "Makes another entity of a name, or of what certain articles mean.",
            discussion: """
                split 'Syrian Defense Forces' SDF: where articles say SDF, they mean another. split 'John Doe' --in \
                section:Sports --as 'John Doe (footballer)': in those articles the name means another.
                """)

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Argument(help: ArgumentHelp("The name that means another.", valueName: "alias"))
        var alias: String?

        @Option(name: .customLong("in"), help: ArgumentHelp("The articles that mean another.", valueName: "query"))
        var query: String?

        @Option(name: .customLong("as"), help: ArgumentHelp("What the other is called.", valueName: "name"))
        var newName: String?

        @Option(help: "The kind of the other.")
        var asKind: EntityKind?

        func validate() throws {
            guard (alias == nil) != (query == nil) else {
                throw ValidationError("give the name that means another, or the articles that do with --in QUERY")
            }
            if query != nil, newName == nil { throw ValidationError("--in wants --as NAME, what the other is called") }
        }

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            if let query, let newName {
                return try editor.split(
                    named.choice, in: FreeText.restored(query), as: FreeText.restored(newName), kind: asKind)
            }
            return try editor.split(
                named.choice, alias: FreeText.restored(alias ?? ""), as: newName.map(FreeText.restored), kind: asKind)
        }
    }

    struct Rename: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: "Gives an entity another name; it goes by the old one, too.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Argument(help: ArgumentHelp("Its name from now on.", valueName: "new name"))
        var newName: String

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            try editor.rename(named.choice, to: FreeText.restored(newName))
        }
    }

    struct Kind: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "kind", abstract: "Says that an entity is a person, organization, place or other.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Argument(help: ArgumentHelp("person, organization, place or other.", valueName: "kind"))
        var newKind: EntityKind

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            try editor.setKind(named.choice, to: newKind)
        }
    }

    struct Reject: EntityCorrection {
        static let configuration = CommandConfiguration(
            commandName: "reject", abstract: "Says that something is no entity.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Option(
            name: .customLong("in"), help: ArgumentHelp("Only in the articles that this finds.", valueName: "query"))
        var query: String?

        func decide(_ editor: EntityEditor) throws -> [EntityEditor.Change] {
            try editor.reject(named.choice, in: query.map(FreeText.restored))
        }
    }

    struct Undo: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes a decision back, the last one when none is named.")

        @OptionGroup var options: ArchiveOptions

        @Argument(help: ArgumentHelp("The decision's number.", valueName: "decision"))
        var id: Int64?

        func run() throws {
            let change = try EntityEditor(try options.open(.update)).undo(id)
            if options.json { return try Output.json(change.json) }
            try Output.line("undone: \(change.line)")
        }
    }

    struct Decisions: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decisions", abstract: "What was decided about entities.",
            subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "list", abstract: "The decisions with their numbers.")

            @OptionGroup var options: ArchiveOptions

            func run() throws {
                let decisions = try options.open(.read).entityDecisions()
                if options.json { return try Output.json(.array(decisions.map(\.json))) }
                if decisions.isEmpty { Output.tell("nothing is decided; see: newsarchive help entities") }
                for stored in decisions {
                    let day = stored.decision.decidedAt.description.prefix(10)
                    try Output.line("\(stored.id)  \(day)  \(Style.plain(stored.decision.line))")
                }
            }
        }

        struct Export: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "export", abstract: "Writes the decisions as JSON Lines.")

            @OptionGroup var options: ArchiveOptions

            @Argument(help: ArgumentHelp("The file; standard output when left out.", valueName: "file"))
            var path: String?

            func run() throws {
                let list = DecisionList(try options.open(.read).entityDecisions().map(\.decision))
                guard let path else {
                    for line in list.lines { try Output.line(line) }
                    return
                }
                let file = try FileOutput(path)
                for line in list.lines { try file.write(Array((line + "\n").utf8)) }
                try file.finish()
                Output.tell("\(list.decisions.count) decisions written to \(path)")
            }
        }

        struct Import: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "import",
                abstract: "Takes decisions over from a file of JSON Lines; those that are there already are left out.")

            @OptionGroup var options: ArchiveOptions

            @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file"))
            var path: String

            func run() throws {
                let list = try DecisionList(path: path)
                let editor = EntityEditor(try options.open(.update))
                let (new, all) = try editor.adopt(list, path: path)
                if options.json {
                    return try Output.json(["read": JSONValue(all), "new": JSONValue(new)])
                }
                try Output.line("\(new) of \(all) decisions taken over, \(all - new) were there already")
            }
        }
    }
}

extension EntityDecision {
    /// What was decided, in one line.
    var line: String {
        let name = "\(entity.name) (\(entity.kind.rawValue))"
        return switch action {
        case .alias(let alias): "alias: \(name) is called \(alias), too"
        case .merge(let other): "merge: \(other.name) (\(other.kind.rawValue)) is \(name)"
        case .split(let alias, let other): "split: \(alias) is not \(name) but \(other.name) (\(other.kind.rawValue))"
        case .splitIn(let query, let other):
            "split: \(name) is \(other.name) (\(other.kind.rawValue)) in: \(query)"
        case .rename(let newName): "rename: \(name) is called \(newName)"
        case .kind(let kind): "kind: \(name) is of the kind \(kind.rawValue)"
        case .reject(nil): "reject: \(name) is no entity"
        case .reject(let query?): "reject: \(name) is no entity in: \(query)"
        }
    }
}

extension StoredDecision {
    /// The decision with its number.
    fileprivate var json: JSONValue {
        guard case .object(let members) = decision.json else { return .null }
        return .object([JSONValue.Member(name: "id", value: .integer(id))] + members)
    }
}

extension EntityEditor.Change {
    /// The decision, and the entity after it.
    fileprivate var json: JSONValue {
        ["decision": stored.json, "entity": entity?.json ?? .null]
    }

    fileprivate var line: String {
        Style.plain(stored.decision.line) + (entity.map { "; now \(Style.plain($0.description))" } ?? "")
            + " [decision \(stored.id)]"
    }
}

extension EntitySummary {
    /// Its members.
    var json: JSONValue {
        [
            "id": .integer(id), "name": .string(name.name), "kind": .string(name.kind.rawValue),
            "articles": JSONValue(articles),
        ]
    }
}
