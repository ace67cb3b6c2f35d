import ArgumentParser
import Foundation
import NewsStorage

/// The options of every command that uses an archive.
struct ArchiveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The archive's file.", valueName: "path"))
    var archive: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @Flag(help: "No colour and no bold text.")
    var noColor = false

    /// `--archive`, else `$NEWSARCHIVE`, else `newsarchive.db` here.
    var path: String {
        if let archive { return archive }
        let named = ProcessInfo.processInfo.environment["NEWSARCHIVE"] ?? ""
        return named.isEmpty ? "newsarchive.db" : named
    }

    /// Opens the archive.
    func open(_ mode: Archive.Mode) throws(ArchiveError) -> Archive {
        try Archive(path: path, mode: mode)
    }

    var style: Style { Style(noColor: noColor) }
}
