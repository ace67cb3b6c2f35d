import Foundation

/// Names of the gazetteer to draw from, and made-up ones that no list holds.
struct NamePool {
    private var lists: [Int: [String]] = [:]
    private let clubs: [String]

    init(folder: String) throws {
        for line in try String(contentsOfFile: folder + "/gazetteer.tsv", encoding: .utf8).split(separator: "\n") {
            let columns = line.split(separator: "\t")
            guard columns.count == 2, let bit = Int(columns[0]) else { continue }
            let words = columns[1].split(separator: " ")
            let isPlain = words.allSatisfy { $0.utf8.count > 2 && $0.utf8.allSatisfy { $0 >= 0x61 } }
            guard words.count < 3, isPlain else { continue }
            lists[bit, default: []].append(
                words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
        }
        let text = try String(contentsOfFile: folder + "/clubs.txt", encoding: .utf8)
        clubs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap {
            $0.split(separator: "|").map(String.init)
        }
    }

    func firstName(_ random: inout SplitMix) -> String { pick(5, &random) }

    func initial(_ random: inout SplitMix) -> String { pick(5, &random).prefix(1) + "." }

    /// A surname of the lists, or one with the beginning of one and the end of another.
    func surname(_ random: inout SplitMix) -> [String] {
        let list = [6, 7, 7, 8][random.below(4)]
        return random.chance(0.5) ? madeUp(list, &random) : words(pick(list, &random))
    }

    func city(_ random: inout SplitMix) -> [String] {
        random.chance(0.2) ? madeUp(2, &random) : words(pick(random.chance(0.7) ? 0 : 2, &random))
    }

    func country(_ random: inout SplitMix) -> [String] { words(pick(1, &random)) }

    func region(_ random: inout SplitMix) -> [String] { words(pick(3, &random)) }

    /// A club that is known, or one named after a city.
    func club(_ random: inout SplitMix) -> [String] {
        if random.chance(0.5) { return words(clubs[random.below(clubs.count)]) }
        let city = city(&random)
        let before = """
            Real Racing Sporting Dynamo FC Inter Athletic Spartak Olympique
            """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.trimmed)
        let after = """
            United City FC Rovers Wanderers Rangers Athletic Town Tigers Lions
            """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.trimmed)
        return random.chance(0.5)
            ? [before[random.below(before.count)]] + city : city + [after[random.below(after.count)]]
    }

    /// A company's name: a made-up word or two, mostly what it does, and often its legal form.
    func company(_ random: inout SplitMix) -> [String] {
        let trades = """
            Motors Bank Industries Airlines Steel Systems Electric Oil Energy Foods Insurance Securities Telecom
            Technologies Pharmaceuticals Brewery Mining Gold Airways Financial Investment Petroleum Chemical
            Software Media Stores Brothers International Resources
            """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.trimmed)
        let forms = """
            Inc Inc. Corp Corp. Co Co. Ltd Ltd. Plc AG SA NV SpA Group Holdings
            """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.trimmed)
        var words = random.chance(0.7) ? surname(&random) : city(&random)
        if random.chance(0.15) { words += ["&"] + surname(&random) }
        if random.chance(0.6) { words.append(trades[random.below(trades.count)]) }
        if random.chance(0.6) { words.append(forms[random.below(forms.count)]) }
        return words
    }

    /// A ministry, a university, a bank of issue.
    func body(_ random: inout SplitMix) -> [String] {
        let fields = """
            Defense; Defence; Foreign Affairs; Finance; Health; Agriculture; Education; Trade; Justice
            """.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(Self.trimmed)
        let nations = """
            Iraqi French Russian Chinese Polish Israeli German Turkish Spanish Indian
            """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.trimmed)
        let field = words(fields[random.below(fields.count)])
        let nation = random.chance(0.4) ? [nations[random.below(nations.count)]] : []
        switch random.below(5) {
        case 0: return nation + [random.chance(0.5) ? "Ministry" : "Department", "of"] + field
        case 1: return nation + field + ["Ministry"]
        case 2: return ["University", "of"] + city(&random)
        case 3: return city(&random) + [["University", "Police", "Hospital", "Council"][random.below(4)]]
        default: return ["Bank", "of"] + country(&random)
        }
    }

    private func madeUp(_ list: Int, _ random: inout SplitMix) -> [String] {
        let (first, second) = (pick(list, &random), pick(list, &random))
        guard !first.contains(" "), !second.contains(" "), first.count > 4, second.count > 4 else {
            return words(first)
        }
        return [String(first.prefix(2 + random.below(3)) + second.suffix(3 + random.below(2)))]
    }

    private static func trimmed(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }

    private func words(_ name: String) -> [String] { name.split(separator: " ").map(String.init) }

    private func pick(_ list: Int, _ random: inout SplitMix) -> String {
        guard let names = lists[list], !names.isEmpty else { return "" }
        return names[random.below(names.count)]
    }
}
