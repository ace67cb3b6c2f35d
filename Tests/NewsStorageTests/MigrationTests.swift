import Foundation
import NewsStorage
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test("The program holds the files of Migrations, byte for byte")
    func compiledFiles() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Migrations")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(Migrations.all.map(\.name) == names)
        for file in Migrations.all {
            let bytes = try Data(contentsOf: folder.appending(path: file.name))
            #expect(Data(file.sql.utf8) == bytes)
        }
    }

    @Test("Every column of every table says what it holds")
    func comments() {
        for file in Migrations.all {
            for (number, line) in file.sql.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let words = line.split(separator: " ")
                let isColumn =
                    line.hasPrefix("    ") && words.count > 1
                    && ["TEXT", "INTEGER", "BLOB"].contains(words[1].prefix { $0 != "," })
                let isKey = line.hasPrefix("    id INTEGER PRIMARY KEY,")
                if isColumn && !isKey { #expect(line.contains("-- "), "\(file.name):\(number + 1)") }
            }
        }
    }
}
