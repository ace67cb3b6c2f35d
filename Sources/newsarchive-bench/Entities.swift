import ArgumentParser
import Foundation
import NewsEntities
import NewsModel

/// Measures how well names are recognized, on texts with labels.
///
/// A file has two columns, word and label (`O`, `B-PER`, `I-PER`, `B-ORG`, `B-LOC` …; other kinds count as `O`, `?` is not
/// scored), an empty line after each sentence and `-DOCSTART-` before each document. A file that ends with `.json` holds
/// names and which of them are one entity, see `SameEntity`.
struct Entities: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints precision, recall and F1 of names by kind for two-column files, and tokens per second.")

    @Argument(help: "Two-column files, or JSON files of names that are told to be one entity.")
    var files: [String] = []

    @Option(parsing: .upToNextOption, help: "Files of captures, whose articles are recognized for their pace only.")
    var captures: [String] = []

    @Option(help: "How often whole articles are recognized; the median counts.")
    var runs = 5

    @Flag(help: "Print the entities of whole articles, a line each, instead of figures.")
    var list = false

    @Option(help: "Another model than the one of the program.")
    var model: String?

    @Flag(help: "Without the pass that makes a document agree with itself.")
    var raw = false

    @Flag(help: "Print what was missed (-) and what is not there (+), a line each.")
    var errors = false

    func run() throws {
        let labelled = files.filter { !$0.hasSuffix(".json") }
        let articles =
            try labelled.map { WholeArticles(try LabelledFile(path: $0), name: ($0 as NSString).lastPathComponent) }
            + captures.map { try WholeArticles(captures: $0) }
        if list {
            for articles in articles { articles.list() }
            return
        }
        if !labelled.isEmpty { try measureNames(labelled) }
        if !articles.isEmpty, model == nil, !raw, !errors, runs > 0 {
            print("\n\(WholeArticles.head)")
            for articles in articles { print(articles.row(runs: runs)) }
        }
        let linked = files.filter { $0.hasSuffix(".json") }
        guard !linked.isEmpty else { return }
        print("\n| file | names | person B³ P / R / F | organization | place | all |\n|---|---|---|---|---|---|")
        for file in linked { print("| \((file as NSString).lastPathComponent) | \(try SameEntity(path: file).row) |") }
    }

    private func measureNames(_ files: [String]) throws {
        guard let model = try loadedModel() else { throw ValidationError("there is no model to measure") }
        print(
            "| file | names | person P / R / F1 | organization | place | all | words/s |\n|---|---|---|---|---|---|---|"
        )
        for file in files {
            let text = try LabelledFile(path: file)
            var finder = NameFinder(model: model)
            let start = ContinuousClock.now
            let found = text.documents.map { finder.spans(in: $0.map(\.words), usesDocumentPass: !raw) }
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            var scores = NameScores()
            for (document, spans) in zip(text.documents, found) {
                for (sentence, spans) in zip(document, spans) {
                    scores.add(spans, in: sentence)
                    if errors { printErrors(spans, in: sentence) }
                }
            }
            let rate = Double(text.wordCount) / (Double(seconds) + Double(attoseconds) / 1e18)
            print("| \((file as NSString).lastPathComponent) | \(scores.row) | \(Int(rate)) |")
        }
    }

    private func printErrors(_ found: [Span], in sentence: LabelledFile.Sentence) {
        let (found, there) = (NameScores.scored(found, in: sentence), NameScores.scored(sentence.spans, in: sentence))
        for (mark, spans) in [("-", there.subtracting(found)), ("+", found.subtracting(there))] {
            for span in spans {
                let around = max(0, span.words.lowerBound - 4)..<min(sentence.words.count, span.words.upperBound + 4)
                print(
                    "\(mark) \(span.kind) [\(sentence.words[span.words].joined(separator: " "))]",
                    sentence.words[around].joined(separator: " "), separator: "\t")
            }
        }
    }

    private func loadedModel() throws -> EntityModel? {
        guard let model else { return EntityModel.shared }
        return try Data(contentsOf: URL(fileURLWithPath: model)).withUnsafeBytes { EntityModel($0) }
    }
}

/// Counts names that were found and those that are there, by kind.
struct NameScores {
    private struct Counts {
        var found = 0
        var there = 0
        var both = 0

        var text: String {
            let precision = 100 * Double(both) / Double(max(found, 1))
            let recall = 100 * Double(both) / Double(max(there, 1))
            let f1 = 200 * Double(both) / Double(max(found + there, 1))
            return "\(Self.rounded(precision)) / \(Self.rounded(recall)) / \(Self.rounded(f1))"
        }

        private static func rounded(_ value: Double) -> String { String((value * 10).rounded() / 10) }
    }

    private var counts: [EntityKind: Counts] = [:]

    /// Compares what was found in a sentence with its labels. "The" before a name and "'s" behind it do not count; names
    /// that touch a word of unknown label are not scored.
    mutating func add(_ found: [Span], in sentence: LabelledFile.Sentence) {
        let (found, there) = (Self.scored(found, in: sentence), Self.scored(sentence.spans, in: sentence))
        for span in found { counts[span.kind, default: Counts()].found += 1 }
        for span in there { counts[span.kind, default: Counts()].there += 1 }
        for span in found where there.contains(span) { counts[span.kind, default: Counts()].both += 1 }
    }

    /// The names of a sentence that are scored, trimmed.
    static func scored(_ spans: [Span], in sentence: LabelledFile.Sentence) -> Set<Span> {
        Set(
            spans.filter { span in !span.words.contains { sentence.unknown.contains($0) } }
                .map { $0.trimmed(in: sentence.words) })
    }

    /// The number of names, and the figures by kind and of all.
    var row: String {
        var all = Counts()
        for kind in counts.values {
            all.found += kind.found
            all.there += kind.there
            all.both += kind.both
        }
        let kinds = [EntityKind.person, .organization, .place].map { (counts[$0] ?? Counts()).text }
        return "\(all.there) | \(kinds.joined(separator: " | ")) | \(all.text)"
    }
}

extension Span {
    /// Without "the" at the beginning and "'s" at the end.
    fileprivate func trimmed(in sentence: [String]) -> Span {
        var span = self
        while span.words.count > 1, sentence[span.words.lowerBound].lowercased() == "the" {
            span.words = span.words.dropFirst()
        }
        while span.words.count > 1, ["'s", "’s", "'", "’"].contains(sentence[span.words.upperBound - 1]) {
            span.words = span.words.dropLast()
        }
        return span
    }
}
