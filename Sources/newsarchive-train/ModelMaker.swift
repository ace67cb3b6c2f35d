import Foundation
import NewsEntities

/// Makes a model of what is in a folder: `clusters.tsv`, `words.txt`, `gazetteer.tsv`, `clubs.txt` and labelled `*.conll`.
struct ModelMaker {
    let folder: String
    /// Where every tenth document is written to instead of being learned from; `nil` when all are learned from.
    let holdOut: String?
    /// Files whose names begin so are held out whole instead.
    let heldFiles: [String]

    private static let formDocuments = 2_000

    func write(to output: String) throws {
        var texts = try labelledTexts()
        if let holdOut { try hold(&texts, out: holdOut) }
        for index in texts.indices { texts[index].mend() }
        let tables = try TableMaker(folder: folder).tables(texts)
        let names = try NamePool(folder: folder)
        var augmentation = Augmentation(names: names)
        var documents = texts.flatMap { text in
            text.documents.map { (sentences: augmentation.vary($0), weight: Self.weight(of: text.name)) }
        }
        var forms = NewsForms(names: names)
        documents += forms.documents(Self.formDocuments).map { (sentences: $0, weight: 0.3) }
        var features = FeatureNumbers(documents.map { $0.sentences }, tables: tables.tables)
        let examples = zip(documents, features.takeSentences()).flatMap { document, sentences in
            zip(document.sentences, sentences).map { example($0, $1, document.weight) }
        }
        say("\(documents.count) documents, \(examples.count) sentences, \(features.count) features")
        var trainer = Trainer(features: features.count, settings: Trainer.Settings())
        defer { trainer.release() }
        trainer.train(examples) { say("epoch \($0): \($1)") }
        try ModelWriter(trainer: trainer, keys: features.keys, tables: tables).write(to: output)
    }

    /// How much each text counts: short messages are written otherwise than news, and machines label less well.
    private static func weight(of name: String) -> Float {
        if name.hasPrefix("broad-twitter") || name.hasPrefix("wnut") { return 0.5 }
        return name.hasPrefix("silver") || name.hasPrefix("re3d") ? 0.6 : 1
    }

    private func labelledTexts() throws -> [LabelledText] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".conll") }
            .map { try LabelledText(path: folder + "/" + $0) }
    }

    private func hold(_ texts: inout [LabelledText], out place: String) throws {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for index in texts.indices where !texts[index].name.hasPrefix("silver") {
            let isWhole = heldFiles.contains { texts[index].name.hasPrefix($0) }
            let isHeld = { (number: Int) in isWhole || heldFiles.isEmpty && number % 10 == 9 }
            let documents = texts[index].documents.enumerated()
            let held = documents.filter { isHeld($0.offset) }.map(\.element)
            texts[index].documents = documents.filter { !isHeld($0.offset) }.map(\.element)
            guard !held.isEmpty else { continue }
            let lines = held.map { document in
                "-DOCSTART-\tO\n\n"
                    + document.map { sentence in
                        zip(sentence.words, sentence.labels).map { "\($0)\t\($1?.code ?? "?")\n" }.joined() + "\n"
                    }.joined()
            }
            try lines.joined().write(toFile: "\(place)/\(texts[index].name)", atomically: true, encoding: .utf8)
        }
    }

    private func example(_ sentence: LabelledSentence, _ features: [[UInt32]], _ weight: Float) -> Trainer.Example {
        var starts = [0]
        for word in features { starts.append(starts[starts.count - 1] + word.count) }
        let allowed = sentence.labels.map { label in
            var vector = Trainer.Vector(1, 1, 1, 1, 1, 1, 1, 0)
            if let label {
                vector = .zero
                vector[label.rawValue] = 1
            }
            return vector
        }
        return Trainer.Example(features: features.flatMap { $0 }, starts: starts, allowed: allowed, weight: weight)
    }
}

func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

extension Label {
    /// As it is written in files.
    var code: String {
        ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"][rawValue]
    }
}

/// Numbers of the features that occur at least twice.
struct FeatureNumbers {
    private(set) var keys: [UInt32] = []
    private var sentences: [[[[UInt32]]]] = []

    var count: Int { keys.count }

    init(_ documents: [[LabelledSentence]], tables: WordTables) {
        var collector = FeatureCollector(tables: tables)
        sentences = documents.map { collector.features(of: $0.map(\.words)) }
        var counts: [UInt32: UInt8] = [:]
        for document in sentences {
            for sentence in document {
                for word in sentence {
                    for key in word where counts[key, default: 0] < 2 {
                        counts[key, default: 0] += 1
                    }
                }
            }
        }
        keys = counts.filter { $0.value >= 2 }.keys.sorted()
    }

    /// The sentences with numbers in place of keys; once.
    mutating func takeSentences() -> [[[[UInt32]]]] {
        var numbers: [UInt32: UInt32] = [:]
        numbers.reserveCapacity(keys.count)
        for (number, key) in keys.enumerated() { numbers[key] = UInt32(number) }
        defer { sentences = [] }
        return sentences.map { $0.map { $0.map { $0.compactMap { numbers[$0] } } } }
    }
}
