import ArgumentParser
import NewsIngest
import NewsModel
import NewsQuery
import NewsStorage
import NewsText

struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Persons, organizations and places that articles name; and putting them right.",
        discussion: """
            What you decide about entities holds for all articles, also for those that come later and when captures are \
            read again; `decisions export` writes it to a file, `undo` takes it back. An entity is told by a name, or by \
            its number.
            """,
        subcommands: [
            List.self, Show.self, Alias.self, Merge.self, Split.self, Rename.self, Kind.self, Reject.self, Undo.self,
            Recognize.self, Decisions.self,
        ], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Entities and in how many articles each is named.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var values: ValueOptions

        @Option(help: "Only this kind: person, organization or place.")
        var kind: Kind?

        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case person, organization, place
        }

        func run() throws {
            let facets: [Kind: Facet] = [.person: .person, .organization: .org, .place: .place]
            let count = try values.write(kind.flatMap { facets[$0] } ?? .entity, options)
            // What was meant to be a command is taken for the beginning of a name.
            let commands = EntitiesCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
            if count == 0, let word = values.prefix.first, let command = Usage.nearest(to: word, of: commands) {
                Output.tell("no entity begins with '\(word)'; did you mean 'newsarchive entities \(command)'?")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "What the archive knows of an entity: its names, when it is named, and with what.")

        @OptionGroup var options: ArchiveOptions
        @OptionGroup var named: NamedEntity

        @Option(help: ArgumentHelp("Show so many entities and tags that go with it.", valueName: "n"))
        var limit = 10

        func validate() throws {
            guard limit >= 0 else { throw ValidationError("--limit wants 0 or more") }
        }

        func run() throws {
            let search = ArticleSearch(try options.open(.read))
            let name = FreeText.restored(named.name)
            guard let profile = try search.profile(of: name, kind: named.kind, limit: limit) else {
                throw EntityError.unknown(name: name)
            }
            if options.json { return try Output.json(profile.json) }
            QueryOptions.tell(profile.notices)
            try EntityText(profile: profile, style: options.style).write()
        }
    }
}

extension EntitiesCommand {
    struct Recognize: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "recognize",
            abstract: "Looks for entities in the articles for which that was not done, or by an earlier version.",
            discussion: "What was cut off goes on where it was. What you decided about entities holds.")

        @OptionGroup var options: ArchiveOptions

        @Option(help: ArgumentHelp("Read so many articles at a time.", valueName: "n"))
        var jobs: Int?

        @Flag(help: "Look again in every article.")
        var all = false

        func validate() throws {
            guard jobs ?? 1 > 0 else { throw ValidationError("--jobs wants 1 or more") }
        }

        func run() async throws {
            var ingest = IngestOptions()
            ingest.jobs = jobs
            ingest.program = CommandLineTool.version
            let meter = ProgressMeter()
            let archive = try options.open(.update)
            let (report, signal) = try await IngestRun(archive: archive, options: ingest).run(
                .entities(all: all), meter: meter)
            meter.end()
            let counts = report.counts
            if options.json {
                try Output.json([
                    "articles": JSONValue(counts.found), "changed": JSONValue(counts.updated),
                    "unchanged": JSONValue(counts.unchanged),
                    "seconds": JSONValue((report.seconds * 1_000).rounded() / 1_000),
                    "stopped": .bool(report.wasStopped),
                ])
            } else {
                try Output.line(
                    "\(counts.found) articles read, \(counts.updated) with other entities than before"
                        + (report.wasStopped ? "; stopped, the next run goes on" : ""))
            }
            for rejection in report.rejections { Output.tell("not read: \(rejection.path): \(rejection.reason)") }
            if let signal { throw ExitCode(128 + signal) }
            if counts.rejected > 0 { throw CommandLineTool.Status.incomplete }
        }
    }
}

/// The entity that a command is about.
struct NamedEntity: ParsableArguments {
    @Argument(help: ArgumentHelp("A name of the entity, or its number.", valueName: "name"))
    var name: String

    @Option(help: "The kind of the entity, where several have the name: person, organization, place or other.")
    var kind: EntityKind?

    var choice: EntityEditor.Choice { EntityEditor.Choice(FreeText.restored(name), kind: kind) }
}

extension EntityKind: ExpressibleByArgument {}

extension EntityProfile {
    /// Its members as `entities show --json` shows them.
    var json: JSONValue {
        [
            "id": .integer(entity.id), "name": .string(entity.name.name), "kind": .string(entity.name.kind.rawValue),
            "articles": JSONValue(entity.articles), "notices": .array(notices.map(\.json)),
            "aliases": .array(
                aliases.map {
                    [
                        "name": .string($0.name), "articles": JSONValue($0.articles),
                        "source": .string($0.source.rawValue),
                    ]
                }),
            "first": first?.json ?? .null, "last": last?.json ?? .null,
            "by": .string(timeline.step.rawValue), "timeline": .array(timeline.periods.map(\.json)),
            "undated": JSONValue(timeline.undated),
            "entities": .array(entities.map(\.json)), "tags": .array(tags.map(\.json)),
            "related": .array(
                related.map {
                    [
                        "id": .integer($0.entity.id), "name": .string($0.entity.name.name),
                        "kind": .string($0.entity.name.kind.rawValue), "articles": JSONValue($0.entity.articles),
                        "relation": .string($0.relation.rawValue),
                    ]
                }),
        ]
    }
}

extension EntityError {
    /// With what the program ends.
    var status: ExitCode {
        switch self {
        case .ambiguous, .pointless, .unreadable, .unopened: CommandLineTool.Status.usage
        case .unknown, .rejected, .noDecision: CommandLineTool.Status.incomplete
        }
    }
}
