/// What the class names on each element of a page say, each distinct set of names looked at once.
///
/// Remembers what it has looked at, so everything that reads one page shares one; not to be shared between threads.
final class ClassReader {
    /// The names of one set of classes.
    struct Names: Equatable {
        /// The same for elements whose names are the same.
        let signature: Int
        /// What they say.
        let meaning: ClassMeaning
        /// Whether there are any.
        var isEmpty: Bool { signature == 0 }
    }

    private let tree: HTMLTree
    private var ofNode: [Int32]
    private var names: [Names] = [Names(signature: 0, meaning: [])]
    private var known: [[UInt8]: Int32] = [[]: 0]

    init(_ tree: HTMLTree) {
        self.tree = tree
        ofNode = Array(repeating: -1, count: tree.count)
    }

    /// The names on `node`: class, id and the data attributes that name a component.
    func names(of node: HTMLTree.Node) -> Names {
        if ofNode[node] >= 0 { return names[Int(ofNode[node])] }
        let written = written(on: node)
        let index: Int32
        if let found = known[written] {
            index = found
        } else {
            index = Int32(names.count)
            known[written] = index
            names.append(Names(signature: names.count, meaning: Self.meaning(of: written)))
        }
        ofNode[node] = index
        return names[Int(index)]
    }

    private static let attributes: [HTMLAttribute] = [
        .class, .id, .dataComponent, .dataTestid, .dataType, .dataModule, .dataBlockType, .dataComponentName,
    ]

    /// The names as written, with a blank between.
    private func written(on node: HTMLTree.Node) -> [UInt8] {
        var names: [UInt8] = []
        for name in Self.attributes {
            guard let value = tree.value(name, of: node), !value.isEmpty else { continue }
            if !names.isEmpty { names.append(0x20) }
            names += value.prefix(2_000)
        }
        return names
    }

    /// Appends the words of `name`: cut at what is no letter and no digit, and between a small letter and a capital.
    static func appendWords(of name: ArraySlice<UInt8>, to words: inout [UInt8]) {
        var previous: UInt8 = 0x20
        for byte in name.prefix(2_000) {
            let isCapital = byte >= 0x41 && byte <= 0x5A
            let isSmall = byte >= 0x61 && byte <= 0x7A || byte >= 0x80
            let isDigit = byte >= 0x30 && byte <= 0x39
            if isCapital {
                let isNewWord = previous >= 0x61 || previous >= 0x30 && previous <= 0x39
                if isNewWord, words.last != 0x20 { words.append(0x20) }
                words.append(byte | 0x20)
            } else if isSmall || isDigit {
                words.append(byte)
            } else if let last = words.last, last != 0x20 {
                words.append(0x20)
            }
            previous = byte
        }
    }

    /// What names say. A name for one size of screen (`sm:hidden`) and one that tells what something has or is without
    /// (`has-byline`) say nothing of the element they stand on.
    static func meaning(of written: [UInt8]) -> ClassMeaning {
        var meaning: ClassMeaning = []
        var words: [UInt8] = []
        for name in written.split(whereSeparator: { $0 <= 0x20 }) where !name.contains(UInt8(ascii: ":")) {
            if modifiers.contains(where: { name.starts(with: $0) }) { continue }
            words.removeAll(keepingCapacity: true)
            appendWords(of: name, to: &words)
            meaning.formUnion(vocabulary.meaning(in: words.split(separator: 0x20).map { FNV.hash($0) }))
            if let whole = wholeNames[FNV.hash(name.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })] {
                meaning.formUnion(whole)
            }
        }
        return meaning
    }

    private static let modifiers: [[UInt8]] = ["has-", "with-", "no-", "without-", "non-", "not-"].map {
        Array($0.utf8)
    }
    private static let vocabulary = WordPhrases(names: ClassMeaning.vocabulary)
    private static let wholeNames: [UInt64: ClassMeaning] = {
        var names: [UInt64: ClassMeaning] = [:]
        for (meaning, list) in ClassMeaning.wholeNames {
            for name in list.split(separator: " ") { names[FNV.hash(name.utf8), default: []].formUnion(meaning) }
        }
        return names
    }()
}
