import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
    @Test("The library example in the README is the program that the tests run")
    func exampleIsTheProgram() throws {
        let readme = try String(contentsOf: SampleCaptures.project.appending(path: "README.md"), encoding: .utf8)
        let program = try String(
            contentsOf: SampleCaptures.tests.appending(path: "ReadmeExample/main.swift"), encoding: .utf8)
        #expect(readme.contains("```swift\n\(program)```"))
    }

    @Test("The library example archives the samples and finds what it looks for")
    func exampleRuns() throws {
        let folder = try TemporaryFolder()
        let captures = folder.url.appending(path: "captures")
        // What must be read out of the samples stands beside them, in JSON, which would be read too.
        let samples = SampleCaptures.folder.appending(path: "sputnik")
        try FileManager.default.createDirectory(at: captures, withIntermediateDirectories: true)
        for file in try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
        where file.pathExtension == "txt" {
            try FileManager.default.createSymbolicLink(
                at: captures.appending(path: file.lastPathComponent), withDestinationURL: file)
        }
        let run = try CommandRun.run(program: "readme-example", [], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.hasSuffix("rejected") == true)
        #expect(lines.contains { $0.contains("flood barrier") })
        #expect(lines.contains { $0.contains("with a footnote about swans") && !$0.hasPrefix("0 ") })
        #expect(lines.last?.hasSuffix("]") == true)
    }

    @Test("The README's set-up is two scripts that are there")
    func scripts() throws {
        for script in ["quickstart", "test", "check", "bench", "record-fixtures"] {
            let path = SampleCaptures.project.appending(path: "scripts/\(script)").path
            #expect(FileManager.default.isExecutableFile(atPath: path))
        }
    }
}
