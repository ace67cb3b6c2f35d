import ArgumentParser

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

    /// How many letters must be put in, left out, replaced or swapped with the next to make one word the other.
    /// Source: F. Damerau, "A technique for computer detection and correction of spelling errors".
    private static func editDistance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var rows = [Array(0...right.count)]
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
