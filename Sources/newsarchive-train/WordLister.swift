import Foundation
import NewsEntities

/// Writes the words of a text, one sentence a line, as the recognizer sees them.
struct WordLister {
    let path: String

    func write() throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let lines = TextTokens(String(line)).words.map { $0.joined(separator: " ") + "\n" }.joined()
            FileHandle.standardOutput.write(Data(lines.utf8))
        }
    }
}
