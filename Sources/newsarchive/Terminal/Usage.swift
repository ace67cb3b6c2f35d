import ArgumentParser
import NewsText

/// What is said about wrong usage: one line with what is wrong and what to do.
enum Usage {
    private static let commands = names(of: RootCommand.self)

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.compactMap { $0.configuration.commandName }
    }

    /// The one of `commands` that `name` was meant to be, if one is near enough.
    static func nearest(to name: String, of commands: [String]) -> String? {
        let nearest = commands.map { (name: $0, distance: editDistance(name, $0)) }.min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance <= max(1, name.count / 3) ? $0.name : nil }
    }

    /// What is wrong with the command that `arguments` name; `nil` when it is one, or none is named.
    static func unknownCommand(in arguments: [String]) -> String? {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let name = words.first, !name.hasPrefix("-"), name != "help", !commands.contains(name) else { return nil }
        guard let nearest = nearest(to: name, of: commands) else {
            return "no command '\(name)'; see: newsarchive --help"
        }
        return "no command '\(name)'; did you mean '\(nearest)'?"
    }

    /// `message` of the argument parser in the manner of the other messages, with where to read on.
    static func complaint(_ message: String, _ arguments: [String]) -> String {
        var text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        text = text.replacing(". Did you mean", with: "; did you mean").replacing(". Please", with: "; please")
        if text.hasSuffix(".") { text.removeLast() }
        text = text.prefix(1).lowercased() + text.dropFirst()
        guard !text.contains("; ") else { return text }
        guard let name = arguments.first,
            let command = RootCommand.configuration.subcommands.first(where: { $0.configuration.commandName == name })
        else { return "\(text); see: newsarchive --help" }
        let part = arguments.dropFirst().first.flatMap { names(of: command).contains($0) ? " \($0)" : nil } ?? ""
        return "\(text); see: newsarchive help \(name)\(part)"
    }
}
