import ArgumentParser
import NewsText

/// What is said about wrong usage: one line with what is wrong and what to do.
enum Usage {
    private static let commands = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }

    /// What is wrong with the command that `arguments` name; `nil` when it is one, or none is named.
    static func unknownCommand(in arguments: [String]) -> String? {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let name = words.first, !name.hasPrefix("-"), name != "help", !commands.contains(name) else { return nil }
        let nearest = commands.map { (name: $0, distance: editDistance(name, $0)) }.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= max(1, name.count / 3) else {
            return "no command '\(name)'; see: newsarchive --help"
        }
        return "no command '\(name)'; did you mean '\(nearest.name)'?"
    }

    /// `message` of the argument parser in the manner of the other messages, with where to read on.
    static func complaint(_ message: String, _ arguments: [String]) -> String {
        var text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        text = text.replacing(". Did you mean", with: "; did you mean").replacing(". Please", with: "; please")
        if text.hasSuffix(".") { text.removeLast() }
        text = text.prefix(1).lowercased() + text.dropFirst()
        guard !text.contains("; ") else { return text }
        let command = arguments.first.map { commands.contains($0) ? "help \($0)" : "--help" } ?? "--help"
        return "\(text); see: newsarchive \(command)"
    }
}
