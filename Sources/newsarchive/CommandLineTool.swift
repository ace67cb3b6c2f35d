import ArgumentParser
import Foundation
import NewsIngest
import NewsQuery
import NewsStorage

/// Runs the command and turns what happens into the exit statuses that scripts rely on.
enum CommandLineTool {
    /// The version of the program.
    static let version = "0.1.0"

    /// Exit statuses; a promise.
    enum Status {
        static let incomplete = ExitCode(1)
        static let usage = ExitCode(2)
        static let archive = ExitCode(3)
        static let timeout = ExitCode(4)
    }

    static func run(_ arguments: [String]) async -> Int32 {
        let asksForQueries = arguments.prefix(2) == ["help", "query"]
        if !asksForQueries, let complaint = Usage.unknownCommand(in: arguments) {
            Output.complain(complaint)
            return Status.usage.rawValue
        }
        do {
            if asksForQueries {
                try Output.line(QueryGuide.text)
                try Output.flush()
                return 0
            }
            var command = try RootCommand.parseAsRoot(FreeText.protected(arguments))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            try Output.flush()
            return 0
        } catch {
            return finish(error, arguments)
        }
    }

    private static func finish(_ error: any Error, _ arguments: [String]) -> Int32 {
        var error = error
        do {
            let status = try helpStatus(error)
            try Output.flush()
            if let status { return status }
        } catch let failure {
            error = failure
        }
        switch error {
        case let code as ExitCode:
            return code.rawValue
        case let error as ArchiveError:
            Output.complain("\(error)")
            return Status.archive.rawValue
        case let error as ArticleSearch.TimedOut:
            Output.complain("\(error)")
            return Status.timeout.rawValue
        case let error as FileOutput.Failure:
            if error.isClosedPipe { return 128 + SIGPIPE }
            Output.complain("\(error)")
            return Status.archive.rawValue
        case let error as SavedSearchError:
            Output.complain("\(error)")
            return error.status.rawValue
        case let error as EntityError:
            Output.complain("\(error)")
            return error.status.rawValue
        case is Manifest.Failure, is QueryFilters.InvalidDate, is Cursor.Mismatch:
            Output.complain("\(error)")
            return Status.usage.rawValue
        default:
            let isUsage = RootCommand.exitCode(for: error) == .validationFailure
            let message = FreeText.restored(RootCommand.message(for: error))
            Output.complain(isUsage ? Usage.complaint(message, arguments) : message.isEmpty ? "\(error)" : message)
            return isUsage ? Status.usage.rawValue : Status.incomplete.rawValue
        }
    }

    /// Prints help and version, which come as errors, and gives their status; `nil` for other errors.
    private static func helpStatus(_ error: any Error) throws -> Int32? {
        guard !(error is ExitCode), RootCommand.exitCode(for: error) == .success else { return nil }
        try Output.line(RootCommand.fullMessage(for: error))
        return 0
    }
}

/// Words that begin with `-` inside a query belong to the query: `search airstrike -prize`.
///
/// They are marked before the arguments are parsed, so that they are not taken for one-letter options, of which no
/// command with free text has any but `-h`.
enum FreeText {
    private static let commands: Set<String> = [
        "search", "export", "tags", "entities", "sections", "outlets", "timeline", "remove", "save", "forget", "watch",
    ]
    private static let mark: Character = "\u{F8FF}"

    static func protected(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, commands.contains(command) else { return arguments }
        return arguments.map { argument in
            let isWord = argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.count > 1 && argument != "-h"
            return isWord ? String(mark) + argument : argument
        }
    }

    static func restored(_ text: String) -> String {
        text.replacing(String(mark), with: "")
    }
}

/// Captured news articles in one SQLite file: ingest, search, export.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsarchive",
        abstract: "Keeps captured news articles in one SQLite file, finds them and exports them.",
        discussion: """
            The archive is --archive PATH, else $NEWSARCHIVE, else newsarchive.db in the current folder.

            Exit status: 0 done; 1 done, but something was rejected or not found; 2 wrong usage; 3 the archive cannot \
            be used; 4 time ran out.
            """,
        version: CommandLineTool.version,
        subcommands: [
            IngestCommand.self, ExtractCommand.self, SearchCommand.self, ExportCommand.self, ShowCommand.self,
            RelatedCommand.self,
            TagsCommand.self, EntitiesCommand.self, SectionsCommand.self, OutletsCommand.self, TimelineCommand.self,
            SaveCommand.self, SavedCommand.self, ForgetCommand.self, WatchCommand.self, StatsCommand.self,
            RemoveCommand.self, CheckCommand.self, OptimizeCommand.self, BackupCommand.self, MigrateCommand.self,
            LayoutsCommand.self,
        ])
}
