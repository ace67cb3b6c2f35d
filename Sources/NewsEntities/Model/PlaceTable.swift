import CEmbedded
import NewsText

/// Which countries places lie in, by their names. Read where it lies in the binary; nothing is made of it.
///
/// A file: the magic; how many countries, how many bytes of lists and how many names there are; the countries' names, each
/// ended by a line feed; the lists; the sorted keys of the names; what is said of each. Numbers have the least byte first.
package struct PlaceTable: Sendable {
    /// What is known of a place's name.
    package struct Known: Equatable, Sendable {
        /// The countries that have a place of this name, that with the greatest first.
        package let countries: [String]
        /// How many of them, from the first, have one that is not far smaller than the greatest.
        package let near: Int
        /// Whether the greatest is meant unless something speaks against it.
        package let isSure: Bool
        /// Whether the greatest is a part of its country and no town.
        package let isRegion: Bool

        package init(countries: [String], near: Int, isSure: Bool, isRegion: Bool) {
            self.countries = countries
            self.near = near
            self.isSure = isSure
            self.isRegion = isRegion
        }
    }

    package static let magic: [UInt8] = Array("NEWSPLC1".utf8)
    /// Of what is said of a name: the bit that tells a region; from here on without it, where its list begins.
    package static let regionBit: UInt16 = 0x8000
    package static let listsBegin: UInt16 = 0x100

    private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    /// The countries' usual names.
    package let countries: [String]
    private let lists: Range<Int>
    private let keys: Int
    private let values: Int
    package let count: Int

    /// The table in the binary.
    package static let shared: PlaceTable? = {
        var length = 0
        guard let bytes = cembedded_place_table(&length) else { return nil }
        return PlaceTable(UnsafeRawBufferPointer(start: bytes, count: length))
    }()

    /// A table at `bytes`, which stay there; `nil` when it is none.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        let head = Self.magic.count + 12
        guard bytes.count >= head, bytes.starts(with: Self.magic) else { return nil }
        func number(_ index: Int) -> Int { Int(Self.uint32(bytes, Self.magic.count + 4 * index)) }
        let (nameBytes, listBytes, count) = (number(0), number(1), number(2))
        guard bytes.count == head + nameBytes + listBytes + 6 * count else { return nil }
        self.bytes = bytes
        self.count = count
        countries = String(decoding: bytes[head..<(head + nameBytes)], as: UTF8.self).split(separator: "\n")
            .map(String.init)
        lists = (head + nameBytes)..<(head + nameBytes + listBytes)
        keys = lists.upperBound
        values = keys + 4 * count
    }

    /// The key of a name.
    package static func key(ofFolded name: String) -> UInt32 { Fingerprint.short(Fingerprint.text(name.utf8)) }

    /// What is known of a place by its name in its folded form. About a hundred nanoseconds.
    package func known(folded name: String) -> Known? {
        let key = Self.key(ofFolded: name)
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Self.uint32(bytes, keys + 4 * middle) < key { low = middle + 1 } else { high = middle }
        }
        guard low < count, Self.uint32(bytes, keys + 4 * low) == key else { return nil }
        let value = UInt16(bytes[values + 2 * low]) | UInt16(bytes[values + 2 * low + 1]) << 8
        return known(value & ~Self.regionBit, isRegion: value & Self.regionBit != 0)
    }

    private func known(_ value: UInt16, isRegion: Bool) -> Known? {
        if value < Self.listsBegin {
            guard value < countries.count else { return nil }
            return Known(countries: [countries[Int(value)]], near: 1, isSure: true, isRegion: isRegion)
        }
        // How many, how many of them near with the highest bit for a sure one, and the numbers of the countries.
        let start = lists.lowerBound + Int(value - Self.listsBegin)
        guard start + 2 <= lists.upperBound, start + 2 + Int(bytes[start]) <= lists.upperBound else { return nil }
        let numbers = bytes[(start + 2)..<(start + 2 + Int(bytes[start]))]
        return Known(
            countries: numbers.compactMap { $0 < countries.count ? countries[Int($0)] : nil },
            near: Int(bytes[start + 1] & 0x7F), isSure: bytes[start + 1] & 0x80 != 0, isRegion: isRegion)
    }

    @inline(__always)
    private static func uint32(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}
