import Glibc

/// Made-up persons, organizations and places: 20,000, each a pure function of its number.
///
/// How often one is named follows Zipf's law (exponent 1), so a few are in the news all the time.
struct NamePool: Sendable {
    /// How many there are.
    static let count = 20_000

    /// A name and its shorter form: the surname, the initials, or the same again.
    struct Name {
        var full: [UInt8]
        var short: [UInt8]
        var kind: Kind
    }

    /// What is named.
    enum Kind { case person, organization, place }

    /// The number of a name, the popular ones more often.
    func popularNumber(_ random: inout RandomSource, count: Int = NamePool.count) -> Int {
        min(Int(exp(random.unit() * log(Double(count) + 1))) - 1, count - 1)
    }

    /// The name with this number.
    func name(_ number: Int) -> Name {
        switch number % 10 {
        case 0...4: person(number)
        case 5...7: organization(number)
        default: Name(full: place(number), short: place(number), kind: .place)
        }
    }

    /// The place with this number, a single word.
    func place(_ number: Int) -> [UInt8] {
        let endings = ["", "ia", "burg", "ton", "stan", "ville", "port", "", "grad", "haven"]
        return capitalized(inventedWord(2 * (40_000 + number))) + endings[number / 10 % endings.count].utf8
    }

    private func person(_ number: Int) -> Name {
        let first = firstNames[Int(mixed(UInt64(number)) % UInt64(firstNames.count))]
        let last = capitalized(inventedWord(2 * (70_000 + number)))
        return Name(full: Array(first.utf8) + [0x20] + last, short: last, kind: .person)
    }

    private func organization(_ number: Int) -> Name {
        let place = capitalized(inventedWord(2 * (40_000 + number % 900)))
        let bits = mixed(UInt64(number) &+ 1)
        let form = organizationForms[Int(bits % UInt64(organizationForms.count))]
        let noun = organizationNouns[Int(bits >> 32 % UInt64(organizationNouns.count)) % organizationNouns.count]
        var full: [UInt8] = []
        for part in form.split(separator: " ") {
            if !full.isEmpty { full.append(0x20) }
            full += part == "P" ? place : Array((part == "N" ? noun[...] : part).utf8)
        }
        let initials = full.split(separator: 0x20).compactMap(\.first).filter { $0 < 0x61 }
        return Name(full: full, short: initials.count > 1 ? initials : full, kind: .organization)
    }

    private func capitalized(_ word: [UInt8]) -> [UInt8] {
        guard let first = word.first else { return word }
        return [first & 0xDF] + word.dropFirst()
    }
}

private let firstNames = """
    Adam Agnes Alan Albert Alice Amir Anna Anton Arthur Astrid Barbara Benjamin Bernard Bruno Carla Carlos Caroline Cecilia
    Charles Clara Daniel David Diana Dmitri Dora Edith Edward Elena Elias Emily Emma Erik Eva Fatima Felix Frank Fred
    George Gloria Greta Hanna Hassan Helen Henry Hugo Igor Ines Irene Isaac Ivan Jack James Jane Jasmin Joan John Jonas
    Joseph Julia Karl Kate Kevin Laila Laura Leo Lina Louis Lucas Lucy Magnus Marco Maria Mark Martha Martin Mary Max
    Mehmet Michael Mina Mona Nadia Nina Noah Nora Olga Oliver Oscar Otto Paul Paula Peter Philip Rachel Ralph Rita Robert
    Rosa Ruth Samir Samuel Sara Simon Sofia Sophie Stefan Susan Tamara Tariq Thomas Tim Tom Vera Victor Viola Walter Wanda
    William Yusuf Zara Zoe
    """.split(whereSeparator: \.isWhitespace).map(String.init)

private let organizationForms = [
    "P Ministry of N", "P N Party", "University of P", "P National Bank", "United P Forces", "P Council for N", "P FC",
    "P N Agency", "P Army", "P N Group", "Bank of P", "P N Union", "P Institute of N", "P Broadcasting Corporation",
]

private let organizationNouns = [
    "Defense", "Justice", "Health", "Labour", "Energy", "Trade", "Transport", "Science", "Unity", "Freedom", "Progress",
    "Reform", "Water", "Agriculture", "Education", "Culture", "Development", "Security", "Statistics", "Finance",
]
