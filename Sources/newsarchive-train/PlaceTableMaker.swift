import Foundation
import NewsEntities
import NewsText

/// Makes the table of places and their countries of lines of country, number of people and name, tabs between; `r` before
/// a number tells a region, `c` the capital. A line without a name tells a country.
struct PlaceTableMaker {
    let path: String

    /// A country with a greatest place of this name that has a tenth of the people of the greatest of all, or less, is
    /// not meant unless it is named beside the place.
    private static let far = 10
    /// So many times its people are compared when a place is the capital.
    private static let capital = 4
    private static let mostInList = 100

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private struct Place {
        var people: Int
        var isRegion: Bool
        var isCapital: Bool
    }

    func write(to output: String) throws {
        var countries: [String] = []
        var numbers: [Substring: UInt8] = [:]
        var places: [UInt32: [UInt8: Place]] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 3 else { throw Failure(description: "\(path): no three columns: \(line)") }
            if columns[2].isEmpty {
                guard countries.count < 0x100 else { throw Failure(description: "\(path): more than 256 countries") }
                numbers[columns[0]] = UInt8(countries.count)
                countries.append(Self.usualName(String(columns[0])))
                continue
            }
            let marks = columns[1].prefix { $0.isLetter }
            guard let country = numbers[columns[0]], let people = Int(columns[1].dropFirst(marks.count)) else {
                throw Failure(description: "\(path): an unknown country or no number: \(line)")
            }
            let key = PlaceTable.key(ofFolded: foldedKey(String(columns[2])))
            let place = Place(people: people, isRegion: marks.contains("r"), isCapital: marks.contains("c"))
            places[key, default: [:]][country] = Self.greater(places[key]?[country], place)
        }
        try Data(bytes(countries, places)).write(to: URL(fileURLWithPath: output))
    }

    /// As everyone knows it, where it is known.
    private static func usualName(_ country: String) -> String {
        guard let number = KnownNames.shared.number(ofFolded: foldedKey(country)) else { return country }
        return KnownNames.shared.all[number].name
    }

    private static func greater(_ place: Place?, _ other: Place) -> Place {
        guard let place else { return other }
        var greater = place.people >= other.people ? place : other
        greater.isCapital = place.isCapital || other.isCapital
        return greater
    }

    private func bytes(_ countries: [String], _ places: [UInt32: [UInt8: Place]]) throws -> [UInt8] {
        var lists: [UInt8] = []
        var starts: [[UInt8]: UInt16] = [:]
        let keys = places.keys.sorted()
        var values: [UInt16] = []
        for key in keys {
            let sorted = (places[key] ?? [:]).sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }
            guard let first = sorted.first else { continue }
            var value = UInt16(first.key)
            if sorted.count > 1 {
                let list = Self.list(of: sorted)
                if starts[list] == nil {
                    starts[list] = PlaceTable.listsBegin + UInt16(lists.count)
                    lists += list
                }
                value = starts[list] ?? value
                guard lists.count < 0x7E00 else { throw Failure(description: "\(path): too many lists of countries") }
            }
            values.append(first.value.isRegion ? value | PlaceTable.regionBit : value)
        }
        let names = countries.map { $0 + "\n" }.joined().utf8
        say("\(keys.count) names of places, \(lists.count) bytes of lists of countries")
        var bytes = PlaceTable.magic
        for number in [names.count, lists.count, keys.count] { bytes += Self.bytes(of: UInt32(number)) }
        bytes += names
        bytes += lists
        for key in keys { bytes += Self.bytes(of: key) }
        for value in values { bytes += Self.bytes(of: value) }
        return bytes
    }

    /// How many countries, how many near ones, their numbers.
    private static func list(of places: [(key: UInt8, value: Place)]) -> [UInt8] {
        let places = places.prefix(mostInList)
        let most = places.first?.value.people ?? 0
        let near = places.count { $0.value.people * far > most }
        let asCapital = places.first?.value.isCapital ?? false ? most * capital : most
        let isSure = places.dropFirst().allSatisfy { $0.value.people * far <= asCapital }
        return [UInt8(places.count), UInt8(near) | (isSure ? 0x80 : 0)] + places.map(\.key)
    }

    private static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
